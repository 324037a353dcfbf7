using KentSufficiency.Simulation.County;

namespace KentSufficiency.SimulationTests.County;

/// <summary>One replication: its results and its events.</summary>
internal sealed record RecordedRun(IReplicationEngine Engine, long[] Results, List<EventRecord> Events)
{
    /// <summary>Runs one replication with the audit on.</summary>
    public static RecordedRun Of(IReplicationEngine engine, uint seed = 1, uint replication = 0)
    {
        var log = new EventList();
        long[] results = new long[engine.Layout.Length];
        engine.Run(seed, replication, results, audit: true, log, CancellationToken.None);
        return new RecordedRun(engine, results, log.Events);
    }

    /// <summary>Runs one replication without a log, at full speed.</summary>
    public static long[] ResultsOf(IReplicationEngine engine, uint seed = 1, uint replication = 0)
    {
        long[] results = new long[engine.Layout.Length];
        engine.Run(seed, replication, results, audit: false, log: null, CancellationToken.None);
        return results;
    }

    /// <summary>A measure on a record date.</summary>
    public (long Numerator, long Denominator) this[string id, int record] => Read(Engine, Results, id, record);

    public static (long Numerator, long Denominator) Read(IReplicationEngine engine, long[] results, string id, int record)
    {
        int measure = engine.Measures.ToList().FindIndex(m => m.Id == id && m.Geography == "Kent");
        Assert.True(measure >= 0, $"There is no measure {id}.");
        int at = engine.Layout.Offset(record, measure);
        return (results[at], results[at + 1]);
    }

    private sealed class EventList : IEventLog
    {
        public List<EventRecord> Events { get; } = [];

        public void Record(in EventRecord happened) => Events.Add(happened);
    }
}
