namespace KentSufficiency.Grains.Experiments;

/// <summary>A batch that has been handed to a silo.</summary>
internal sealed class HandedBatch(BatchRange range, SiloAddress silo)
{
    public BatchRange Range => range;

    /// <summary>The silo it was meant for, and then the one that has it.</summary>
    public SiloAddress Silo { get; set; } = silo;

    /// <summary>Whether a silo has said that it computes it.</summary>
    public bool IsAccepted { get; set; }

    /// <summary>Whether an answer is awaited.</summary>
    public bool IsAsked { get; set; }

    /// <summary>Runs that are done.</summary>
    public int Runs { get; set; }

    /// <summary>Questions that were not answered, one after the other.</summary>
    public int Unanswered { get; set; }
}

/// <summary>
/// Which batch is where: decides what to hand to whom. Every silo gets twice as many batches as it has cores, so that none waits for the next;
/// batches are handed out in order, so that what lies before the first incomplete one is complete.
/// </summary>
internal sealed class BatchBoard
{
    private readonly Dictionary<int, HandedBatch> _handed = [];
    private readonly Dictionary<SiloAddress, int> _cores = [];
    private readonly Dictionary<SiloAddress, BatchFailure> _refusals = [];

    /// <summary>Batches that silos have.</summary>
    public IReadOnlyCollection<HandedBatch> Handed => _handed.Values;

    /// <summary>The first refusal there was; null for none.</summary>
    public BatchFailure? Refusal => _refusals.Values.FirstOrDefault();

    /// <summary>Runs done in batches that are not stored yet.</summary>
    public int Runs => _handed.Values.Sum(batch => batch.Runs);

    /// <summary>Silos that have batches.</summary>
    public int Silos => _handed.Values.Select(batch => batch.Silo).Distinct().Count();

    /// <summary>A batch that a silo has, or null.</summary>
    public HandedBatch? Find(int index) => _handed.GetValueOrDefault(index);

    /// <summary>Takes a batch from the board: it has ended, or is to be handed out again.</summary>
    public void Remove(int index) => _handed.Remove(index);

    /// <summary>Takes all from the board, and forgets who refused.</summary>
    public void Clear()
    {
        _handed.Clear();
        _refusals.Clear();
    }

    /// <summary>Notes what a silo says of itself.</summary>
    public void Hear(BatchStatus status)
    {
        _cores[status.Silo] = status.Cores;
        if (status is { Stage: BatchStage.Refused, Failure: not null })
        {
            _refusals[status.Silo] = status.Failure;
        }
    }

    /// <summary>Takes back the batches of silos that are gone.</summary>
    public void Forget(IReadOnlyCollection<SiloAddress> active)
    {
        foreach (HandedBatch lost in _handed.Values.Where(batch => !active.Contains(batch.Silo)).ToArray())
        {
            _handed.Remove(lost.Range.Index);
        }
    }

    /// <summary>Whether no silo is left that may compute.</summary>
    public bool IsRefusedByAll(IReadOnlyCollection<SiloAddress> active) => active.Count > 0 && active.All(_refusals.ContainsKey);

    /// <summary>Hands out the next batches, to the silo with the most room first.</summary>
    /// <param name="next">Batches to be computed, in order; those that are handed out already are passed over.</param>
    /// <param name="active">Silos that are there.</param>
    public IReadOnlyList<HandedBatch> HandOut(IEnumerable<BatchRange> next, IReadOnlyCollection<SiloAddress> active)
    {
        var room = active.Where(silo => !_refusals.ContainsKey(silo)).ToDictionary(silo => silo, RoomOf);
        var given = new List<HandedBatch>();
        foreach (BatchRange range in next)
        {
            SiloAddress? silo = room.Where(entry => entry.Value > 0).OrderByDescending(entry => entry.Value).Select(entry => entry.Key).FirstOrDefault();
            if (silo is null)
            {
                break;
            }

            if (!_handed.ContainsKey(range.Index))
            {
                room[silo]--;
                given.Add(_handed[range.Index] = new HandedBatch(range, silo));
            }
        }

        return given;
    }

    /// <summary>A silo that has said nothing yet gets one batch.</summary>
    private int RoomOf(SiloAddress silo) =>
        (_cores.TryGetValue(silo, out int cores) ? 2 * cores : 1) - _handed.Values.Count(batch => batch.Silo.Equals(silo));
}
