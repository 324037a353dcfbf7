namespace KentSufficiency.Scenarios.Strategies;

/// <summary>The assumptions of a scenario on one date: the baseline's values, with those the levers change replaced.</summary>
public sealed class AssumptionValues
{
    private readonly Func<string, double> _baseline;

    internal AssumptionValues(Func<string, double> baseline, IReadOnlyDictionary<string, double> overrides)
    {
        _baseline = baseline;
        Overrides = overrides;
    }

    /// <summary>The values that levers change on the date, by assumption id; all others are the baseline's.</summary>
    public IReadOnlyDictionary<string, double> Overrides { get; }

    /// <summary>The value of an assumption on the date.</summary>
    /// <param name="id">The assumption's id.</param>
    public double this[string id] => Overrides.TryGetValue(id, out double value) ? value : _baseline(id);
}
