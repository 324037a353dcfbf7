using KentSufficiency.Simulation.Care;
using KentSufficiency.Simulation.CareLeavers;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.OtherAuthorities;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Unaccompanied;
using static KentSufficiency.SimulationTests.County.Laws;

namespace KentSufficiency.SimulationTests.County;

/// <summary>
/// Rates of a small county in which everything happens and every law is simple. A test sets what it is about and builds; the numbers
/// are round and have nothing to do with Kent.
/// </summary>
internal sealed class TestRates
{
    public double Referrals { get; set; } = 0.06;
    public double[]? ReferralsByDistrict { get; set; }
    public double EarlyHelp { get; set; } = 0.03;
    public double Advice { get; set; } = 1;
    public double[] AgeAtReferral { get; set; } = [.. Enumerable.Repeat(1.0, 17), 0];
    public double ClosedAtReferral { get; set; } = 0.2;
    public WaysOut FromAssessment { get; set; } = new(0.2, 0.15, 0.25, 0.1);
    public WaysOut FromChildInNeed { get; set; } = new(0.05, 0.1, 0, 0.1);
    public WaysOut FromProtectionPlan { get; set; } = new(0.2, 0, 0.3, 0.1);
    public double PreviousPlanFactor { get; set; } = 1.5;
    public double StepUp { get; set; } = 0.3;
    public DurationLaw Assessment { get; set; } = Exponential(40);
    public DurationLaw ChildInNeed { get; set; } = Exponential(200);
    public DurationLaw ProtectionPlan { get; set; } = Exponential(250);
    public DurationLaw EarlyHelpLength { get; set; } = Exponential(120);
    public ReturnLaw AfterAssessment { get; set; } = new(0.3, Exponential(200));
    public ReturnLaw AfterPlan { get; set; } = new(0.2, Exponential(300));
    public ReturnLaw AfterEarlyHelp { get; set; } = new(0.3, Exponential(200));

    public double[] Plans { get; set; } = [0.3, 0.05, 0.05, 0.1, 0.15, 0.3, 0.05, 0, 0];
    public DurationLaw CareLength { get; set; } = Exponential(300);
    public DurationLaw AdoptersToOrder { get; set; } = Exponential(150);
    public double LongTermRevised { get; set; } = 0.2;
    public DurationLaw LongTermRevisedLength { get; set; } = Exponential(900);
    public DurationLaw ToCareOrder { get; set; } = Exponential(200);
    public double AccommodatedToOrder { get; set; } = 0.5;
    public double Girls { get; set; } = 0.5;
    public double[] Needs { get; set; } = [6, 1, 1, 1, 2, 1, 1, 1];
    public double[] NeedLevels { get; set; } = [5, 3, 1, 1];
    public double[] Legal { get; set; } = [4, 4, 0, 8, 1, 1, 0];
    public double[] GroupSize { get; set; } = [6, 3, 2, 1];
    public double[] SinglePlacement { get; set; } = [0, 0.05, 0.2, 0.5];
    public double PlannedReturn { get; set; } = 0.6;
    public double ReturnHomeFactor { get; set; } = 1;
    public ReturnLaw AfterReturnHome { get; set; } = new(0.3, Exponential(250));

    public TestPrices Prices { get; set; } = new();

    public double UnaccompaniedArrivals { get; set; } = 0.05;
    public int TransferThreshold { get; set; } = 10;
    public double TransferShare { get; set; } = 0.6;
    public double FoundAdult { get; set; } = 0.1;
    public double UnaccompaniedOtherEnd { get; set; } = 0.05;

    public double StayingPut { get; set; } = 0.6;
    public double StayingInLodgings { get; set; } = 0.4;
    public DurationLaw StayingPutLength { get; set; } = Exponential(400);
    public double To25 { get; set; } = 0.5;
    public DurationLaw ServiceLength { get; set; } = Exponential(600);
    public (double WithoutSupport, double AdultCare) ReasonsAt18 { get; set; } = (0.3, 0.1);

    public double Enquiries { get; set; } = 0.02;
    public double Apply { get; set; } = 0.6;
    public double Withdraw { get; set; } = 0.3;
    public DurationLaw ToApplication { get; set; } = Exponential(30);
    public DurationLaw HouseholdAssessment { get; set; } = Exponential(120);
    public DurationLaw ToWithdrawal { get; set; } = Exponential(60);
    public double[] Type { get; set; } = [10, 2, 1, 1, 1, 1, 1];
    public double[] Approval { get; set; } = [2, 3, 2];
    public AgeRange[] AgeRanges { get; set; } = [new(0, 17), new(5, 17), new(0, 10)];
    public double[] Skill { get; set; } = [3, 3, 2, 1];
    public double SiblingExemption { get; set; } = 0.2;
    public DurationLaw Tenure { get; set; } = Exponential(1500);
    public double StayForChild { get; set; } = 0.5;
    public double HoldPerYear { get; set; } = 0.2;
    public double InactivePerYear { get; set; } = 0.2;
    public DurationLaw Pause { get; set; } = Exponential(90);
    public double Withhold { get; set; } = 0.2;
    public double LeaveWithRespite { get; set; } = 0.7;
    public double PanelsPerMonth { get; set; } = 2;
    public int CasesPerPanel { get; set; } = 3;
    public DurationLaw ConnectedAssessment { get; set; } = Exponential(100);
    public double ConnectedApproved { get; set; } = 0.8;
    public int TemporaryLimit { get; set; } = 168;
    public int Notice { get; set; } = 28;
    public int WindDown { get; set; } = 200;

    public KentMap Map { get; set; } = TestMap.Small;
    public double[][] Sought { get; set; } = [.. Enumerable.Range(0, 9).Select(group => Kinds(
        (HomeKind.InHouseFoster, 6), (HomeKind.ChildrensHome, group >= 2 ? 1 : 0), (HomeKind.WithParents, 0.5),
        (HomeKind.SemiIndependent, group is 5 or 6 or 8 ? 2 : 0), (HomeKind.SupportedLodgings, group is 5 or 8 ? 1 : 0)))];
    public double ReceptionShare { get; set; } = 0.5;
    public double ConnectedShare { get; set; } = 0.1;
    public double UnplannedMean { get; set; } = 700;
    public double[] RiskByNeed { get; set; } = [0.7, 1, 1.5, 2];
    public double[] RiskByMatch { get; set; } = [1.5, 1.2, 1, 0.7];
    public PlannedMove Planned { get; set; } = new(0.3, Exponential(300));
    public double ConvertedInPlace { get; set; } = 0.5;
    public double IndependenceShare { get; set; } = 0.2;
    public double CarersAccept { get; set; } = 0.6;
    public int OffersPerDay { get; set; } = 3;
    public double PoolAccepts { get; set; } = 0.5;
    public double SoughtOutside { get; set; } = 0.1;
    public int EmergencyLimit { get; set; } = 8;
    public int AssessmentLimit { get; set; } = 84;
    public int SpotPurchaseLimit { get; set; } = 30;
    public int PlannedPatience { get; set; } = 60;
    public PolicyWeights Weights { get; set; } = new(
        Mile: 1, MostMiles: 20, NearMiles: 10, SchoolBreak: 10, SchoolMiles: 8, SkillShort: 6, SkillSpare: 1, SiblingThere: 20, TogetherMiles: 100, SpareBed: 2, Language: 5, OtherThanMeant: 4);
    public double StabilityPerMonth { get; set; } = 1;
    public double StabilityKept { get; set; } = 0.5;

    public double OtherAuthorityRequests { get; set; } = 0.01;
    public double[]? OtherAuthorityRequestsByDistrict { get; set; }
    public double ResidentialShare { get; set; } = 0.3;
    public DurationLaw OtherAuthorityStay { get; set; } = Exponential(300);
    public int Patience { get; set; } = 10;

    public CountyRates Build() => new()
    {
        FrontDoor = BuildFrontDoor(),
        Care = BuildCare(),
        Unaccompanied = BuildUnaccompanied(),
        CareLeavers = BuildCareLeavers(),
        Fostering = BuildFostering(),
        Placements = BuildPlacements(),
        OtherAuthorities = new OtherAuthorityRates
        {
            RequestsPerDay = OtherAuthorityRequestsByDistrict ?? ByDistrict(OtherAuthorityRequests),
            ResidentialShare = ResidentialShare,
            Stay = OtherAuthorityStay,
            Patience = Patience,
        },
        Prices = Prices.Build(),
    };

    private FrontDoorRates BuildFrontDoor() => new()
    {
        ReferralsPerDay = ReferralsByDistrict ?? ByDistrict(Referrals),
        EarlyHelpPerDay = ByDistrict(EarlyHelp),
        AdvicePerDay = Advice,
        AgeAtReferral = new AliasTable(AgeAtReferral),
        NewbornSkew = 2,
        ClosedAtReferral = ClosedAtReferral,
        FromAssessment = ByBand(FromAssessment),
        PreviousPlanFactor = PreviousPlanFactor,
        FromChildInNeed = ByBand(FromChildInNeed),
        FromProtectionPlan = ByBand(FromProtectionPlan),
        StepUp = StepUp,
        Assessment = Assessment,
        ChildInNeed = ChildInNeed,
        ProtectionPlan = ProtectionPlan,
        EarlyHelp = EarlyHelpLength,
        AfterAssessment = AfterAssessment,
        AfterChildInNeed = AfterPlan,
        AfterProtectionPlan = AfterPlan,
        AfterEarlyHelp = AfterEarlyHelp,
    };

    private CareRates BuildCare() => new()
    {
        Plans = ByBand(new AliasTable(Plans)),
        Length = [.. Enumerable.Repeat(CareLength, Plans.Length)],
        AdoptersToOrder = AdoptersToOrder,
        LongTermRevised = LongTermRevised,
        LongTermRevisedLength = LongTermRevisedLength,
        ToCareOrder = ToCareOrder,
        AccommodatedToOrder = AccommodatedToOrder,
        Girls = Girls,
        Protection = (3, 8),
        Needs = new AliasTable(Needs),
        NeedLevels = ByBand(new AliasTable(NeedLevels)),
        Legal = ByBand(new AliasTable(Legal)),
        GroupSize = new AliasTable(GroupSize),
        Disabled = 0.1,
        SinglePlacement = SinglePlacement,
        RevisedToHome = 0.5,
        PlannedReturn = PlannedReturn,
        AdoptionUnopposed = 0.5,
        OtherEnds = (0.3, 0.1),
        ReturnHomeFactor = ByKind(ReturnHomeFactor),
        AfterReturnHome = AfterReturnHome,
    };

    private UnaccompaniedRates BuildUnaccompanied() => new()
    {
        ArrivalsPerDay = UnaccompaniedArrivals,
        Season = [.. Enumerable.Repeat(1.0, 12)],
        Girls = Girls,
        AgeAtArrival = new AliasTable([1, 2, 3]),
        YoungestAge = 15,
        TransferThreshold = TransferThreshold,
        TransferShare = TransferShare,
        ToTransfer = Exponential(40),
        FoundAdult = FoundAdult,
        ToFoundAdult = Exponential(60),
        OtherEnd = UnaccompaniedOtherEnd,
        ToOtherEnd = Exponential(200),
    };

    private CareLeaverRates BuildCareLeavers() => new()
    {
        StayingPut = StayingPut,
        StayingInLodgings = StayingInLodgings,
        StayingPutLength = StayingPutLength,
        To25 = To25,
        ServiceLength = ServiceLength,
        EligibleDays = 91,
        Reasons = ReasonsAt18,
    };

    private FosteringRates BuildFostering() => new()
    {
        EnquiriesPerDay = ByDistrict(Enquiries),
        EnquirySeason = [.. Enumerable.Repeat(1.0, 12)],
        Apply = Apply,
        Withdraw = Withdraw,
        ToApplication = ToApplication,
        Assessment = HouseholdAssessment,
        ToWithdrawal = ToWithdrawal,
        Type = new AliasTable(Type),
        Approval = new AliasTable(Approval),
        AgeRange = new AliasTable([.. Enumerable.Repeat(1.0, AgeRanges.Length)]),
        AgeRanges = AgeRanges,
        Skill = new AliasTable(Skill),
        SiblingExemption = SiblingExemption,
        OtherLanguage = 0.2,
        Tenure = Tenure,
        Deregistered = 0.3,
        Notice = Notice,
        StayForChild = StayForChild,
        WindDown = WindDown,
        HoldPerYear = HoldPerYear,
        Hold = Pause,
        InactivePerYear = InactivePerYear,
        Inactive = Pause,
        Withhold = Withhold,
        LeaveDays = 14,
        LeaveWithRespite = LeaveWithRespite,
        PanelsPerMonth = PanelsPerMonth,
        CasesPerPanel = CasesPerPanel,
        ReviewAtPanel = 0.3,
        ConnectedAssessment = ConnectedAssessment,
        ConnectedApproved = ConnectedApproved,
        TemporaryLimit = TemporaryLimit,
    };

    private PlacementRates BuildPlacements() => new()
    {
        Map = Map,
        Sought = [.. Sought.Select(weights => new AliasTable(weights))],
        ReceptionShare = ReceptionShare,
        ConnectedShare = ByBand(ConnectedShare),
        UnplannedShape = Exponential(1),
        UnplannedMean = [.. Enum.GetValues<HomeKind>().Select(kind => ByBand(kind is HomeKind.None or HomeKind.Adoption ? 0 : UnplannedMean))],
        RiskByNeed = RiskByNeed,
        RiskByMatch = RiskByMatch,
        RiskNewCarers = 1.3,
        RiskWithHubs = 0.8,
        HubsForFullEffect = 2,
        Planned = [.. Enum.GetValues<HomeKind>().Select(kind => kind == HomeKind.Adoption ? new PlannedMove(0, Exponential(1)) : Planned)],
        PlannedLongTerm = Planned,
        ConvertedInPlace = ConvertedInPlace,
        IndependenceShare = IndependenceShare,
        UnplannedReasons = new AliasTable([0, 0, 0, 0, 1, 4, 2, 2, 1, 0, 1, 0]),
        ConnectedInThePast = 0.05,
        InHouseInThePast = 0.7,
        CarersAccept = [CarersAccept, CarersAccept, CarersAccept, CarersAccept],
        OffersPerDay = OffersPerDay,
        PoolAccepts = ByKind(PoolAccepts),
        SoughtOutside = ByKind(SoughtOutside),
        EmergencyLimit = EmergencyLimit,
        AssessmentLimit = AssessmentLimit,
        SpotPurchaseLimit = SpotPurchaseLimit,
        PlannedPatience = PlannedPatience,
        PlannedNotice = 7,
        Weights = Weights,
        StabilityPerMonth = StabilityPerMonth,
        StabilityKept = StabilityKept,
    };
}
