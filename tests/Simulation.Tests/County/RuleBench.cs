using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.SimulationTests.County;

/// <summary>What a rule needs to run alone: rates, a day, draws and something that collects its effects.</summary>
internal sealed class RuleBench
{
    private CountyRates? _built;

    public TestRates Rates { get; init; } = new();

    /// <summary>Rates built before, for a test of many benches.</summary>
    public CountyRates? Shared { get; init; }

    public Effects Effects { get; } = new() { Telling = true };

    public int UnaccompaniedStock { get; set; }

    public CountyRates Built => _built ??= Shared ?? Rates.Build();

    public Today On(int day) => new(day, 1, UnaccompaniedStock, Built);

    /// <summary>The n-th child of the bench, of an age in days on day 0; nothing else is known of it.</summary>
    public static ChildState Child(int n, double years = 8) =>
        ChildTable.Unknown(EntityId.Of(EntityKind.ReferredChild, 2, 0, n), district: 2) with { BirthDay = -(int)(years * Age.Year) };

    /// <summary>A child looked after since day 0, who lives in a home of a kind since then.</summary>
    public static ChildState LookedAfter(int n, HomeKind place, int home, double years = 8, CarePlan plan = CarePlan.LongTerm) => Child(n, years) with
    {
        Phase = Phase.LookedAfter,
        Episodes = 1,
        Plan = plan,
        PhaseEndDay = Math.Min(ChildState.Never, -(int)(years * Age.Year) + Age.Days18),
        PreviousPlacementDay = -ChildState.Never,
        Place = place,
        Home = home,
        PlacementUses = 1,
        PlacementsThisEpisode = 1,
        MatchQuality = 2,
    };

    public static Draws DrawsOf(in ChildState child) => new(new DrawKey(5, 0), child.Id);

    public long this[Flow flow] => Effects.Flows[(int)flow];

    /// <summary>How many effects of a class were wanted.</summary>
    public int Wanted(EffectClass wanted) => Effects.Wanted.ToArray().Count(effect => effect.Class == wanted);

    /// <summary>The kinds of events told, in their order.</summary>
    public EventKind[] Told => [.. Effects.Told.ToArray().Select(told => told.Kind)];
}
