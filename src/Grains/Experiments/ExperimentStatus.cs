namespace KentSufficiency.Grains.Experiments;

/// <summary>How an experiment stands.</summary>
[GenerateSerializer]
[Alias("kent.ExperimentStage")]
public enum ExperimentStage
{
    /// <summary>There is no such experiment.</summary>
    Unknown,

    /// <summary>Batches are being computed.</summary>
    Running,

    /// <summary>Interrupted by the one who asked for it; goes on when it is asked for again.</summary>
    Stopped,

    /// <summary>All that was asked for is stored, and nobody has taken it yet.</summary>
    Complete,

    /// <summary>All results have been taken. Asked for again, it is computed anew.</summary>
    Finished,

    /// <summary>Cancelled for good. Asked for again, it is computed anew.</summary>
    Cancelled,

    /// <summary>Cannot be completed; <see cref="ExperimentStatus.Failure"/> says why. Asked for again, it is computed anew.</summary>
    Failed,
}

/// <summary>What an experiment answers.</summary>
[GenerateSerializer]
[Immutable]
[Alias("kent.ExperimentStatus")]
public sealed record ExperimentStatus
{
    /// <summary>How it stands.</summary>
    [Id(0)]
    public required ExperimentStage Stage { get; init; }

    /// <summary>How often it was computed from the beginning before this time; a part of the keys of its batches.</summary>
    [Id(1)]
    public int Attempt { get; init; }

    /// <summary>Replications that shall be complete.</summary>
    [Id(2)]
    public int Target { get; init; }

    /// <summary>Ascending numbers of replications asked for so far; with <see cref="BatchSize"/> they make the batches.</summary>
    [Id(3)]
    public IReadOnlyList<int> Stages { get; init; } = [];

    /// <summary>Replications in a batch.</summary>
    [Id(4)]
    public int BatchSize { get; init; } = 1;

    /// <summary>Batches, from the first, that are all stored.</summary>
    [Id(5)]
    public int LeadingBatches { get; init; }

    /// <summary>Runs (one replication of one scenario) that are done, those of unfinished batches included.</summary>
    [Id(6)]
    public int Runs { get; init; }

    /// <summary>Why it failed; null where it has not.</summary>
    [Id(7)]
    public BatchFailure? Failure { get; init; }

    /// <summary>Silos that compute it now.</summary>
    [Id(8)]
    public int Silos { get; init; }

    /// <summary>The batches, in order.</summary>
    public IReadOnlyList<BatchRange> Ranges => BatchPlan.Ranges(Stages, BatchSize);

    /// <summary>Replications from 0 whose results are stored.</summary>
    public int Replications => LeadingBatches == 0 ? 0 : Ranges[LeadingBatches - 1].End;
}
