using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Fostering;

/// <summary>Runs the rules of one household.</summary>
internal static class HouseholdBench
{
    public static Draws DrawsOf(in HouseholdState household) => new(new DrawKey(5, 0), household.Id);

    /// <summary>The n-th household of a kind, of which nothing is known.</summary>
    public static HouseholdState New(EntityKind kind, int n)
    {
        var households = new HouseholdTable();
        return households[households.Add(EntityId.Of(kind, n % 12, 0, n), n % 12)];
    }

    /// <summary>A household that enquires on day 0.</summary>
    public static HouseholdState Enquire(this RuleBench bench, int n = 1)
    {
        HouseholdState household = New(EntityKind.EnquiringHousehold, n);
        HouseholdRules.Enquire(ref household, DrawsOf(household), bench.On(0), bench.Effects);
        return household;
    }

    /// <summary>A household that panel approves on day 0.</summary>
    public static HouseholdState Approved(this RuleBench bench, int n = 1)
    {
        HouseholdState household = New(EntityKind.EnquiringHousehold, n);
        HouseholdRules.Approve(ref household, DrawsOf(household), bench.On(0), bench.Effects);
        bench.Effects.ClearDay();
        return household;
    }

    /// <summary>A connected person who takes a child on day 0.</summary>
    public static HouseholdState Connected(this RuleBench bench)
    {
        HouseholdState household = New(EntityKind.ConnectedHousehold, 1);
        HouseholdRules.OpenConnected(ref household, DrawsOf(household), bench.On(0));
        return household;
    }

    /// <summary>The next event of the household happens.</summary>
    public static void Wake(this RuleBench bench, ref HouseholdState household)
    {
        int day = household.NextDay;
        HouseholdRules.Wake(ref household, DrawsOf(household), bench.On(day), bench.Effects);
        household.NextDay = Math.Max(household.NextDay, day + 1);
    }

    /// <summary>All events up to a day happen.</summary>
    public static void WakeUntil(this RuleBench bench, ref HouseholdState household, int day)
    {
        while (household.NextDay <= day)
        {
            bench.Wake(ref household);
        }
    }

    /// <summary>What the household told the placement service since the effects were cleared, each day's in the order of the day.</summary>
    public static List<HouseholdChange> Changes(this RuleBench bench) =>
        [.. bench.Effects.Wanted.ToArray().Where(e => e.Class == EffectClass.HouseholdChange).Select(e => (HouseholdChange)e.Detail)];
}
