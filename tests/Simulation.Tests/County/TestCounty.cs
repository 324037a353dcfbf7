using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Money;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Placements;
using static KentSufficiency.SimulationTests.County.Laws;

namespace KentSufficiency.SimulationTests.County;

/// <summary>A small county made by hand: rates, pools of homes and an initial stock, recorded every 30 days.</summary>
internal sealed class TestCounty
{
    /// <summary>No limit that a small county could reach.</summary>
    public const int Plenty = 1_000_000;

    public TestRates Rates { get; } = new();
    public int LeadInDays { get; set; }
    public int Records { get; set; } = 24;
    public int RecordEvery { get; set; } = 30;
    public int WindowRecords { get; set; } = 12;
    public DateOnly Start { get; set; } = new(2020, 3, 31);

    /// <summary>The fixed rates of the layers of arrivals; those of a default county, whatever a test makes of its rates.</summary>
    public ArrivalReference Reference { get; set; } = new(ByDistrict(0.06), ByDistrict(0.03), ByDistrict(0.01), ByDistrict(0.02), 0.05);

    /// <summary>Places of every pool: agency homes are scarce, so that children wait; there is always a spot purchase.</summary>
    public Func<HomeKind, int, int> Pools { get; set; } = (kind, area) => kind switch
    {
        HomeKind.SpotPurchase => 100,
        HomeKind.EmergencyBed => area < KentMap.Outside ? 1 : 0,
        _ => area == KentMap.Outside ? 60 : 5,
    };

    public int LookedAfter { get; set; } = 60;
    public int Unaccompanied { get; set; } = 8;
    public int CareLeavers { get; set; } = 30;
    public int StayingPut { get; set; } = 5;
    public int Assessments { get; set; } = 30;
    public int ChildrenInNeed { get; set; } = 40;
    public int ProtectionPlans { get; set; } = 20;
    public int EarlyHelp { get; set; } = 30;
    public int Returning { get; set; } = 20;
    public int Households { get; set; } = 40;
    public int OnTheWay { get; set; } = 6;
    public int OtherAuthorities { get; set; } = 10;
    public Charge[] Charges { get; set; } = [];
    public double[] EntryAge { get; set; } = [1, 1, 1, 1, 0.3];

    /// <summary>Everything switched on.</summary>
    public static TestCounty Busy() => new();

    /// <summary>Everything switched on, with a lead-in, and twice the referrals from day 45 on.</summary>
    public static CountyParameters Changing(int records = 24)
    {
        TestCounty county = Busy();
        county.LeadInDays = 60;
        county.Records = records;
        return county.Build((45, new TestRates { Referrals = 2 * county.Rates.Referrals }.Build()));
    }

    /// <summary>Nobody is there and nobody comes; a test adds what it is about.</summary>
    public static TestCounty Quiet() => new TestCounty
    {
        LookedAfter = 0,
        Unaccompanied = 0,
        CareLeavers = 0,
        StayingPut = 0,
        Assessments = 0,
        ChildrenInNeed = 0,
        ProtectionPlans = 0,
        EarlyHelp = 0,
        Returning = 0,
        Households = 0,
        OnTheWay = 0,
        OtherAuthorities = 0,
        Rates = { Referrals = 0, EarlyHelp = 0, Advice = 0, UnaccompaniedArrivals = 0, Enquiries = 0, OtherAuthorityRequests = 0 },
    };

    /// <summary>
    /// Everything switched on, and nobody can be in anybody's way: every pool is endless and answers at once, there are no in-house
    /// homes, and no transfers, which depend on how many children there are.
    /// </summary>
    public static TestCounty UnlimitedHomes() => new TestCounty
    {
        Pools = (_, _) => Plenty,
        Households = 0,
        OnTheWay = 0,
        StayingPut = 0,
        Rates = { Enquiries = 0, PoolAccepts = 1, TransferShare = 0, PanelsPerMonth = 10_000, CasesPerPanel = 1000 },
    };

    public CountyParameters Build(params (int FromDay, CountyRates Rates)[] later) => new()
    {
        Start = Start,
        LeadInDays = LeadInDays,
        RecordDays = [.. Enumerable.Range(0, Records + 1).Select(i => i * RecordEvery)],
        LeadInNoteDays = [.. Enumerable.Range(0, LeadInDays / RecordEvery).Select(i => -LeadInDays + (i * RecordEvery))],
        WindowRecords = WindowRecords,
        Regimes = [new Regime(int.MinValue, Rates.Build()), .. later.Select(regime => new Regime(regime.FromDay, regime.Rates))],
        Reference = Reference,
        Pools = [.. from kind in Pooled from area in Enumerable.Range(0, KentMap.Outside + 1) select new PoolSize(kind, area, Pools(kind, area))],
        Stock = BuildStock(),
        Under18 = 20_000,
        SufficientShare = 0.95,
        Charges = Charges,
        Districts = [.. Enumerable.Range(0, KentMap.Districts).Select(d => $"D{d}")],
    };

    public CountyKernel Kernel() => new(Build());

    private static IEnumerable<HomeKind> Pooled => Enum.GetValues<HomeKind>().Except(
        [HomeKind.None, HomeKind.InHouseFoster, HomeKind.InHouseLongTerm, HomeKind.AgencyLongTerm, HomeKind.ConnectedPerson, HomeKind.Adoption, HomeKind.WithParents]);

    private InitialStock BuildStock() => new()
    {
        LookedAfter = LookedAfter,
        Unaccompanied = Unaccompanied,
        EntryAge = new AliasTable(EntryAge),
        CareLeavers = CareLeavers,
        StayingPut = StayingPut,
        Assessments = Assessments,
        ChildrenInNeed = ChildrenInNeed,
        ProtectionPlans = ProtectionPlans,
        PlannedBefore = 0.2,
        EarlyHelp = EarlyHelp,
        ReturningToReferral = Returning,
        ReturningToEarlyHelp = Returning,
        ReturningToCare = Returning,
        Households = Households,
        HouseholdShares = ByDistrict(1.0 / KentMap.Districts),
        ChildShares = ByDistrict(1.0 / KentMap.Districts),
        WindingDown = 0.1,
        Enquirers = OnTheWay,
        Applications = OnTheWay,
        Withdrawing = OnTheWay,
        OnHold = 0.05,
        Inactive = 0.05,
        OtherAuthorities = OtherAuthorities,
    };
}
