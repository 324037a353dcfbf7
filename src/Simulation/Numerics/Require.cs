using System.Runtime.CompilerServices;

namespace KentSufficiency.Simulation.Numerics;

/// <summary>What the parameters of a distribution must satisfy. NaN satisfies nothing.</summary>
internal static class Require
{
    public static void PositiveFinite(double value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value > 0 && value < double.PositiveInfinity))
        {
            Refuse(value, name, "positive and finite");
        }
    }

    public static void Between(double value, double low, double high, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value >= low && value <= high))
        {
            Refuse(value, name, $"from {low} to {high}");
        }
    }

    private static void Refuse(double value, string? name, string rule) =>
        throw new ArgumentOutOfRangeException(name, value, $"Must be {rule}.");
}
