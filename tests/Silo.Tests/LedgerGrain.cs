using KentSufficiency.Grains;

namespace KentSufficiency.SiloTests;

/// <summary>A grain that acknowledges an entry only when it is stored: the pattern of all grains with state.</summary>
[Alias("Silo.Tests.ILedgerGrain")]
public interface ILedgerGrain : IGrainWithStringKey
{
    /// <summary>Adds an entry, once, however often it is asked to.</summary>
    [Alias("Add")]
    Task AddAsync(int entry);

    /// <summary>Adds an entry when the gate of the test opens; tells the test when it waits there.</summary>
    [Alias("AddLate")]
    Task AddLateAsync(int entry);

    [Alias("Entries")]
    Task<int[]> EntriesAsync();

    [Alias("Where")]
    Task<string> WhereAsync();
}

[GenerateSerializer, Alias("Silo.Tests.Ledger")]
public sealed class Ledger
{
    [Id(0)]
    public List<int> Entries { get; set; } = [];
}

public sealed class LedgerGrain([PersistentState("ledger", StorageNames.County)] IPersistentState<Ledger> ledger) : Grain, ILedgerGrain
{
    public async Task AddAsync(int entry)
    {
        if (ledger.State.Entries.Contains(entry))
        {
            return;
        }

        ledger.State.Entries.Add(entry);
        try
        {
            await ledger.WriteStateAsync();
        }
        catch
        {
            // What is in memory was not stored, or was and nobody knows: the next call begins from what is stored.
            DeactivateOnIdle();
            throw;
        }
    }

    public async Task AddLateAsync(int entry)
    {
        Gate.Reached.SetResult();
        await Gate.Open.Task;
        await AddAsync(entry);
    }

    public Task<int[]> EntriesAsync() => Task.FromResult<int[]>([.. ledger.State.Entries]);

    public Task<string> WhereAsync() => Task.FromResult(RuntimeIdentity);
}

/// <summary>Holds a call of a grain while the test does something else; for one test.</summary>
internal static class Gate
{
    public static readonly TaskCompletionSource Reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static readonly TaskCompletionSource Open = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
