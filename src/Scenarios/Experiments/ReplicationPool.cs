using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;

namespace KentSufficiency.Scenarios.Experiments;

/// <summary>
/// Threads that take replications, each with all its scenarios, until none is left. Item n is scenario n modulo the number of scenarios of
/// replication n divided by it, and replications are taken in order; so whatever ends the run early, what lies before the first
/// incomplete replication is complete. May be asked to go on to more replications; each thread then uses its engines again.
/// </summary>
internal sealed class ReplicationPool : IReplicationRunner
{
    private readonly ExperimentPlan _plan;
    private readonly IReplicationEngine[]?[] _engines;
    private readonly int _recordLength;
    private readonly IResultSink _sink;
    private readonly IProgress<ExperimentProgress>? _progress;
    private readonly Lock _failing = new();

    private bool[] _complete = [];
    private int _taken;
    private int _completed;
    private int _failedItem = int.MaxValue;
    private Exception? _failure;

    public ReplicationPool(
        ExperimentPlan plan,
        IReadOnlyList<IReplicationEngine> firstEngines,
        IResultSink sink,
        IProgress<ExperimentProgress>? progress)
    {
        _plan = plan;
        _engines = new IReplicationEngine[]?[plan.Threads];
        _engines[0] = [.. firstEngines];
        _recordLength = firstEngines[0].Layout.Length;
        _sink = sink;
        _progress = progress;
    }

    /// <inheritdoc/>
    public int Run(int replications, CancellationToken cancellation)
    {
        _taken = _complete.Length / _plan.Scenarios.Count;
        Array.Resize(ref _complete, checked(replications * _plan.Scenarios.Count));
        int count = Math.Min(_plan.Threads, replications - _taken);
        Thread[] threads = [.. Enumerable.Range(0, count).Select(worker => new Thread(() => Work(worker, cancellation)))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        if (_failure is not null)
        {
            int scenario = _failedItem % _plan.Scenarios.Count;
            throw new ExperimentException(_plan.Scenarios[scenario].Name, _failedItem / _plan.Scenarios.Count, _plan.Seed, _failure);
        }

        int incomplete = Array.IndexOf(_complete, false);
        return incomplete < 0 ? replications : incomplete / _plan.Scenarios.Count;
    }

    /// <inheritdoc/>
    public void Finish()
    {
        // Nothing is kept beyond the results.
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The threads ended with the last call.
    }

    private void Work(int worker, CancellationToken cancellation)
    {
        int scenarios = _plan.Scenarios.Count;
        long[] results = new long[_recordLength];
        while (true)
        {
            int first = (Interlocked.Increment(ref _taken) - 1) * scenarios;
            for (int item = first; item < first + scenarios; item++)
            {
                bool stopping = cancellation.IsCancellationRequested || Volatile.Read(ref _failedItem) < item;
                if (stopping || item >= _complete.Length || !Attempt(item, worker, results, cancellation))
                {
                    return;
                }
            }
        }
    }

    private IReplicationEngine[] EnginesOf(int worker)
    {
        if (_engines[worker] is IReplicationEngine[] engines)
        {
            return engines;
        }

        var shared = new SharedReplication();
        return _engines[worker] = [.. _plan.Scenarios.Select(scenario => scenario.CreateEngine(shared))];
    }

    /// <summary>Runs one item. Whatever an engine throws ends the run, except that a cancelled item only stays incomplete.</summary>
    private bool Attempt(int item, int worker, long[] results, CancellationToken cancellation)
    {
        try
        {
            RunItem(item, EnginesOf(worker), results, cancellation);
            return true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
#pragma warning disable CA1031 // Any failure of a thread must reach the caller rather than end the process.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            // Items in progress elsewhere run to their end, and the first that failed wins: the failure named is always the same.
            lock (_failing)
            {
                if (item < _failedItem)
                {
                    (_failedItem, _failure) = (item, failure);
                }
            }

            return false;
        }
    }

    private void RunItem(int item, IReplicationEngine[] engines, long[] results, CancellationToken cancellation)
    {
        (int replication, int scenario) = Math.DivRem(item, _plan.Scenarios.Count);
        PlannedScenario planned = _plan.Scenarios[scenario];
        IEventLog? log = replication == 0 ? _plan.Log?.Invoke(planned.Name) : null;
        Array.Clear(results);
        engines[scenario].Run(_plan.Seed, (uint)replication, results, _plan.Audit, log, cancellation);
        _sink.Write(scenario, replication, results);
        _complete[item] = true;
        _progress?.Report(new ExperimentProgress(Interlocked.Increment(ref _completed), _complete.Length));
    }
}
