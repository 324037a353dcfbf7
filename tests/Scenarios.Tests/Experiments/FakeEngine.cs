using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.ScenariosTests.Experiments;

/// <summary>An engine whose results are a hash of seed, replication, date and measure, plus what the scenario adds: no model.</summary>
internal sealed class FakeEngine : IReplicationEngine
{
    private static readonly string[] s_ids = ["cla", "cla-uasc", "scs19", "households", "p-sufficient", "scs29"];
    private static readonly string[] s_censusIds = ["roll/primary", "first-preference/primary", "p-surplus/primary"];

    public IReadOnlyList<MeasureDefinition> Measures { get; init; } =
        [.. s_ids.Select(Define)];

    public IReadOnlyList<DateOnly> Dates { get; init; } =
        [.. Enumerable.Range(0, 13).Select(month => new DateOnly(2019, 8, 1).AddMonths(month).AddDays(-1))];

    public RecordLayout Layout => RecordLayout.Of(Measures, [.. Dates.Select((date, i) => i == 0 || i == Dates.Count - 1 || date.Month == CensusMonth)]);

    /// <summary>The month at whose end is a census.</summary>
    public int CensusMonth { get; init; } = 1;

    /// <summary>Whether anything is measured at all; otherwise everything is nothing.</summary>
    public bool Counts { get; init; } = true;

    /// <summary>Added to every numerator at the horizon.</summary>
    public long Effect { get; init; }

    /// <summary>Called before each replication.</summary>
    public Action<uint>? Before { get; init; }

    /// <summary>An engine with measures of schools beside the others, which are recorded on census dates only.</summary>
    public static FakeEngine WithCensus(long effect = 0) => new()
    {
        Effect = effect,
        Measures = [.. s_ids.Select(Define), .. s_censusIds.Select(id => Define(id) with { IsCensus = true })],
    };

    /// <summary>An engine with measures of schools and places that planning areas are short of.</summary>
    public static FakeEngine WithDeficits(long effect = 0)
    {
        IReadOnlyList<MeasureDefinition> measures = WithCensus().Measures;
        MeasureDefinition deficit = Define("deficit-places/year-7") with { IsCensus = true };
        string[] places = ["Kent", "Gravesham", "Gravesend and Longfield", "Swanley"];
        return new FakeEngine
        {
            Effect = effect,
            Measures = [.. measures, .. places.Select(place => deficit with { Geography = place })],
            Dates = [.. Enumerable.Range(0, 31).Select(month => new DateOnly(2019, 8, 1).AddMonths(month).AddDays(-1))],
        };
    }

    public void Run(uint seed, uint replication, Span<long> results, bool audit, IEventLog? log, CancellationToken cancellation)
    {
        Before?.Invoke(replication);
        cancellation.ThrowIfCancellationRequested();
        RecordLayout layout = Layout;
        for (int date = 0; date < Dates.Count; date++)
        {
            for (int measure = 0; measure < layout.MeasuresOn(date); measure++)
            {
                int at = layout.Offset(date, measure);
                uint index = 2 * (uint)((date * Measures.Count) + measure);
                (results[at], results[at + 1]) = !Counts ? default : Pair(Hash(seed, replication, index), Measures[measure], date);
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
            "deficit-places/year-7" => (Math.Max(0, number - (measure.Geography == "Swanley" ? 700 : 300)), 1),
            "scs29" => (number, (long)(hash >> 32) % 3),
            _ => measure.Kind == MeasureKind.Percentage ? (number, 1000 + Effect) : (number, 1),
        };
    }

    private static MeasureDefinition Define(string id) => new(id, "Kent", KindOf(id), UnitOf(id), $"Title of {id}");

    private static MeasureKind KindOf(string id) => id switch
    {
        "scs19" or "p-sufficient" or "first-preference/primary" or "p-surplus/primary" => MeasureKind.Percentage,
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
