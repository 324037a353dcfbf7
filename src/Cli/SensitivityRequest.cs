namespace KentSufficiency.Cli;

/// <summary>What <c>kent sensitivity</c> was asked to do.</summary>
internal sealed record SensitivityRequest
{
    /// <summary>Name or path of the scenario; null for the latest baseline.</summary>
    public required string? Scenario { get; init; }

    /// <summary>The id of the measure.</summary>
    public required string Measure { get; init; }

    /// <summary>Kent or a part of it.</summary>
    public required string Geography { get; init; }

    /// <summary>Whether a strategy's own value is asked about, not what it changes.</summary>
    public required bool Value { get; init; }

    /// <summary>Ids, or beginnings with an asterisk; empty for all that the measure's side of the county is made from.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }

    /// <summary>How many are screened at most.</summary>
    public required int Most { get; init; }

    /// <summary>Years from start to horizon.</summary>
    public required int Years { get; init; }

    /// <summary>Trajectories.</summary>
    public required int Trajectories { get; init; }

    /// <summary>Levels.</summary>
    public required int Levels { get; init; }

    /// <summary>Replications of each point.</summary>
    public required int Replications { get; init; }

    /// <summary>The seed.</summary>
    public required uint Seed { get; init; }

    /// <summary>Points at a time.</summary>
    public required int Threads { get; init; }

    /// <summary>The folder for the files; null for none.</summary>
    public required string? Out { get; init; }

    /// <summary>Whether to tell no progress.</summary>
    public required bool Quiet { get; init; }
}
