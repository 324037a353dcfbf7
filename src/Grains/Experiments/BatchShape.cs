namespace KentSufficiency.Grains.Experiments;

/// <summary>What the results of a batch consist of.</summary>
/// <param name="First">The first replication.</param>
/// <param name="Count">How many replications.</param>
/// <param name="Scenarios">How many scenarios.</param>
/// <param name="Dates">How many record dates.</param>
/// <param name="Measures">How many measures.</param>
public readonly record struct BatchShape(int First, int Count, int Scenarios, int Dates, int Measures)
{
    /// <summary>The integers of one replication of one scenario.</summary>
    public int RecordLength => checked(2 * Dates * Measures);
}
