using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Supply;

/// <summary>What a scheme costs and when: half of the capital when building begins, the rest and the revenue in the September it opens.</summary>
internal static class SchemeMoney
{
    private const int ClassSize = 30;

    /// <summary>Capital by the estimate: the scheme's own, or by the place.</summary>
    public static long Estimate(in Scheme scheme, School school, PlaceCosts costs)
    {
        if (scheme.CapitalPence > 0)
        {
            return scheme.CapitalPence;
        }

        long places = AllPlaces(scheme.Kind, scheme.Places, school);
        return places * scheme.Kind switch
        {
            SchemeKind.Enlarge => school.FirstYear == 7 ? costs.SecondaryPlace : costs.PrimaryPlace,
            SchemeKind.Open => costs.NewPlace,
            SchemeKind.SpecialPlaces => costs.SpecialPlace,
            SchemeKind.ResourcePlaces => costs.ResourcePlace,
            _ => 0,
        };
    }

    /// <summary>Refines the estimate after planning consent; whether it has risen further than a decision covers.</summary>
    public static bool Refine(ref SchemeState state, in Scheme scheme, in RandomBlock block, PlaceCosts costs)
    {
        if (scheme.Certain)
        {
            return false;
        }

        double ratio = costs.CostRatio.Sample(block.UniformC);
        state.CapitalPence = (long)(state.CapitalPence * ratio);
        return ratio > 1 + costs.RiseAllowed;
    }

    /// <summary>Halves a new school, and what it costs.</summary>
    public static void Halve(ref SchemeState state)
    {
        state.Places = (short)(state.Places / 2);
        state.CapitalPence /= 2;
    }

    /// <summary>Pays half when building begins.</summary>
    public static void BeginToBuild(ref SchemeState state, in Scheme scheme, School school, SupplyEffects? effects)
    {
        state.PaidPence = state.CapitalPence / 2;
        effects?.Pay(Budget(scheme, school), scheme.School, state.PaidPence);
    }

    /// <summary>Pays the rest, equips and sets up the classrooms, and receives what developers owe.</summary>
    public static void Open(ref SchemeState state, in Scheme scheme, School school, PlaceCosts costs, SupplyEffects effects)
    {
        long rooms = (AllPlaces(scheme.Kind, state.Places, school) + ClassSize - 1) / ClassSize;
        long rest = state.CapitalPence - state.PaidPence + (rooms * costs.ClassroomEquipment);
        effects.Pay(Budget(scheme, school), scheme.School, rest);
        effects.Pay(SupplyMoney.Revenue, scheme.School, rooms * costs.ClassroomSetUp);
        double share = scheme.Housing ? costs.HousingContribution : scheme.Kind == SchemeKind.Open ? costs.NewSchoolContribution : 0;
        effects.Pay(SupplyMoney.DeveloperContribution, scheme.School, -(long)(state.CapitalPence * share));
        state.PaidPence = state.CapitalPence;
    }

    /// <summary>A bulge class: a temporary classroom, its set-up, and growth funding for its first year.</summary>
    public static void Bulge(int school, int places, PlaceCosts costs, SupplyEffects effects)
    {
        long rooms = (places + ClassSize - 1) / ClassSize;
        effects.Pay(SupplyMoney.Capital, school, rooms * (costs.TemporaryClassroom + costs.ClassroomEquipment));
        effects.Pay(SupplyMoney.Revenue, school, (rooms * costs.ClassroomSetUp) + (places * costs.GrowthPupil));
    }

    /// <summary>A year's growth funding for the added intake.</summary>
    public static void Growth(in SchemeState state, in Scheme scheme, PlaceCosts costs, SupplyEffects effects) =>
        effects.Pay(SupplyMoney.Revenue, scheme.School, state.Places * costs.GrowthPupil);

    private static SupplyMoney Budget(in Scheme scheme, School school) =>
        scheme.Kind == SchemeKind.ResourcePlaces || school.Kind == SchoolKind.Special ? SupplyMoney.SpecialCapital : SupplyMoney.Capital;

    /// <summary>Places in all year groups together that are taught in classes of an age.</summary>
    private static long AllPlaces(SchemeKind kind, int places, School school) =>
        kind is SchemeKind.Enlarge or SchemeKind.Open && school.Kind != SchoolKind.Special
            ? (long)places * (Math.Min(school.LastYear, 11) - school.FirstYear + 1)
            : places;
}
