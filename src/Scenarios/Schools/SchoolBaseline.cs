namespace KentSufficiency.Scenarios.Schools;

/// <summary>The two days for which the papers let the estate be made.</summary>
internal static class SchoolBaseline
{
    private const int September = 9;

    /// <summary>January 2014: rolls by district and year group, and surplus, as printed.</summary>
    public static readonly DateOnly January2014 = new(2014, 1, 31);

    /// <summary>May 2019: pupils of Kent by phase, as printed.</summary>
    public static readonly DateOnly May2019 = new(2019, 5, 31);

    /// <summary>The end of the school year 2018-19, whose surplus is printed.</summary>
    public static readonly DateOnly July2019 = new(2019, 7, 31);

    /// <summary>The baseline of a run: the later one from its day on, the older one before.</summary>
    public static int YearOf(DateOnly start) => start >= July2019 ? 2019 : 2014;

    /// <summary>The day on which the schools of a baseline are counted.</summary>
    public static DateOnly Census(int year) => year == 2019 ? May2019 : January2014;

    /// <summary>The calendar year in whose September an academic year began.</summary>
    public static int AcademicYear(DateOnly date) => date.Month >= September ? date.Year : date.Year - 1;
}
