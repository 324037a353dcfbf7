using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Send;

namespace KentSufficiency.SimulationTests.Send;

/// <summary>Rates in a few words: everything certain and of a fixed length unless a test says otherwise.</summary>
internal sealed record TestSendRates
{
    public const int Plenty = 1_000_000;

    public double RequestsAYear { get; init; }

    public double Assess { get; init; } = 1;

    public double Plan { get; init; } = 1;

    public (int Least, int Most) Decision { get; init; } = (42, 42);

    public DurationLaw Advice { get; init; } = DurationLaw.Fixed(42);

    public DurationLaw Consultation { get; init; } = DurationLaw.Fixed(21);

    public double Assessments { get; init; } = Plenty;

    public double Hours { get; init; } = Plenty;

    public double ReviewHours { get; init; } = 3;

    public double PlanHours { get; init; } = 12;

    public double Follow { get; init; }

    public double Mainstream { get; init; } = 0.4;

    public double FirstMainstream { get; init; } = 1;

    public double Resource { get; init; } = 0.25;

    public double ExternalNeed { get; init; }

    public double Return { get; init; } = 1;

    public double Cease { get; init; }

    public double CeaseAtSchoolEnd { get; init; }

    public int Adults { get; init; }

    public double PsychologistDays { get; init; }

    public double CaseworkerDays { get; init; }

    public int IssuedBefore { get; init; }

    public int InTimeBefore { get; init; }

    public SendRates Build() => new()
    {
        RequestsAYear = Of(12 * SendRates.Ages, RequestsAYear),
        TeamOf = [2, 0, 1, 2, 2, 1, 3, 1, 0, 0, 3, 3],
        AssessShare = Assess,
        PlanShare = Plan,
        DecisionDays = Decision,
        Advice = Advice,
        Consultation = Consultation,
        LimitDays = 140,
        Teams = Of(SendTeams.Count, new TeamRates(Assessments, Hours)),
        ReviewHours = ReviewHours,
        PlanHours = PlanHours,
        FollowPlans = Follow,
        Needs = new AliasTable([4, 2, 2, 3]),
        Mainstream = Of(PlanNeed.Count, Mainstream),
        FirstMainstream = FirstMainstream,
        ResourceShare = Resource,
        ExternalNeed = ExternalNeed,
        ReturnAtReview = Return,
        ReturnAtTransfer = Return,
        CeaseAtReview = Of(25, Cease),
        CeaseAtSchoolEnd = CeaseAtSchoolEnd,
        SpecialPlaces = 1,
        SpecialTolerance = 1,
        ResourcePlaces = 1,
        Prices = new SendPrices([0, 0, 10, 100, 1461, 0, 0, 0, 5], [0, 0, 0, 1, 2922, 0, 0, 0, 0]),
        Start = new SendStart
        {
            Adults = Of(12, Adults),
            AdultAges = new AliasTable([3, 2, 1, 1, 1, 1, 1]),
            FurtherShare = 0.1,
            PsychologistDays = Of(SendTeams.Count, PsychologistDays),
            CaseworkerDays = Of(SendTeams.Count, CaseworkerDays),
            Issued = Of(12, IssuedBefore),
            InTime = Of(12, InTimeBefore),
        },
    };

    /// <summary>Durations that differ from child to child.</summary>
    public static DurationLaw Spread(double mean) => new(u => LogNormal.FromMeanAndSd(mean, 0.6 * mean).Sample(u));

    private static T[] Of<T>(int count, T value) => [.. Enumerable.Repeat(value, count)];
}

/// <summary>Places without a map: pools of special and resource places, and a mainstream school for everybody.</summary>
internal sealed class PlanPlacesPool(int special = TestSendRates.Plenty, int resource = TestSendRates.Plenty) : IPlanPlaces
{
    public bool ChangesSchool(in PlanState plan) => true;

    public const int SpecialSchool = 500;
    public const int ResourceSchool = 50;
    public const int MainstreamSchool = 5;

    public int Special { get; set; } = special;

    public int Resource { get; set; } = resource;

    public int Settled { get; private set; }

    public int NearestSpecial(in PlanState plan, bool nextYear) => Special > 0 ? SpecialSchool : -1;

    public int NearestResource(in PlanState plan, bool nextYear) => Resource > 0 ? ResourceSchool : -1;

    public int NearestMainstream(in PlanState plan, bool nextYear) => MainstreamSchool;

    public void Settle(in PlanState plan, Setting setting, int school, bool nextYear)
    {
        Settled++;
        Change(plan.Setting, 1);
        Change(setting, -1);
    }

    private void Change(Setting setting, int free)
    {
        Special += setting == Setting.Special ? free : 0;
        Resource += setting == Setting.ResourceProvision ? free : 0;
    }
}
