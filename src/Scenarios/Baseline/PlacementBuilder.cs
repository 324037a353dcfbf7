using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Scenarios.Baseline;

/// <summary>Rates of placements and pools of homes from the assumptions.</summary>
internal static class PlacementBuilder
{
    private static readonly string[] s_areas = ["east", "north", "south", "west", "outside"];
    private static readonly string[] s_levels = ["standard", "enhanced", "specialist", "complex"];

    /// <summary>The name of each kind of home in the data.</summary>
    private static readonly Dictionary<HomeKind, string> s_names = new()
    {
        [HomeKind.InHouseFoster] = "foster",
        [HomeKind.InHouseLongTerm] = "long-term",
        [HomeKind.ConnectedPerson] = "connected",
        [HomeKind.AgencyFoster] = "agency",
        [HomeKind.AgencyLongTerm] = "agency-long-term",
        [HomeKind.ChildrensHome] = "childrens-home",
        [HomeKind.SemiIndependent] = "semi-independent",
        [HomeKind.SupportedLodgings] = "lodgings",
        [HomeKind.IndependentLiving] = "independent",
        [HomeKind.Secure] = "secure",
        [HomeKind.ResidentialSchool] = "residential-school",
        [HomeKind.FamilyCentre] = "family-centre",
        [HomeKind.WithParents] = "parents",
        [HomeKind.EmergencyBed] = "emergency",
        [HomeKind.AssessmentBed] = "assessment",
        [HomeKind.SpotPurchase] = "spot-purchase",
        [HomeKind.Reception] = "reception",
    };

    /// <summary>What each group of children seeks, in the order of <see cref="SeekerGroup"/>.</summary>
    private static readonly (string Group, string[] Kinds)[] s_sought =
    [
        ("under-10", ["foster", "parents", "family-centre"]),
        ("under-10-high", ["foster", "parents", "family-centre", "childrens-home", "residential-school"]),
        ("from-10", ["foster", "parents", "childrens-home"]),
        ("from-10-high", ["foster", "parents", "childrens-home", "residential-school"]),
        ("from-10-complex", ["foster", "parents", "childrens-home", "residential-school", "secure"]),
        ("from-16", ["foster", "parents", "childrens-home", "semi-independent", "lodgings", "independent"]),
        ("from-16-high", ["foster", "parents", "childrens-home", "semi-independent", "lodgings", "independent", "secure"]),
        ("uasc-under-16", ["foster", "childrens-home", "lodgings"]),
        ("uasc-16", ["foster", "semi-independent", "lodgings", "independent"]),
    ];

    private static readonly HomeKind[] s_pools =
    [
        HomeKind.AgencyFoster, HomeKind.ChildrensHome, HomeKind.SemiIndependent, HomeKind.SupportedLodgings, HomeKind.IndependentLiving,
        HomeKind.ResidentialSchool, HomeKind.FamilyCentre, HomeKind.Secure, HomeKind.Reception, HomeKind.EmergencyBed, HomeKind.AssessmentBed,
        HomeKind.SpotPurchase,
    ];

    /// <summary>Builds the rates of placements.</summary>
    public static PlacementRates Build(Assumed assumed, KentMap map) => new()
    {
        Map = map,
        Sought = [.. s_sought.Select(group => Sought(assumed, group.Group, group.Kinds))],
        ReceptionShare = assumed["uasc/reception-share"],
        ConnectedShare = assumed.ByBand("placement/connected-share"),
        UnplannedShape = assumed.Weibull(assumed["placement/unplanned-shape"], 1),
        UnplannedMean = UnplannedMeans(assumed),
        RiskByNeed = assumed.Parts("placement/risk/need", s_levels),
        RiskByMatch = assumed.Parts("placement/risk/match", "poor", "weak", "fair", "good"),
        RiskNewCarers = assumed["placement/risk/new-carers"],
        RiskWithHubs = assumed["placement/risk/with-hubs"],
        HubsForFullEffect = assumed["placement/hubs-for-full-effect"],
        Planned = Planned(assumed),
        PlannedLongTerm = Move(assumed, "long-term-plan"),
        ConvertedInPlace = assumed["placement/converted-in-place"],
        IndependenceShare = assumed["placement/independence-share"],
        UnplannedReasons = Reasons(assumed),
        ConnectedInThePast = assumed["placement/connected-in-the-past"],
        InHouseInThePast = assumed["placement/in-house-in-the-past"],
        CarersAccept = assumed.Parts("placement/carers-accept", s_levels),
        OffersPerDay = assumed.Whole("placement/offers-a-day"),
        PoolAccepts = ByKind(assumed, "placement/response", 1, s_pools.Where(kind => !kind.IsStopGap())),
        SoughtOutside = ByKind(assumed, "placement/sought-outside", 0, s_pools.Where(
            kind => !kind.IsStopGap() && kind is not (HomeKind.FamilyCentre or HomeKind.Reception))),
        EmergencyLimit = assumed.Whole("placement/emergency-limit-days"),
        AssessmentLimit = assumed.Whole("placement/assessment-limit-days"),
        SpotPurchaseLimit = assumed.Whole("placement/spot-purchase-days"),
        PlannedPatience = assumed.Whole("placement/planned-patience-days"),
        PlannedNotice = assumed.Whole("placement/planned-notice-days"),
        Weights = new PolicyWeights(
            assumed["placement/weight/mile"],
            assumed["placement/weight/most-miles"],
            assumed["placement/near-miles"],
            assumed["placement/weight/school-break"],
            assumed["placement/weight/school-miles"],
            assumed["placement/weight/skill-short"],
            assumed["placement/weight/skill-spare"],
            assumed["placement/weight/sibling-there"],
            assumed["placement/together-miles"],
            assumed["placement/weight/spare-bed"],
            assumed["placement/weight/language"],
            assumed["placement/weight/other-than-meant"]),
        StabilityPerMonth = assumed["placement/stability-cases-a-month"],
        StabilityKept = assumed["placement/stability-kept"],
    };

    /// <summary>The pools of homes for which the data give places.</summary>
    public static PoolSize[] Pools(Assumed assumed, Func<string, bool> known) =>
    [
        .. from kind in s_pools
           from area in Enumerable.Range(0, s_areas.Length)
           let id = $"homes/places/{s_names[kind]}/{s_areas[area]}"
           where known(id)
           select new PoolSize(kind, area, assumed.Whole(id)),
    ];

    private static AliasTable Sought(Assumed assumed, string group, string[] kinds)
    {
        var weights = new double[Enum.GetValues<HomeKind>().Length];
        foreach (string kind in kinds)
        {
            weights[(int)Kind(kind)] = assumed[$"placement/sought/{group}/{kind}"];
        }

        return new AliasTable(weights);
    }

    private static HomeKind Kind(string name) => s_names.First(pair => pair.Value == name).Key;

    private static double[][] UnplannedMeans(Assumed assumed)
    {
        double[] factors = assumed.ByBand("placement/unplanned-age-factor");
        double[][] means = [.. Enum.GetValues<HomeKind>().Select(_ => new double[factors.Length])];
        foreach ((HomeKind kind, string name) in s_names)
        {
            // Reception ends as planned; stop-gaps are ended by the placement service.
            if (!kind.IsStopGap() && kind != HomeKind.Reception)
            {
                double mean = assumed[$"placement/unplanned-days/{name}"];
                means[(int)kind] = [.. factors.Select(factor => mean * factor)];
            }
        }

        return means;
    }

    private static PlannedMove[] Planned(Assumed assumed)
    {
        var moves = new PlannedMove[Enum.GetValues<HomeKind>().Length];
        Array.Fill(moves, new PlannedMove(0, DurationLaw.Fixed(1)));
        foreach ((HomeKind kind, string name) in s_names)
        {
            if (!kind.IsStopGap())
            {
                moves[(int)kind] = Move(assumed, name);
            }
        }

        return moves;
    }

    private static PlannedMove Move(Assumed assumed, string name) => new(
        assumed[$"placement/planned-share/{name}"], assumed.LogNormal($"placement/planned-days/{name}", "placement/planned-spread"));

    private static AliasTable Reasons(Assumed assumed)
    {
        var weights = new double[Enum.GetValues<MoveReason>().Length];
        weights[(int)MoveReason.CarerBehaviour] = assumed["placement/unplanned-reason/carer-behaviour"];
        weights[(int)MoveReason.CarerOther] = assumed["placement/unplanned-reason/carer-other"];
        weights[(int)MoveReason.ChildRequest] = assumed["placement/unplanned-reason/child"];
        weights[(int)MoveReason.AuthorityRequest] = assumed["placement/unplanned-reason/authority"];
        weights[(int)MoveReason.Allegation] = assumed["placement/unplanned-reason/allegation"];
        weights[(int)MoveReason.Other] = assumed["placement/unplanned-reason/other"];
        return new AliasTable(weights);
    }

    private static double[] ByKind(Assumed assumed, string prefix, double otherwise, IEnumerable<HomeKind> kinds)
    {
        var values = new double[Enum.GetValues<HomeKind>().Length];
        Array.Fill(values, otherwise);
        foreach (HomeKind kind in kinds)
        {
            values[(int)kind] = assumed[$"{prefix}/{s_names[kind]}"];
        }

        return values;
    }
}
