using System.Diagnostics.Metrics;

namespace KentSufficiency.Grains;

/// <summary>
/// What a silo counts while it works. The instruments cost nothing while nobody listens; rates (replications a second, events a
/// second) are for the listener to derive. Thread-safe.
/// </summary>
public static class KentMeters
{
    /// <summary>The name to subscribe to.</summary>
    public const string Name = "KentSufficiency";

    private static readonly Meter s_meter = new(Name, "1.0");

    private static readonly Counter<long> s_replications = s_meter.CreateCounter<long>(
        "kent.replications", "{replication}", "Replications computed, those that were computed twice included.");

    private static readonly Counter<long> s_events = s_meter.CreateCounter<long>(
        "kent.events", "{event}", "Events of the simulated county, in ensembles and in the twin.");

    private static readonly UpDownCounter<long> s_queued = s_meter.CreateUpDownCounter<long>(
        "kent.queue.depth", "{item}", "What waits, by queue: batches of replications for a core, operations for the storage of a silo on its own.");

    private static readonly Histogram<double> s_storage = s_meter.CreateHistogram<double>(
        "kent.storage.duration", "s", "How long storage took, by store, operation and whether it succeeded.",
        advice: new() { HistogramBucketBoundaries = [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10] });

    /// <summary>Replications were computed.</summary>
    /// <param name="count">How many.</param>
    public static void ReplicationsDone(long count) => s_replications.Add(count);

    /// <summary>Events happened in a simulated county.</summary>
    /// <param name="count">How many.</param>
    /// <param name="engine">"ensemble" or "twin".</param>
    public static void EventsHappened(long count, string engine) => s_events.Add(count, new KeyValuePair<string, object?>("engine", engine));

    /// <summary>A queue grew or shrank.</summary>
    /// <param name="queue">Its name; one of a few, never an id.</param>
    /// <param name="change">By how much; negative where it shrank.</param>
    public static void QueueChanged(string queue, long change) => s_queued.Add(change, new KeyValuePair<string, object?>("queue", queue));

    /// <summary>Storage answered or failed.</summary>
    /// <param name="store">The store's name in <see cref="StorageNames"/>.</param>
    /// <param name="operation">"read", "write" or "clear".</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="succeeded">Whether it did what was asked; a refused stale write did not.</param>
    public static void StorageAnswered(string store, string operation, TimeSpan duration, bool succeeded) => s_storage.Record(
        duration.TotalSeconds,
        new KeyValuePair<string, object?>("store", store),
        new KeyValuePair<string, object?>("operation", operation),
        new KeyValuePair<string, object?>("outcome", succeeded ? "done" : "failed"));
}
