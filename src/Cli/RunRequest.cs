using KentSufficiency.Scenarios.Experiments;

namespace KentSufficiency.Cli;

/// <summary>What <c>kent run</c> was asked to do.</summary>
/// <param name="Scenarios">Names or paths as given; none means all that are shipped.</param>
/// <param name="Replications">Replications of each scenario.</param>
/// <param name="Years">Years from start to horizon, where a scenario does not fix them.</param>
/// <param name="YearsGiven">Whether the years were on the command line.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Threads">Replications that run at a time.</param>
/// <param name="Out">The folder for the results.</param>
/// <param name="Audit">Whether to check the conservation laws.</param>
/// <param name="Events">Whether to write the events of replication 0.</param>
/// <param name="Quiet">Whether to tell no progress.</param>
internal sealed record RunRequest(
    IReadOnlyList<string> Scenarios,
    int Replications,
    int Years,
    bool YearsGiven,
    uint Seed,
    int Threads,
    string Out,
    bool Audit,
    bool Events,
    bool Quiet)
{
    /// <summary>Whether parameters are drawn; null where the command line does not say.</summary>
    public ParameterMode? Parameters { get; init; }

    /// <summary>What decides on the number of replications; null for <see cref="Replications"/>.</summary>
    public PrecisionTarget? Precision { get; init; }

    /// <summary>The file of totals that the baseline is aligned to; null for none.</summary>
    public string? Align { get; init; }

    /// <summary>What computes: the name of an engine, or <see cref="EngineChoice.Auto"/>.</summary>
    public string Engine { get; init; } = EngineChoice.Auto;

    /// <summary>The cluster whose silos compute; null where another engine does.</summary>
    public string? Cluster { get; init; }

    /// <summary>The data folder of silos in this process; null for the user's.</summary>
    public string? Data { get; init; }

    /// <summary>The measure to rank by; null where the command line does not say.</summary>
    public string? RankBy { get; init; }

    /// <summary>Whether to tell when each part was done.</summary>
    public bool Timings { get; init; }
}
