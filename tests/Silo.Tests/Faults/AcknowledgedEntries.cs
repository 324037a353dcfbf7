namespace KentSufficiency.SiloTests.Faults;

/// <summary>Adds entries to many ledgers, remembers what was acknowledged, and holds the ledgers to it.</summary>
internal sealed class AcknowledgedEntries(int ledgers)
{
    private readonly List<int>[] _acknowledged = [.. Enumerable.Range(0, ledgers).Select(_ => new List<int>())];

    public int Count => _acknowledged.Sum(entries => entries.Count);

    /// <summary>How many calls failed.</summary>
    public int Refusals => _refusals;

    private int _refusals;

    /// <summary>Adds an entry to every ledger. An entry that is refused is asked for once more, as whoever wants it would.</summary>
    public async Task AddToAllAsync(IGrainFactory grains, int entry)
    {
        bool[] done = await Task.WhenAll(Enumerable.Range(0, ledgers).Select(async number =>
            await TryAddAsync(grains, number, entry) || await TryAddAsync(grains, number, entry)));
        for (int number = 0; number < ledgers; number++)
        {
            if (done[number])
            {
                _acknowledged[number].Add(entry);
            }
        }
    }

    /// <summary>Every acknowledged entry is there, in its order, and none twice. What was refused may be there: its answer may have been lost.</summary>
    public async Task AreAllKeptAsync(IGrainFactory grains)
    {
        for (int number = 0; number < ledgers; number++)
        {
            int[] kept = await Ledger(grains, number).EntriesAsync();
            Assert.Equal(kept.Distinct().Order(), kept);
            Assert.Empty(_acknowledged[number].Except(kept));
        }
    }

    private async Task<bool> TryAddAsync(IGrainFactory grains, int number, int entry)
    {
        try
        {
            await Ledger(grains, number).AddAsync(entry);
            return true;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            Interlocked.Increment(ref _refusals);
            return false;
        }
    }

    private static ILedgerGrain Ledger(IGrainFactory grains, int number) => grains.GetGrain<ILedgerGrain>($"ledger/{number}");
}
