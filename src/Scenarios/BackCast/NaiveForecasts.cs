using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>The two rivals that look at the measure itself and at nothing else. None where too little is known.</summary>
public static class NaiveForecasts
{
    /// <summary>The latest known value, with a spread that grows with the years since.</summary>
    /// <param name="past">What is known.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="date">The day of the forecast, not before the origin.</param>
    /// <returns>The sample, or null where no value is known.</returns>
    public static double[]? LastValue(KnownPast past, ComparedMeasure measure, DateOnly date) =>
        past.Latest(measure.Id, measure.Geography) is KnownValue last
            ? RivalSpread.Sample(measure.Kind, last.Value, Variance(past, measure, last.Value, KnownPast.Years(last.Date, date)))
            : null;

    /// <summary>The latest known value alone.</summary>
    public static double[]? LastValuePoint(KnownPast past, ComparedMeasure measure) =>
        past.Latest(measure.Id, measure.Geography) is KnownValue last ? [last.Value] : null;

    /// <summary>
    /// The straight line through the known values by least squares, with the spread of <see cref="LastValue"/> and, from three values on, the
    /// error of the line.
    /// </summary>
    /// <returns>The sample, or null where fewer than two values are known.</returns>
    public static double[]? Trend(KnownPast past, ComparedMeasure measure, DateOnly date)
    {
        IReadOnlyList<KnownValue> series = past.Series(measure.Id, measure.Geography);
        if (series.Count < 2)
        {
            return null;
        }

        (double point, double error) = Line(series, date);
        point = measure.Kind == MeasureKind.Money || series.Any(known => known.Value < 0) ? point : Math.Max(0, point);
        double ahead = KnownPast.Years(series[^1].Date, date);
        return RivalSpread.Sample(measure.Kind, point, error + Variance(past, measure, point, ahead));
    }

    /// <summary>Where a line is on a day, and the variance of that where the residuals tell one: s2 (1/n + (x - mean x)2 / Sxx).</summary>
    private static (double Point, double Variance) Line(IReadOnlyList<KnownValue> series, DateOnly date)
    {
        double[] x = [.. series.Select(known => KnownPast.Years(date, known.Date))];
        double meanX = x.Average();
        double meanY = series.Average(known => known.Value);
        double sxx = x.Sum(at => (at - meanX) * (at - meanX));
        double slope = x.Zip(series, (at, known) => (at - meanX) * (known.Value - meanY)).Sum() / sxx;
        double point = meanY - (slope * meanX); // The day of the forecast is at x = 0.
        if (series.Count == 2)
        {
            return (point, 0);
        }

        double residuals = x.Zip(series, (at, known) => Math.Pow(known.Value - point - (slope * at), 2)).Sum() / (series.Count - 2);
        return (point, residuals * ((1.0 / series.Count) + (meanX * meanX / sxx)));
    }

    private static double Variance(KnownPast past, ComparedMeasure measure, double point, double years)
    {
        double? total = Totals.Of(measure.Id) is string id ? past.Latest(id, measure.Geography)?.Value : null;
        return RivalSpread.Variance(measure.Kind, point, Math.Max(0, years), total);
    }
}
