namespace KentSufficiency.Simulation.Schools;

/// <summary>
/// Academic years, counted from the one in which a run starts. A <i>cohort</i> is the academic year in which its children are in Reception:
/// in academic year y cohort c is in year group y - c. Days are those of the run.
/// </summary>
/// <param name="start">Day 0.</param>
public sealed class SchoolCalendar(DateOnly start)
{
    private const int September = 9;

    /// <summary>Age in years on the eve of the academic year in which a child is in Reception.</summary>
    private const int ReceptionAge = 4;

    // Days that residents' births and runs fall on, worked out once: a plan's cohort is asked for millions of times.
    private const int FirstKnownDay = -9_500;
    private const int KnownDays = 17_000;

    private readonly sbyte[] _years = Tabulate(start);

    /// <summary>The calendar year in whose September academic year 0 began.</summary>
    public int FirstYear { get; } = AcademicYear(start);

    /// <summary>Day 0.</summary>
    public DateOnly Start => start;

    /// <summary>The academic year of a day.</summary>
    public int YearOf(int day)
    {
        uint row = (uint)(day - FirstKnownDay);
        return row < KnownDays ? _years[row] : AcademicYear(start.AddDays(day)) - FirstYear;
    }

    /// <summary>The cohort of a child by birth day.</summary>
    public int CohortOf(int birthDay) => YearOf(birthDay) + ReceptionAge + 1;

    /// <summary>The day of a calendar date within an academic year: from September of its first calendar year to August of the next.</summary>
    public int DayOf(int academicYear, int month, int dayOfMonth) =>
        new DateOnly(FirstYear + academicYear + (month >= September ? 0 : 1), month, dayOfMonth).DayNumber - start.DayNumber;

    /// <summary>The first day of an academic year, 1 September.</summary>
    public int FirstDayOf(int academicYear) => DayOf(academicYear, September, 1);

    /// <summary>"2023-24".</summary>
    public string NameOf(int academicYear) => $"{FirstYear + academicYear}-{(FirstYear + academicYear + 1) % 100:00}";

    private static int AcademicYear(DateOnly date) => date.Month >= September ? date.Year : date.Year - 1;

    private static sbyte[] Tabulate(DateOnly start)
    {
        var years = new sbyte[KnownDays];
        int year = AcademicYear(start.AddDays(FirstKnownDay));
        int next = new DateOnly(year + 1, September, 1).DayNumber - start.DayNumber;
        for (int row = 0; row < KnownDays; row++)
        {
            if (row + FirstKnownDay == next)
            {
                year++;
                next = new DateOnly(year + 1, September, 1).DayNumber - start.DayNumber;
            }

            years[row] = (sbyte)(year - AcademicYear(start));
        }

        return years;
    }
}
