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

    // Together, since whoever looks for a place asks for all three; by cohort, since then the schools asked are near each other.
    private readonly CohortPlaces[] _places;
    private readonly int _schools;

    /// <summary>Empty rolls.</summary>
    /// <param name="schools">Number of schools.</param>
    /// <param name="academicYears">Academic years that a run may touch.</param>
    public SchoolRolls(int schools, int academicYears)
    {
        Cohorts = Before + academicYears + 2;
        _schools = schools;
        _places = new CohortPlaces[schools * Cohorts];
    }

    /// <summary>Cohorts kept.</summary>
    public int Cohorts { get; }

    /// <summary>Places of a school for a cohort.</summary>
    public ref int Capacity(int school, int cohort) => ref At(school, cohort).Capacity;

    /// <summary>Places of a school that children of a cohort have from next September on.</summary>
    public ref int Offered(int school, int cohort) => ref At(school, cohort).Offered;

    /// <summary>Pupils of a school in a cohort.</summary>
    public ref int Roll(int school, int cohort) => ref At(school, cohort).Roll;

    /// <summary>Places left, neither taken nor offered; negative above capacity.</summary>
    public int Free(int school, int cohort) => At(school, cohort).Free;

    /// <summary>Nobody, and no places.</summary>
    public void Clear()
    {
        Array.Clear(_places);
    }

    /// <summary>Becomes a copy.</summary>
    public void CopyFrom(SchoolRolls other) => other._places.CopyTo(_places, 0);

    /// <summary>Places, pupils and offers of a school for a cohort.</summary>
    internal ref CohortPlaces At(int school, int cohort) => ref _places[((cohort + Before) * _schools) + school];

    /// <summary>The same of all schools for a cohort, by index.</summary>
    internal ReadOnlySpan<CohortPlaces> Of(int cohort) => _places.AsSpan((cohort + Before) * _schools, _schools);

    /// <summary>What a school has for one cohort.</summary>
    internal struct CohortPlaces
    {
        /// <summary>Places.</summary>
        public int Capacity;

        /// <summary>Pupils.</summary>
        public int Roll;

        /// <summary>Places offered from next September on.</summary>
        public int Offered;

        /// <summary>Places left, neither taken nor offered.</summary>
        public readonly int Free => Capacity - Roll - Offered;

        /// <summary>1 where there are places and one of them is left, else 0; worked out without a branch.</summary>
        public readonly uint HasPlace => (uint)(-Free & -Capacity) >> 31;
    }
}
