using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.ScenariosTests.Experiments;

/// <summary>An engine whose results are a hash of seed, replication, date and measure, plus what the scenario adds: no model.</summary>
internal sealed class FakeEngine : IReplicationEngine
{
    private static readonly string[] s_ids = ["cla", "cla-uasc", "scs19", "households", "p-sufficient", "scs29"];

    public IReadOnlyList<MeasureDefinition> Measures { get; init; } =
        [.. s_ids.Select(id => new MeasureDefinition(id, "Kent", KindOf(id), UnitOf(id), $"Title of {id}"))];

    public IReadOnlyList<DateOnly> Dates { get; init; } =
        [.. Enumerable.Range(0, 13).Select(month => new DateOnly(2019, 8, 1).AddMonths(month).AddDays(-1))];

    /// <summary>Added to every numerator at the horizon.</summary>
    public long Effect { get; init; }

    /// <summary>Called before each replication.</summary>
    public Action<uint>? Before { get; init; }

    public void Run(uint seed, uint replication, Span<long> results, bool audit, IEventLog? log, CancellationToken cancellation)
    {
        Before?.Invoke(replication);
        cancellation.ThrowIfCancellationRequested();
        for (int date = 0; date < Dates.Count; date++)
        {
            for (int measure = 0; measure < Measures.Count; measure++)
            {
                int index = 2 * ((date * Measures.Count) + measure);
                (results[index], results[index + 1]) = Pair(Hash(seed, replication, (uint)index), Measures[measure], date);
            }
        }

        log?.Record(new EventRecord(Dates[0], ulong.MaxValue, "child-started", "S", 0));
        log?.Record(new EventRecord(Dates[0].AddDays(1), ulong.MaxValue, "placement-started", "U6", replication));
    }

    private (long Numerator, long Denominator) Pair(ulong hash, MeasureDefinition measure, int date)
    {
        long number = (long)(hash % 1000) + (date == Dates.Count - 1 ? Effect : 0);
        return measure.Id switch
        {
            "p-sufficient" => (number % 2, 1),
            "scs29" => (number, (long)(hash >> 32) % 3),
            _ => measure.Kind == MeasureKind.Percentage ? (number, 1000 + Effect) : (number, 1),
        };
    }

    private static MeasureKind KindOf(string id) => id switch
    {
        "scs19" or "p-sufficient" => MeasureKind.Percentage,
        "scs29" => MeasureKind.Mean,
        _ => MeasureKind.Count,
    };

    private static string UnitOf(string id) => KindOf(id) == MeasureKind.Percentage ? "%" : "children";

    private static ulong Hash(uint seed, uint replication, uint index)
    {
        ulong x = (((ulong)seed << 32) | replication) + (0x9E3779B97F4A7C15UL * (index + 1));
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
