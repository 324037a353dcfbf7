using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Grains.Experiments;

/// <summary>What the results of a batch consist of.</summary>
/// <param name="First">The first replication.</param>
/// <param name="Count">How many replications.</param>
/// <param name="Scenarios">How many scenarios.</param>
/// <param name="Layout">Which measures are recorded on which dates.</param>
public readonly record struct BatchShape(int First, int Count, int Scenarios, RecordLayout Layout)
{
    /// <summary>The integers of one replication of one scenario.</summary>
    public int RecordLength => Layout.Length;
}
