using KentSufficiency.Simulation.Care;
using KentSufficiency.Simulation.CareLeavers;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Unaccompanied;

namespace KentSufficiency.Scenarios.Baseline;

/// <summary>Rates of care, of unaccompanied children and of care leavers from the assumptions.</summary>
internal static class CareBuilder
{
    private static readonly string[] s_bands = ["under-1", "1-4", "5-9", "10-15", "16-over"];
    private static readonly string[] s_levels = ["standard", "enhanced", "specialist", "complex"];

    /// <summary>Permanence plans in the order of <see cref="CarePlan"/>; the last two are the unaccompanied children's own.</summary>
    private static readonly string[] s_plans =
        ["return-home", "other-home", "child-arrangements", "special-guardianship", "adoption", "long-term", "other"];

    /// <summary>Plans that no child of a band has, so the data hold no share for them.</summary>
    private static readonly HashSet<string> s_noSuchPlan =
        ["10-15/adoption", "16-over/child-arrangements", "16-over/special-guardianship", "16-over/adoption"];

    /// <summary>Legal statuses that no child of a band enters with.</summary>
    private static readonly HashSet<string> s_noSuchStatus =
        ["under-1/j1", "1-4/j1", "5-9/e1", "5-9/j1", "10-15/e1", "16-over/e1"];

    /// <summary>Builds the rates of care.</summary>
    public static CareRates Build(Assumed assumed) => new()
    {
        Plans = TablesWithout(assumed, "care/plan", s_plans, s_noSuchPlan),
        Length = Lengths(assumed),
        AdoptersToOrder = assumed.LogNormal("care/days/adopters-to-order", "care/days-spread/adopters-to-order"),
        LongTermRevised = assumed["care/long-term-revised"],
        LongTermRevisedLength = assumed.LogNormal("care/days/long-term-revised", "care/days-spread/long-term-revised"),
        Protection = (assumed.Whole("care/police-protection-days"), assumed.Whole("care/emergency-protection-days")),
        ToCareOrder = assumed.LogNormal("care/days/to-care-order", "care/days-spread/to-care-order"),
        AccommodatedToOrder = assumed["care/accommodated-to-order"],
        Girls = assumed["care/girls"],
        Needs = new AliasTable([.. assumed.Parts("care/need", "n1", "n2", "n3", "n4", "n5", "n6"), 0, assumed["care/need/n8"]]),
        NeedLevels = assumed.TableByBand("care/need-level", s_levels),
        Legal = TablesWithout(assumed, "care/legal", ["c1", "c2", "e1", "v2", "l1", "l2", "j1"], s_noSuchStatus),
        GroupSize = assumed.Table("care/sibling-group", "1", "2", "3", "4"),
        Disabled = assumed["care/disabled"],
        SinglePlacement = assumed.Parts("care/single-placement", s_levels),
        RevisedToHome = assumed["care/long-term-revised-to-home"],
        PlannedReturn = assumed["care/planned-return"],
        AdoptionUnopposed = assumed["care/adoption-unopposed"],
        OtherEnds = (assumed["care/other-end-custody"], assumed["care/other-end-death"]),
        ReturnHomeFactor = ReturnHomeFactors(assumed),
        AfterReturnHome = new ReturnLaw(assumed["care/re-entry-share"], assumed.LogNormal("care/re-entry-days", "care/re-entry-spread")),
    };

    /// <summary>Builds the rates of unaccompanied children.</summary>
    public static UnaccompaniedRates BuildUnaccompanied(Assumed assumed) => new()
    {
        ArrivalsPerDay = assumed["uasc/arrivals-a-year"] / Age.Year,
        Season = assumed.ByMonth("uasc/season"),
        AgeAtArrival = assumed.Table("uasc/age", "13", "14", "15", "16", "17"),
        YoungestAge = 13,
        TransferThreshold = (int)(assumed["uasc/transfer-threshold-share"] * assumed["front-door/under-18s"]),
        TransferShare = assumed["uasc/transfer-share"],
        ToTransfer = assumed.Exponential("uasc/transfer-days"),
        Girls = assumed["uasc/girls"],
        FoundAdult = assumed["uasc/found-adult-share"],
        ToFoundAdult = assumed.Exponential("uasc/found-adult-days"),
        OtherEnd = assumed["uasc/other-end-share"],
        ToOtherEnd = assumed.Exponential("uasc/other-end-days"),
    };

    /// <summary>Builds the rates of care leavers.</summary>
    public static CareLeaverRates BuildCareLeavers(Assumed assumed) => new()
    {
        StayingPut = assumed["care-leavers/staying-put-share"],
        StayingInLodgings = assumed["care-leavers/staying-in-lodgings-share"],
        StayingPutLength = assumed.Exponential("care-leavers/staying-put-days"),
        To25 = assumed["care-leavers/to-25"],
        ServiceLength = assumed.LogNormal("care-leavers/service-days", "care-leavers/service-days-spread"),
        EligibleDays = assumed.Whole("care-leavers/eligible-days"),
        Reasons = (assumed["care-leavers/without-support"], assumed["care-leavers/adult-care"]),
    };

    private static AliasTable[] TablesWithout(Assumed assumed, string prefix, string[] names, HashSet<string> none) =>
        [.. s_bands.Select(band => new AliasTable(
            [.. names.Select(name => none.Contains($"{band}/{name}") ? 0 : assumed[$"{prefix}/{band}/{name}"])]))];

    private static DurationLaw[] Lengths(Assumed assumed)
    {
        var laws = new DurationLaw[Enum.GetValues<CarePlan>().Length];
        Array.Fill(laws, DurationLaw.Fixed(1));
        for (int plan = 0; plan < s_plans.Length; plan++)
        {
            if ((CarePlan)plan != CarePlan.LongTerm)
            {
                laws[plan] = assumed.LogNormal($"care/days/{s_plans[plan]}", $"care/days-spread/{s_plans[plan]}");
            }
        }

        return laws;
    }

    private static double[] ReturnHomeFactors(Assumed assumed)
    {
        var factors = new double[Enum.GetValues<HomeKind>().Length];
        Array.Fill(factors, 1);
        factors[(int)HomeKind.ChildrensHome] = assumed["care/return-home-factor/residential"];
        factors[(int)HomeKind.ConnectedPerson] = assumed["care/return-home-factor/connected"];
        return factors;
    }
}
