namespace KentSufficiency.Scenarios.BackCast;

/// <summary>The names of those who forecast, as <c>scores.csv</c> has them.</summary>
public static class Forecasters
{
    /// <summary>The model.</summary>
    public const string Model = "model";

    /// <summary>The latest known value, with the spread of <see cref="RivalSpread"/>.</summary>
    public const string LastValue = "last-value";

    /// <summary>The latest known value alone, without any spread; told, but in no comparison of who wins.</summary>
    public const string LastValuePoint = "last-value-point";

    /// <summary>The straight line through the known values.</summary>
    public const string Trend = "trend";

    /// <summary>Constant rates by age, as stock-and-flow tools have them.</summary>
    public const string ConstantRates = "constant-rates";

    /// <summary>The rivals that the model is compared with, in the order in which they are told.</summary>
    public static IReadOnlyList<string> Rivals { get; } = [LastValue, Trend, ConstantRates];
}
