using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>The year groups for which there are rounds: Reception, Year 3 (junior schools) and Year 7.</summary>
public static class AdmissionYears
{
    /// <summary>Rounds a child may take part in.</summary>
    public const int Count = 3;

    /// <summary>Reception.</summary>
    public const int Reception = 0;

    /// <summary>The last year group of which the law limits the size of classes.</summary>
    public const int LastInfant = 2;

    /// <summary>The first year group of a junior school.</summary>
    public const int Junior = 3;

    /// <summary>The first year group of a secondary school.</summary>
    public const int Secondary = YearGroups.FirstSecondary;

    /// <summary>The year groups, by number of the round.</summary>
    internal static IReadOnlyList<int> All { get; } = [Reception, Junior, Secondary];

    /// <summary>The number of a round, 0 to 2: the ordinal of <see cref="County.Process.Application"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No round is held for the year group.</exception>
    public static int Round(int entryYear) => entryYear switch
    {
        Reception => 0,
        Junior => 1,
        Secondary => 2,
        _ => throw new ArgumentOutOfRangeException(nameof(entryYear), entryYear, "Rounds are held for Reception (0), Year 3 and Year 7."),
    };

    /// <summary>The phase of a year group.</summary>
    public static SchoolPhase Phase(int year) => year < Secondary ? SchoolPhase.Primary : SchoolPhase.Secondary;
}
