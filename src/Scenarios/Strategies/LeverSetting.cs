namespace KentSufficiency.Scenarios.Strategies;

/// <summary>What a lever does to the value of an assumption.</summary>
public enum LeverOperation
{
    /// <summary>Replaces the value.</summary>
    Set,

    /// <summary>Multiplies the value.</summary>
    Scale,

    /// <summary>Adds to the value.</summary>
    Add,
}

/// <summary>One change of one assumption for a period.</summary>
/// <param name="Lever">The id of the assumption.</param>
/// <param name="Operation">What is done to its value.</param>
/// <param name="Value">The new value, the factor or the amount added; always finite.</param>
/// <param name="From">The first day on which the change holds.</param>
/// <param name="To">The last day on which it holds, that day included; null means to the horizon.</param>
public sealed record LeverSetting(string Lever, LeverOperation Operation, double Value, DateOnly From, DateOnly? To)
{
    /// <summary>Whether the change holds on a date.</summary>
    public bool HoldsOn(DateOnly date) => date >= From && (To is null || date <= To);

    /// <summary>Applies the change to a value.</summary>
    public double Apply(double value) => Operation switch
    {
        LeverOperation.Set => Value,
        LeverOperation.Scale => value * Value,
        LeverOperation.Add => value + Value,
        _ => throw new InvalidOperationException($"Unknown operation {Operation}."),
    };
}
