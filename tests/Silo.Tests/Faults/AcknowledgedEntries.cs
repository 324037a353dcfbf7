namespace KentSufficiency.SiloTests.Faults;

/// <summary>Adds entries to many ledgers, remembers what was acknowledged, and holds the ledgers to it.</summary>
internal sealed class AcknowledgedEntries(int ledgers)
{
    private readonly List<int>[] _acknowledged = [.. Enumerable.Range(0, ledgers).Select(_ => new List<int>())];

    public int Count => _acknowledged.Sum(entries => entries.Count);

    public int Refused { get; private set; }

    /// <summary>Adds an entry to every ledger; an entry that is refused is not asked for again.</summary>
    public async Task AddToAllAsync(IGrainFactory grains, int entry)
    {
        bool[] done = await Task.WhenAll(Enumerable.Range(0, ledgers).Select(number => TryAddAsync(grains, number, entry)));
        Refused += done.Count(success => !success);
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

    private static async Task<bool> TryAddAsync(IGrainFactory grains, int number, int entry)
    {
        try
        {
            await Ledger(grains, number).AddAsync(entry);
            return true;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return false;
        }
    }

    private static ILedgerGrain Ledger(IGrainFactory grains, int number) => grains.GetGrain<ILedgerGrain>($"ledger/{number}");
}
