namespace KentSufficiency.Grains.Experiments;

/// <summary>Knows the experiments of a cluster, the latest first. There is one, with the key <see cref="ExperimentKeys.Directory"/>.</summary>
[Alias("kent.IExperimentDirectoryGrain")]
public interface IExperimentDirectoryGrain : IGrainWithStringKey
{
    /// <summary>Notes an experiment as the latest. Of those that are over, the oldest beyond the 20 latest are forgotten with their results.</summary>
    [Alias("Note")]
    Task Note(ExperimentEntry entry);

    /// <summary>All experiments, the latest first.</summary>
    [Alias("List")]
    Task<IReadOnlyList<ExperimentEntry>> List();
}

/// <summary>An experiment in the list.</summary>
[GenerateSerializer]
[Immutable]
[Alias("kent.ExperimentEntry")]
public sealed record ExperimentEntry
{
    /// <summary>The experiment's id.</summary>
    [Id(0)]
    public required string Id { get; init; }

    /// <summary>The names of its scenarios.</summary>
    [Id(1)]
    public required IReadOnlyList<string> Scenarios { get; init; }

    /// <summary>Years from start to horizon.</summary>
    [Id(2)]
    public required int Years { get; init; }

    /// <summary>The seed.</summary>
    [Id(3)]
    public required uint Seed { get; init; }

    /// <summary>The entry of an experiment.</summary>
    public static ExperimentEntry Of(ExperimentSpec spec) =>
        new() { Id = spec.Id, Scenarios = [.. spec.Scenarios.Select(scenario => scenario.Name)], Years = spec.Years, Seed = spec.Seed };
}
