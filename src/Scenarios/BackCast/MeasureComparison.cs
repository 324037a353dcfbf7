namespace KentSufficiency.Scenarios.BackCast;

/// <summary>
/// The model and rivals on one measure: means over the cases (origins, geographies and dates) that all of them forecast, so that nobody is judged
/// on an easier set.
/// </summary>
/// <param name="Measure">The id of the measure.</param>
/// <param name="Cases">Cases that all of them forecast, at least 1.</param>
/// <param name="Means">The mean score by forecaster; the model is among them.</param>
public sealed record MeasureComparison(string Measure, int Cases, IReadOnlyDictionary<string, double> Means)
{
    private const double Rounding = 1e-9;

    /// <summary>
    /// 1 where the model's mean is lower than that of every rival, 0 where that of a rival is lower, and a half where the lowest is shared. Means
    /// are equal if they differ by a billionth of the larger.
    /// </summary>
    public double ModelBeatsAll => Means.Where(mean => mean.Key != Forecasters.Model).Min(rival => Beats(Means[Forecasters.Model], rival.Value));

    /// <summary>Who has the lowest mean; all of them where it is shared.</summary>
    public IReadOnlyList<string> Best
    {
        get
        {
            double lowest = Means.Values.Min();
            return [.. Means.Where(mean => Beats(lowest, mean.Value) < 1).Select(mean => mean.Key).Order(StringComparer.Ordinal)];
        }
    }

    private static double Beats(double own, double other) =>
        Math.Abs(own - other) <= Rounding * Math.Max(Math.Abs(own), Math.Abs(other)) ? 0.5 : own < other ? 1 : 0;
}
