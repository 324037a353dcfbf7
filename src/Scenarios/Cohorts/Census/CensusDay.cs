using System.Globalization;

namespace KentSufficiency.Scenarios.Cohorts.Census;

/// <summary>A spring school census: that of the third Thursday of a January.</summary>
/// <param name="Year">The year of the January.</param>
internal readonly record struct CensusDay(int Year)
{
    private const int FirstYearOfSex = 2024;

    /// <summary>The day.</summary>
    public DateOnly Date
    {
        get
        {
            var first = new DateOnly(Year, 1, 1);
            return first.AddDays(((DayOfWeek.Thursday - first.DayOfWeek + 7) % 7) + 14);
        }
    }

    /// <summary>The folder of its tables.</summary>
    public string Folder => Year.ToString(CultureInfo.InvariantCulture);

    /// <summary>The name of the item that tells a girl from a boy: Gender until the census of 2023, Sex from that of 2024 on.</summary>
    public string SexItem => Year >= FirstYearOfSex ? "Sex" : "Gender";

    /// <summary>The censuses of a history; of a snapshot the last one up to its day.</summary>
    /// <param name="request">The history.</param>
    /// <param name="start">The day from which on schools are known.</param>
    /// <exception cref="CohortException">There is none, or schools are not known on one of the days.</exception>
    public static IReadOnlyList<CensusDay> In(CohortRequest request, DateOnly start)
    {
        DateOnly asOf = request.AsOf;
        var last = new CensusDay(asOf.Year);
        last = last.Date <= asOf ? last : new CensusDay(asOf.Year - 1);
        CensusDay[] days = request.History == 0
            ? [last]
            : [.. Enumerable.Range(request.From.Year, asOf.Year - request.From.Year + 1).Select(year => new CensusDay(year)).Where(day => day.Date >= request.From && day.Date <= asOf)];
        if (days.Length == 0)
        {
            throw new CohortException(
                $"No spring school census falls between {request.From:yyyy-MM-dd} and {asOf:yyyy-MM-dd}: that of {asOf.Year} is on {new CensusDay(asOf.Year).Date:yyyy-MM-dd}. "
                + "Choose another --as-of, a longer --history, or --history 0 for the last census.");
        }

        return days[0].Date >= start ? days : throw new CohortException(
            $"There is no school census of {days[0].Date:yyyy-MM-dd}: schools are known from {start:yyyy-MM-dd} on. Choose a later --as-of or a shorter --history.");
    }
}
