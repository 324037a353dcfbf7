namespace KentSufficiency.Grains.Experiments;

/// <summary>
/// How far an experiment has come and what to compute next: the decisions of <see cref="ExperimentGrain"/>, without its calls.
/// </summary>
internal sealed class ExperimentCourse
{
    private readonly ExperimentProgressState _state;
    private readonly BatchBoard _board = new();
    private readonly HashSet<int> _failed = [];
    private readonly IReadOnlyList<BatchRange> _ranges;
    private int _leading;

    /// <summary>Takes up an experiment where its state says it is.</summary>
    public ExperimentCourse(ExperimentProgressState state)
    {
        _state = state;
        _ranges = BatchPlan.Ranges(state.Stages, state.BatchSize);
        Advance();
    }

    /// <summary>All batches, in order.</summary>
    public IReadOnlyList<BatchRange> Ranges => _ranges;

    /// <summary>Batches that silos have.</summary>
    public IReadOnlyCollection<HandedBatch> Handed => _board.Handed;

    /// <summary>Whether nothing is left to compute: all is stored, or all that lies before the first failure is known.</summary>
    public bool IsOver => !Wanted.Any();

    /// <summary>What is not stored yet; what lies behind a failure is not computed.</summary>
    private IEnumerable<BatchRange> Wanted => _ranges.Skip(_leading)
        .TakeWhile(range => range.First < Math.Min(_state.Target, _state.Failure?.Replication ?? int.MaxValue))
        .Where(range => !_state.IsStored(range.Index) && !_failed.Contains(range.Index));

    /// <summary>Whether this is a batch that a silo has and that is still waited for.</summary>
    public bool Awaits(HandedBatch batch) => _board.Find(batch.Range.Index) == batch;

    /// <summary>A batch that a silo has, or null.</summary>
    public HandedBatch? Find(int index) => _board.Find(index);

    /// <summary>Hands out what silos have room for, after taking back what lost silos had.</summary>
    public IReadOnlyList<HandedBatch> HandOut(IReadOnlyCollection<SiloAddress> active)
    {
        _board.Forget(active);
        if (_board.IsRefusedByAll(active))
        {
            _state.Failure ??= _board.Refusal! with { Replication = 0 };
            return [];
        }

        return _board.HandOut(Wanted, active);
    }

    /// <summary>Hears from a batch.</summary>
    /// <returns>Batches that need not be computed any more, since an earlier one has failed.</returns>
    public IReadOnlyList<BatchRange> Hear(HandedBatch batch, BatchStatus status)
    {
        _board.Hear(status);
        batch.Silo = status.Silo;
        batch.Runs = status.Runs;
        batch.Unanswered = 0;
        batch.IsAccepted = status.Stage == BatchStage.Running;
        switch (status.Stage)
        {
            case BatchStage.Complete:
                _state.Note(batch.Range.Index, stored: true);
                _board.Remove(batch.Range.Index);
                Advance();
                break;
            case BatchStage.Failed:
                return Fail(batch, status.Failure!);
            case BatchStage.Refused:
                _board.Remove(batch.Range.Index);
                break;
        }

        return [];
    }

    /// <summary>Notes a failure. The first in order wins; what lies before it still runs to its end, as an earlier one may be there.</summary>
    /// <returns>Batches that need not be computed any more.</returns>
    public IReadOnlyList<BatchRange> Fail(HandedBatch batch, BatchFailure failure)
    {
        _failed.Add(batch.Range.Index);
        _board.Remove(batch.Range.Index);
        if (_state.Failure is not BatchFailure known
            || (failure.Replication, failure.ScenarioIndex).CompareTo((known.Replication, known.ScenarioIndex)) < 0)
        {
            _state.Failure = failure;
        }

        BatchRange[] behind = [.. _board.Handed.Select(handed => handed.Range).Where(range => range.First > _state.Failure.Replication)];
        Array.ForEach(behind, range => _board.Remove(range.Index));
        return behind;
    }

    /// <summary>Takes back what was noted as stored.</summary>
    public void Lose(int index)
    {
        _state.Note(index, stored: false);
        _leading = Math.Min(_leading, index);
    }

    /// <summary>How the experiment stands.</summary>
    /// <param name="scenarios">How many scenarios it has.</param>
    public ExperimentStatus Status(int scenarios)
    {
        int stored = _ranges.Where(range => _state.IsStored(range.Index)).Sum(range => range.Count);
        return new ExperimentStatus
        {
            Stage = _state.Stage,
            Attempt = _state.Attempt,
            Target = _state.Target,
            Stages = [.. _state.Stages],
            BatchSize = _state.BatchSize,
            LeadingBatches = _leading,
            Runs = (stored * scenarios) + _board.Runs,
            Failure = _state.Failure,
            Silos = _board.Silos,
        };
    }

    private void Advance()
    {
        while (_leading < _ranges.Count && _state.IsStored(_ranges[_leading].Index))
        {
            _leading++;
        }
    }
}
