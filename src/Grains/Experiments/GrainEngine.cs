using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Grains.Experiments;

/// <summary>Completes replications by asking silos for them.</summary>
/// <param name="name">The engine's name for the manifest.</param>
/// <param name="grains">Reaches the silos.</param>
/// <param name="spec">The experiment; says the same as the plan it is opened with.</param>
public sealed class GrainEngine(string name, IGrainFactory grains, ExperimentSpec spec) : IExperimentEngine
{
    /// <inheritdoc/>
    public string Name => name;

    /// <summary>Measures patience and the pace of asking.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Told, once, how many replications an unfinished experiment brought along.</summary>
    public Action<int>? Resumed { get; init; }

    /// <summary>Told how the experiment stands whenever it was asked for.</summary>
    public Action<ExperimentStatus>? Told { get; init; }

    /// <summary>Asked now and then: whether somebody else wants the experiment cancelled.</summary>
    public Func<bool>? IsCancelled { get; init; }

    /// <summary>Whether to compute nothing and take only what is stored.</summary>
    public bool TakesOnlyStored { get; init; }

    /// <inheritdoc/>
    public IReplicationRunner Open(
        ExperimentPlan plan, IReadOnlyList<IReplicationEngine> engines, IResultSink sink, IProgress<ExperimentProgress>? progress) =>
        new GrainRunner(new ExperimentClient(grains, spec.Id, Time), spec, this, plan, engines, sink, progress);
}
