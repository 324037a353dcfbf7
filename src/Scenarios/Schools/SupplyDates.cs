using System.Globalization;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>
/// Dates by which places are decided, of <c>schools/calendar.csv</c>: meetings of the committee as the papers print them, and for other years the
/// dates of a rule. A date of the rule gives way to a printed one near it.
/// </summary>
public sealed class SupplyDates
{
    private const string FileName = "schools/calendar.csv";
    private const int YearsAhead = 60;

    /// <summary>A printed meeting this near, in days, is the one that the rule means.</summary>
    private const int Near = 45;

    private static readonly string[] s_header = ["kind", "date", "source", "page", "known_from", "note"];
    private static readonly (string Text, DateKind Value)[] s_kinds =
    [
        ("meeting", DateKind.Meeting), ("meeting-every-year", DateKind.EveryYear), ("settled-every-year", DateKind.Settled), ("plan-every-year", DateKind.Plan),
    ];

    private readonly List<DateOnly> _printed = [];
    private readonly List<(int Month, int Day)> _rule = [];
    private (int Month, int Day) _settled;
    private (int Month, int Day) _planned;

    private enum DateKind
    {
        Meeting,
        EveryYear,
        Settled,
        Plan,
    }

    /// <summary>Reads the file.</summary>
    /// <param name="directory">The data folder.</param>
    /// <exception cref="EvidenceException">Rules are broken; all breaches are listed.</exception>
    public static SupplyDates Load(string directory)
    {
        List<EvidenceError> errors = [];
        SourceList sources = SourceList.Load(directory, errors);
        var dates = new SupplyDates();
        CsvTable.Read(directory, FileName, s_header, errors, row => dates.Add(row, sources));
        if (errors.Count == 0 && (dates._rule.Count == 0 || dates._settled.Month == 0 || dates._planned.Month == 0))
        {
            errors.Add(new EvidenceError(FileName, 1, "kind", "a rule for meetings, a day of settling and a day of the plan must be there"));
        }

        EvidenceException.ThrowIfAny(errors);
        return dates;
    }

    /// <summary>The dates as days of a run, from the year before its start to sixty years after it.</summary>
    public SupplyCalendar For(SchoolCalendar schools)
    {
        IEnumerable<DateOnly> ruled =
            from year in Enumerable.Range(schools.FirstYear - 1, YearsAhead)
            from day in _rule
            let date = Working(new DateOnly(year, day.Month, day.Day))
            where !_printed.Any(printed => Math.Abs(printed.DayNumber - date.DayNumber) <= Near)
            select date;
        int[] meetings = [.. _printed.Concat(ruled).Distinct().Order().Select(date => date.DayNumber - schools.Start.DayNumber)];
        return new SupplyCalendar(schools, meetings, _settled, _planned);
    }

    private static DateOnly Working(DateOnly date) => date.DayOfWeek switch
    {
        DayOfWeek.Saturday => date.AddDays(2),
        DayOfWeek.Sunday => date.AddDays(1),
        _ => date,
    };

    private void Add(TableRow row, SourceList sources)
    {
        sources.Cite(row, "source", "page");
        row.Date("known_from");
        DateKind kind = row.OneOf("kind", s_kinds);
        if (kind == DateKind.Meeting)
        {
            _printed.Add(row.Date("date"));
            return;
        }

        string text = row.Text("date");
        if (!DateOnly.TryParseExact($"2019-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            row.Break("date", $"'{text}' is not a day of the year like 09-28");
        }

        switch (kind)
        {
            case DateKind.EveryYear:
                _rule.Add((date.Month, date.Day));
                break;
            case DateKind.Settled:
                _settled = (date.Month, date.Day);
                break;
            default:
                _planned = (date.Month, date.Day);
                break;
        }
    }
}
