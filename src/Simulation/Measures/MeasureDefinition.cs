namespace KentSufficiency.Simulation.Measures;

/// <summary>How the two integers of a measured value are read.</summary>
public enum MeasureKind
{
    /// <summary>The numerator itself, a number of children, homes, days and so on; the denominator is 1.</summary>
    Count,

    /// <summary>100 x numerator / denominator, in per cent.</summary>
    Percentage,

    /// <summary>numerator / denominator, in the measure's unit.</summary>
    Mean,

    /// <summary>10,000 x numerator / denominator: a rate for each 10,000 residents aged 0-17.</summary>
    RatePer10000,

    /// <summary>numerator / 100: the numerator is an amount in pence, the value in pounds; the denominator is 1.</summary>
    Money,
}

/// <summary>One thing a run measures on each record date, for one geography.</summary>
/// <param name="Id">Stable id, such as <c>scs19</c> or <c>cla-by-place/U6</c> (design: the list of measures).</param>
/// <param name="Geography">"Kent" or the name of one of the 12 districts.</param>
/// <param name="Kind">How its two integers are read.</param>
/// <param name="Unit">The unit of the value as read: "children", "%", "days", ...</param>
/// <param name="Title">A phrase a commissioner understands.</param>
public sealed record MeasureDefinition(string Id, string Geography, MeasureKind Kind, string Unit, string Title)
{
    /// <summary>Whether it is recorded on census dates only; otherwise it is on every record date.</summary>
    public bool IsCensus { get; init; }

    /// <summary>Reads a stored pair of integers as a value, or NaN where the denominator is zero (nothing to measure).</summary>
    /// <param name="numerator">Stored numerator.</param>
    /// <param name="denominator">Stored denominator; zero means that no child or case falls under the measure on the date.</param>
    public double Value(long numerator, long denominator) => denominator == 0
        ? double.NaN
        : Kind switch
        {
            MeasureKind.Count => numerator,
            MeasureKind.Percentage => 100.0 * numerator / denominator,
            MeasureKind.Mean => (double)numerator / denominator,
            MeasureKind.RatePer10000 => 10_000.0 * numerator / denominator,
            MeasureKind.Money => numerator / 100.0,
            _ => throw new InvalidOperationException($"Unknown measure kind {Kind}."),
        };
}
