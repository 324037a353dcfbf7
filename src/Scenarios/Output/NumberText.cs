namespace KentSufficiency.Scenarios.Output;

/// <summary>
/// The one way a number is written in a file: the invariant culture, rounded to six decimals (ties to even), no trailing zeros, no
/// exponent, no negative zero, and nothing at all for NaN. Counts up to fifteen digits come back exactly; shares and means to a
/// millionth of their unit.
/// </summary>
public static class NumberText
{
    internal const string Format = "0.######";

    private const int Decimals = 6;

    /// <summary>Writes a number.</summary>
    public static string Of(double value) => double.IsNaN(value) ? "" : Rounded(value).ToString(Format);

    /// <summary>The value as it is written; the addition turns a negative zero into zero.</summary>
    internal static double Rounded(double value) => Math.Round(value, Decimals) + 0.0;
}
