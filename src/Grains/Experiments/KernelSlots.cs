using System.Collections.Concurrent;
using KentSufficiency.Scenarios.Experiments;

namespace KentSufficiency.Grains.Experiments;

/// <summary>
/// Runs batches on threads of its own, one for each core it may use, so that no grain waits behind a kernel. Batches wait for a thread in the order
/// in which they come. One for each silo; may be called by any thread.
/// </summary>
public sealed class KernelSlots : IDisposable
{
    private const int ExperimentsKept = 4;
    private const string Queue = "batches";

    private readonly BlockingCollection<KernelJob> _waiting = [];
    private readonly CancellationTokenSource _closing = new();
    private readonly IExperimentCompiler _compiler;
    private readonly Lock _compiling = new();
    private readonly List<(string Id, Lazy<IReadOnlyList<PlannedScenario>> Scenarios)> _compiled = [];
    private readonly Thread[] _threads;

    /// <summary>Starts the threads.</summary>
    /// <param name="count">How many kernels run at a time, at least 1.</param>
    /// <param name="compiler">Makes experiments ready.</param>
    public KernelSlots(int count, IExperimentCompiler compiler)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        _compiler = compiler;
        _threads = [.. Enumerable.Range(0, count).Select(i => new Thread(Work) { IsBackground = true, Name = $"kernel {i}" })];
        Array.ForEach(_threads, thread => thread.Start());
    }

    /// <summary>How many kernels run at a time.</summary>
    public int Count => _threads.Length;

    /// <summary>Computes a batch when a thread is free.</summary>
    /// <param name="request">What to compute.</param>
    /// <param name="told">Told, from the thread that computes, how many runs of the batch are done.</param>
    /// <param name="cancellation">Ends it within a second.</param>
    /// <returns>The bytes of a <see cref="BatchWriter"/>.</returns>
    /// <exception cref="OperationCanceledException">Cancelled, or this was disposed of.</exception>
    /// <exception cref="ExperimentException">An engine failed; the first of the batch in order.</exception>
    public Task<byte[]> Run(BatchRequest request, Action<int> told, CancellationToken cancellation)
    {
        var job = new KernelJob(request, told, CancellationTokenSource.CreateLinkedTokenSource(cancellation, _closing.Token));
        KentMeters.QueueChanged(Queue, 1);
        _waiting.Add(job, CancellationToken.None);
        return job.Result;
    }

    /// <summary>Stops what is running, within a second, and waits for it.</summary>
    public void Dispose()
    {
        if (_closing.IsCancellationRequested)
        {
            return;
        }

        _closing.Cancel();
        _waiting.CompleteAdding();
        Array.ForEach(_threads, thread => thread.Join());
        _waiting.Dispose();
        _closing.Dispose();
    }

    private void Work()
    {
        // Engines are costly to make and warm up, so a thread keeps those of the experiment it worked for last.
        EngineSet? engines = null;
        foreach (KernelJob job in _waiting.GetConsumingEnumerable())
        {
            KentMeters.QueueChanged(Queue, -1);
            job.Execute(() =>
            {
                string id = job.Request.Spec.Id;
                if (engines?.Id != id)
                {
                    engines = null;
                    engines = new EngineSet(id, CompiledOf(id, job.Request.Spec));
                }

                return engines;
            });
        }
    }

    /// <summary>What the threads share of an experiment: compiled once, by the first who needs it, while the others wait.</summary>
    private IReadOnlyList<PlannedScenario> CompiledOf(string id, ExperimentSpec spec)
    {
        Lazy<IReadOnlyList<PlannedScenario>> scenarios;
        lock (_compiling)
        {
            int at = _compiled.FindIndex(entry => entry.Id == id);
            scenarios = at >= 0 ? _compiled[at].Scenarios : new Lazy<IReadOnlyList<PlannedScenario>>(() => _compiler.Compile(spec));
            if (at >= 0)
            {
                _compiled.RemoveAt(at);
            }

            _compiled.Add((id, scenarios));
            if (_compiled.Count > ExperimentsKept)
            {
                _compiled.RemoveAt(0);
            }
        }

        return scenarios.Value;
    }
}
