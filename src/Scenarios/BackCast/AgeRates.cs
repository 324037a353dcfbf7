namespace KentSufficiency.Scenarios.BackCast;

/// <summary>
/// What a stock-and-flow tool takes from the last known year: children looked after by age, entries a year by age, and the rate at which
/// they leave by age, which is exits in the year over the average of the stocks at its beginning and its end.
/// </summary>
internal sealed class AgeRates
{
    private AgeRates(DateOnly date, double[] stock, double[] started, double[] ceased, double[] exitRates)
    {
        Date = date;
        Stock = stock;
        Started = started;
        Ceased = ceased;
        ExitRates = exitRates;
    }

    /// <summary>The bands of age, as in the ids of measures.</summary>
    public static IReadOnlyList<string> Bands { get; } = ["under-1", "1-4", "5-9", "10-15", "16-over"];

    /// <summary>Years that a child can be in each band. Those of the last leave it by the exit rate, which holds the exits at 18.</summary>
    public static IReadOnlyList<double> Widths { get; } = [1, 4, 5, 6, 2];

    /// <summary>The last day for which all of it is known.</summary>
    public DateOnly Date { get; }

    /// <summary>Children looked after on that day.</summary>
    public double[] Stock { get; }

    /// <summary>Starts in the year to that day.</summary>
    public double[] Started { get; }

    /// <summary>Ends in the year to that day.</summary>
    public double[] Ceased { get; }

    /// <summary>Ends for each child-year.</summary>
    public double[] ExitRates { get; }

    /// <summary>Reads them, or null where no day has stock, starts and ends of every band.</summary>
    public static AgeRates? From(KnownPast past, string geography)
    {
        foreach (KnownValue last in past.Series($"cla-by-age/{Bands[0]}", geography).Reverse())
        {
            double[]? stock = Row(past, "cla-by-age", geography, last.Date);
            double[]? started = Row(past, "cla-started-by-age", geography, last.Date);
            double[]? ceased = Row(past, "cla-ceased-by-age", geography, last.Date);
            if (stock is not null && started is not null && ceased is not null)
            {
                double[] before = Row(past, "cla-by-age", geography, last.Date.AddYears(-1)) ?? stock;
                return new AgeRates(last.Date, stock, started, ceased, [.. Enumerable.Range(0, Bands.Count).Select(b => Rate(ceased[b], before[b], stock[b]))]);
            }
        }

        return null;
    }

    private static double Rate(double exits, double before, double after) => before + after > 0 ? exits / ((before + after) / 2) : 0;

    private static double[]? Row(KnownPast past, string measure, string geography, DateOnly date)
    {
        double?[] row = [.. Bands.Select(band => past.On($"{measure}/{band}", geography, date))];
        return row.All(value => value is not null) ? [.. row.Select(value => value!.Value)] : null;
    }
}
