using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.Experiments;

/// <summary>
/// How well the baseline's mean of one measure at the horizon must be known before an experiment stops. It is looked at after 100, 200,
/// 400, ... replications only and never in between, so the number of replications is the same for any number of threads.
/// </summary>
/// <param name="Measure">The id of the measure, of Kent.</param>
/// <param name="HalfWidth">
/// Half the width of the 95% interval of the mean (the simulation error): relative to the mean, or, for a percentage, in points.
/// </param>
public sealed record PrecisionTarget(string Measure, double HalfWidth)
{
    /// <summary>The most replications an experiment may take.</summary>
    public const int MostReplications = 20_000;

    private const int FirstLook = 100;

    /// <summary>The number of replications after which to look next.</summary>
    /// <param name="completed">Replications completed: 0, or a number at which it was looked.</param>
    /// <param name="most">The limit, which is the last look.</param>
    internal static int NextLook(int completed, int most) => Math.Min(most, completed == 0 ? FirstLook : 2 * completed);

    /// <summary>What the replications so far have reached.</summary>
    internal PrecisionReached Look(ScenarioResults baseline)
    {
        (int index, MeasureDefinition measure) = baseline.Measures.Index().First(m => m.Item.Id == Measure && m.Item.Geography == "Kent");
        Summary summary = Summary.Of(baseline.Read(baseline.Dates.Count - 1, index));
        bool points = measure.Kind == MeasureKind.Percentage;
        return new PrecisionReached(this, points, points ? summary.SimulationError : summary.SimulationError / Math.Abs(summary.Mean));
    }
}

/// <summary>How well the mean is known in the end.</summary>
/// <param name="Target">What was asked for.</param>
/// <param name="InPoints">Whether the half-width is in percentage points; otherwise it is relative to the mean.</param>
/// <param name="HalfWidth">What was reached; NaN where there was too little to measure.</param>
public sealed record PrecisionReached(PrecisionTarget Target, bool InPoints, double HalfWidth)
{
    /// <summary>Whether that is as good as what was asked for.</summary>
    public bool IsMet => HalfWidth <= Target.HalfWidth;
}
