using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Money;

namespace KentSufficiency.Scenarios.Baseline;

/// <summary>Unit prices in pence from the assumptions, which state them in pounds at the prices of 2019-20 (data/README.md).</summary>
internal static class MoneyBuilder
{
    /// <summary>The budget year whose prices the data state.</summary>
    private const int PriceYear = 2019;

    private const int LastGrowth = 2029;

    /// <summary>Beyond the years in the data prices go on rising as in the last of them, for so long.</summary>
    private const int MoreYears = 40;

    private static readonly string[] s_levels = ["standard", "enhanced", "specialist", "complex"];
    private static readonly string[] s_bands = ["0-1", "2-4", "5-8", "9-10", "11-15", "16-17"];
    private static readonly string[] s_rewards = ["0-8", "0-8", "0-8", "9-17", "9-17", "9-17"];

    /// <summary>Builds the prices of a regime.</summary>
    public static PriceBook Build(Assumed assumed)
    {
        double unaccompanied = assumed["cost/care-leaver/unaccompanied-share"];
        double claimed = unaccompanied * assumed["cost/uasc-grant/leaver-claimed"];
        return new PriceBook
        {
            Index = Index(assumed),
            Night = Nights(assumed),
            LookedAfterDay = OfYear(assumed["cost/looked-after/year"]),
            CareLeaverDay = OfWeek(assumed["cost/care-leaver/week"] + (unaccompanied * assumed["cost/care-leaver/unaccompanied-week"])),
            GrantNight = Pence(assumed["cost/uasc-grant/night"]),
            GrantLeaverNight = OfWeek(claimed * assumed["cost/uasc-grant/leaver-week"]),
            Happening = [.. PriceBook.Happenings.Select(happening => Pence(assumed[$"cost/{NameOf(happening.Flow)}/each"]))],
            CaseDay =
            [
                OfMonth(assumed["cost/assessment/month"]),
                OfMonth(assumed["cost/cin/month"]),
                OfMonth(assumed["cost/cpp/month"]),
                OfMonth(assumed["cost/early-help/month"]),
                OfYear(assumed["cost/household-support/year"]),
                OfYear(assumed["cost/connected-support/year"]),
            ],
        };
    }

    /// <summary>What a scenario costs by itself.</summary>
    public static Charge[] Charges(Scenario scenario) => [.. scenario.Costs.Select(cost => new Charge(
        cost.From.DayNumber - scenario.Start.DayNumber,
        cost.To is DateOnly to ? to.DayNumber - scenario.Start.DayNumber : int.MaxValue,
        Pence(cost.Pounds),
        cost.EveryYear))];

    private static PriceIndex Index(Assumed assumed)
    {
        double[] growth = [.. Enumerable.Range(PriceYear, LastGrowth - PriceYear + 1).Select(year => assumed[$"inflation/{year}-{(year + 1) % 100:00}"])];
        var levels = new List<long> { Whole(PriceIndex.Par / (1 + growth[0])), PriceIndex.Par };
        double level = PriceIndex.Par;
        foreach (double rise in growth.Skip(1).Concat(Enumerable.Repeat(growth[^1], MoreYears)))
        {
            level *= 1 + rise;
            levels.Add(Whole(level));
        }

        return new PriceIndex(PriceYear - 1, [.. levels]);
    }

    private static long[] Nights(Assumed assumed)
    {
        long[] nights = new long[PriceClass.Count];
        foreach (HomeKind home in Enum.GetValues<HomeKind>())
        {
            for (int band = 0; band < PriceClass.Bands; band++)
            {
                for (int need = 0; need < PriceClass.Needs; need++)
                {
                    long night = OfWeek(Week(assumed, home, band, s_levels[need]));
                    nights[PriceClass.Of(home, band, need, unaccompanied: false)] = night;
                    nights[PriceClass.Of(home, band, need, unaccompanied: true)] = night;
                }
            }
        }

        nights[PriceClass.StayingPut] = OfWeek(assumed["cost/staying-put/week"]);
        nights[PriceClass.LeaverInLodgings] = OfWeek(assumed["cost/lodgings/after-18-week"]);
        return nights;
    }

    private static double Week(Assumed assumed, HomeKind home, int band, string need) => home switch
    {
        HomeKind.None => 0,
        HomeKind.InHouseFoster or HomeKind.InHouseLongTerm => InHouse(assumed, band, need),
        HomeKind.EmergencyBed or HomeKind.AssessmentBed => InHouse(assumed, band, need) + assumed["cost/in-house/emergency-retainer"],
        HomeKind.ConnectedPerson => Kept(assumed, band),
        HomeKind.AgencyFoster or HomeKind.AgencyLongTerm => Agency(assumed, need),
        HomeKind.SpotPurchase => Agency(assumed, need) * assumed["cost/agency/spot-purchase"],
        HomeKind.ChildrensHome => assumed["cost/childrens-home/week"] * assumed[$"cost/childrens-home/need/{need}"],
        _ => assumed[$"cost/{NameOf(home)}/week"],
    };

    private static double Kept(Assumed assumed, int band) =>
        assumed[$"cost/in-house/allowance/{s_bands[band]}"] + assumed["cost/in-house/expenses"];

    private static double InHouse(Assumed assumed, int band, string need) =>
        Kept(assumed, band) + assumed[$"cost/in-house/reward/{s_rewards[band]}"]
        + (need == s_levels[0] ? 0 : assumed[$"cost/in-house/need/{need}"]);

    private static double Agency(Assumed assumed, string need) => assumed["cost/agency/week"] * assumed[$"cost/agency/need/{need}"];

    private static string NameOf(HomeKind home) => home switch
    {
        HomeKind.Adoption => "adoption",
        HomeKind.SemiIndependent => "semi-independent",
        HomeKind.SupportedLodgings => "lodgings",
        HomeKind.IndependentLiving => "independent",
        HomeKind.Secure => "secure",
        HomeKind.ResidentialSchool => "residential-school",
        HomeKind.FamilyCentre => "family-centre",
        HomeKind.WithParents => "parents",
        HomeKind.Reception => "reception",
        _ => throw new ArgumentOutOfRangeException(nameof(home), home, "has a price of its own"),
    };

    private static string NameOf(Flow flow) => flow switch
    {
        Flow.Enquiries => "enquiry",
        Flow.Applications => "application",
        Flow.ConnectedApproved => "connected-approval",
        Flow.PanelCases => "panel-case",
        Flow.StabilityReferrals => "stability-case",
        Flow.CareStarted => "entry",
        Flow.PlacementsStarted => "placement",
        Flow.Adopted => "adoption",
        _ => throw new ArgumentOutOfRangeException(nameof(flow), flow, "has no price"),
    };

    private static long OfWeek(double pounds) => Pence(pounds / 7);

    private static long OfMonth(double pounds) => Pence(pounds * 12 / Age.Year);

    private static long OfYear(double pounds) => Pence(pounds / Age.Year);

    private static long Pence(double pounds) => Whole(100 * pounds);

    private static long Whole(double number) => (long)Math.Round(number);
}
