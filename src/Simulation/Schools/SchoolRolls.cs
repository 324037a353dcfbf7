namespace KentSufficiency.Simulation.Schools;

/// <summary>
/// Places and pupils by school and cohort. Kept by cohort and not by year group, so that a new school year moves nobody: a permanent
/// expansion is a larger intake for every cohort from one on, a bulge class for one. Places offered from next September on are
/// counted beside the roll.
/// </summary>
public sealed class SchoolRolls
{
    /// <summary>Cohorts before cohort 0 that are kept: Year 13 in academic year 0 is cohort -13.</summary>
    public const int Before = 15;

    private readonly int[] _capacity;
    private readonly int[] _roll;
    private readonly int[] _offered;

    /// <summary>Empty rolls.</summary>
    /// <param name="schools">Number of schools.</param>
    /// <param name="academicYears">Academic years that a run may touch.</param>
    public SchoolRolls(int schools, int academicYears)
    {
        Cohorts = Before + academicYears + 2;
        _capacity = new int[schools * Cohorts];
        _roll = new int[schools * Cohorts];
        _offered = new int[schools * Cohorts];
    }

    /// <summary>Cohorts kept.</summary>
    public int Cohorts { get; }

    /// <summary>Places of a school for a cohort.</summary>
    public ref int Capacity(int school, int cohort) => ref _capacity[(school * Cohorts) + cohort + Before];

    /// <summary>Places of a school that children of a cohort have from next September on.</summary>
    public ref int Offered(int school, int cohort) => ref _offered[(school * Cohorts) + cohort + Before];

    /// <summary>Pupils of a school in a cohort.</summary>
    public ref int Roll(int school, int cohort) => ref _roll[(school * Cohorts) + cohort + Before];

    /// <summary>Places left, neither taken nor offered; negative above capacity.</summary>
    public int Free(int school, int cohort)
    {
        int at = (school * Cohorts) + cohort + Before;
        return _capacity[at] - _roll[at] - _offered[at];
    }

    /// <summary>Nobody, and no places.</summary>
    public void Clear()
    {
        Array.Clear(_capacity);
        Array.Clear(_roll);
        Array.Clear(_offered);
    }

    /// <summary>Becomes a copy.</summary>
    public void CopyFrom(SchoolRolls other)
    {
        other._capacity.CopyTo(_capacity, 0);
        other._roll.CopyTo(_roll, 0);
        other._offered.CopyTo(_offered, 0);
    }
}
