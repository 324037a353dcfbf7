namespace KentSufficiency.Grains.Experiments;

/// <summary>What is stored of the list of experiments.</summary>
[GenerateSerializer]
[Alias("kent.ExperimentDirectoryState")]
public sealed class ExperimentDirectoryState
{
    /// <summary>The experiments, the latest first.</summary>
    [Id(0)]
    public List<ExperimentEntry> Entries { get; set; } = [];
}

/// <summary>Keeps the list of experiments; see <see cref="IExperimentDirectoryGrain"/>.</summary>
internal sealed class ExperimentDirectoryGrain(
    [PersistentState("directory", StorageNames.Experiments)] IPersistentState<ExperimentDirectoryState> state)
    : Grain, IExperimentDirectoryGrain
{
    private const int MostKept = 20;

    public async Task Note(ExperimentEntry entry)
    {
        List<ExperimentEntry> entries = state.State.Entries;
        entries.RemoveAll(known => known.Id == entry.Id);
        entries.Insert(0, entry);
        ExperimentEntry[] tooMany = [.. entries.Skip(MostKept)];
        entries.RemoveRange(entries.Count - tooMany.Length, tooMany.Length);
        await state.WriteStateAsync();
        foreach (ExperimentEntry old in tooMany)
        {
            _ = GrainFactory.GetGrain<IExperimentGrain>(ExperimentKeys.Experiment(old.Id)).Cancel();
        }
    }

    public Task<IReadOnlyList<ExperimentEntry>> List() => Task.FromResult<IReadOnlyList<ExperimentEntry>>([.. state.State.Entries]);
}
