using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Baseline;

/// <summary>
/// The vectors of the latest replications. Scenarios of one replication run close together in time, so a few suffice; one that has been
/// dropped is drawn again, to the same bits. Safe to share between threads.
/// </summary>
internal sealed class DrawnVectors(AssumptionDraws draws, Func<double[], AssumptionVector> vector)
{
    private const int Kept = 64;

    private readonly Entry?[] _latest = new Entry?[Kept];

    /// <summary>The vector of a replication.</summary>
    public AssumptionVector Of(DrawKey key)
    {
        ref Entry? place = ref _latest[key.Replication % Kept];
        Entry? found = Volatile.Read(ref place);
        if (found?.Key != key)
        {
            found = new Entry(key, vector(draws.Draw(key)));
            Volatile.Write(ref place, found);
        }

        return found.Vector;
    }

    private sealed record Entry(DrawKey Key, AssumptionVector Vector);
}
