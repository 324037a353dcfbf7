namespace KentSufficiency.Grains.Experiments;

/// <summary>How a batch stands.</summary>
[GenerateSerializer]
[Alias("kent.BatchStage")]
public enum BatchStage
{
    /// <summary>Nothing is stored and nothing runs: ask again with <see cref="IReplicationBatchGrain.Run"/>.</summary>
    Idle,

    /// <summary>Waiting for a core, running, or being stored.</summary>
    Running,

    /// <summary>The results are stored.</summary>
    Complete,

    /// <summary>It cannot be completed; <see cref="BatchStatus.Failure"/> says why.</summary>
    Failed,

    /// <summary>This silo must not compute it; another may.</summary>
    Refused,
}

/// <summary>What a batch answers.</summary>
[GenerateSerializer]
[Immutable]
[Alias("kent.BatchStatus")]
public sealed record BatchStatus
{
    /// <summary>How it stands.</summary>
    [Id(0)]
    public required BatchStage Stage { get; init; }

    /// <summary>Runs (one replication of one scenario) that are done, from 0 to all.</summary>
    [Id(1)]
    public int Runs { get; init; }

    /// <summary>The silo that has it.</summary>
    [Id(2)]
    public required SiloAddress Silo { get; init; }

    /// <summary>How many kernels run at a time on that silo.</summary>
    [Id(3)]
    public required int Cores { get; init; }

    /// <summary>Why it failed or was refused; null where it was not.</summary>
    [Id(4)]
    public BatchFailure? Failure { get; init; }
}

/// <summary>Why a batch cannot be completed.</summary>
[GenerateSerializer]
[Immutable]
[Alias("kent.BatchFailure")]
public sealed record BatchFailure
{
    /// <summary>The scenario whose engine failed; null where no engine did.</summary>
    [Id(0)]
    public string? Scenario { get; init; }

    /// <summary>The scenario's index; with <see cref="Replication"/> it says which of two failures is the first.</summary>
    [Id(1)]
    public int ScenarioIndex { get; init; }

    /// <summary>The replication that failed; where no engine did, the first of the batch.</summary>
    [Id(2)]
    public int Replication { get; init; }

    /// <summary>What went wrong, as a sentence.</summary>
    [Id(3)]
    public required string Message { get; init; }
}
