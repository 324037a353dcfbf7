using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>Rates of the supply of school places from the assumptions.</summary>
internal static class SupplyRatesBuilder
{
    private const int PencePerPound = 100;

    /// <summary>Grades in the order of <see cref="Grade"/>.</summary>
    private static readonly string[] s_grades = ["none", "outstanding", "good", "requires-improvement", "inadequate"];
    private static readonly string[] s_phases = ["primary", "secondary", "special"];

    /// <summary>Builds the rates.</summary>
    public static SupplyRates Build(Assumed assumed) => new()
    {
        Risks = Risks(assumed),
        Times = Times(assumed),
        Costs = Costs(assumed),
        Inspection = Inspection(assumed),
        Viability = new ViabilityRates
        {
            Persistence = assumed["supply/viability/persistence"],
            Inadequate = Elementary.Log(assumed["supply/viability/inadequate"]),
            Deficit = Elementary.Log(assumed["supply/viability/deficit"]),
            Noise = assumed["supply/viability/noise"],
            DeficitBelow = assumed["supply/viability/deficit-below"],
            RecoveryYears = assumed.Whole("supply/viability/recovery-years"),
            Closes = assumed["supply/viability/closes"],
        },
        Planner = new PlannerRates
        {
            On = assumed["supply/planner/on"] >= 0.5,
            Target = assumed["supply/planner/surplus-target"],
            BulgeBelow = assumed["supply/planner/bulge-below"],
            PrimaryYears = Math.Max(1, assumed.Whole("supply/planner/primary-years")),
            SecondaryYears = Math.Max(1, assumed.Whole("supply/planner/secondary-years")),
            MostPlaces = assumed.Whole("supply/planner/most-places"),
            LargestPrimary = assumed.Whole("supply/planner/largest-primary"),
            LargestSecondary = assumed.Whole("supply/planner/largest-secondary"),
        },
    };

    private static SchemeRisks Risks(Assumed assumed) => new()
    {
        Multiplier = assumed["supply/failure-multiplier"],
        NoHost = assumed["supply/risk/no-host"],
        NoSite = assumed["supply/risk/no-site"],
        NeedJudgedLower = assumed["supply/risk/need-judged-lower"],
        StandardsHold = assumed["supply/risk/standards-hold"],
        PlanningRefused = assumed["supply/risk/planning-refused"],
        AgreementRefused = assumed["supply/risk/agreement-refused"],
        HalfSize = assumed["supply/risk/half-size"],
        CostRefused = assumed["supply/risk/cost-refused"],
        OffSite = assumed["supply/risk/off-site"],
    };

    private static SchemeTimes Times(Assumed assumed)
    {
        double spread = assumed["supply/days/spread"];
        double agreement = assumed["supply/days/agreement-spread"];
        DurationLaw Law(string stage, double relative) => assumed.LogNormal(assumed[$"supply/days/{stage}"], relative);
        return new SchemeTimes
        {
            // No stage takes no time: a delay turned down to nothing still leaves its days.
            Multiplier = Math.Max(0.01, assumed["supply/delay-multiplier"]),
            Feasibility = Law("feasibility", spread),
            BulgeHost = Law("bulge-host", spread),
            ConsultationLeast = assumed.Whole("supply/days/consultation-least"),
            ConsultationMost = assumed.Whole("supply/days/consultation-most"),
            ReportDays = assumed.Whole("supply/days/report"),
            NoticeDays = assumed.Whole("supply/days/notice"),
            Agreement = Law("agreement", agreement),
            Competition = Law("competition", spread),
            Planning = Law("planning", spread),
            KeyDecisionDays = assumed.Whole("supply/days/key-decision"),
            BuildPrimary = Law("build-primary", spread),
            BuildSecondary = Law("build-secondary", spread),
            BuildNew = Law("build-new", spread),
            GraceDays = assumed.Whole("supply/days/grace"),
        };
    }

    private static PlaceCosts Costs(Assumed assumed)
    {
        long Pence(string name) => (long)Math.Round(assumed[$"supply/cost/{name}"] * PencePerPound);
        return new PlaceCosts
        {
            PrimaryPlace = Pence("primary-place"),
            SecondaryPlace = Pence("secondary-place"),
            NewPlace = Pence("new-place"),
            SpecialPlace = Pence("special-place"),
            ResourcePlace = Pence("resource-place"),
            TemporaryClassroom = Pence("temporary-classroom"),
            ClassroomSetUp = Pence("classroom-set-up"),
            ClassroomEquipment = Pence("classroom-equipment"),
            GrowthPupil = Pence("growth-pupil"),
            GrowthYears = assumed.Whole("supply/cost/growth-years"),
            CostRatio = LogNormal.FromMedianAndSigma(assumed["supply/cost/ratio"], assumed["supply/cost/ratio-spread"]),
            RiseAllowed = assumed["supply/cost/rise-allowed"],
            NewSchoolContribution = assumed["supply/contribution/new-school"],
            HousingContribution = assumed["supply/contribution/housing"],
        };
    }

    private static InspectionRates Inspection(Assumed assumed)
    {
        double spread = assumed["supply/inspection/spread"];
        double fromMedian = Math.Sqrt(1 + (spread * spread)); // Of a log-normal: mean over median.
        DurationLaw Gap(string grade) => assumed.LogNormal(assumed[$"supply/inspection/gap/{grade}"] * Age.Year * fromMedian, spread);
        return new InspectionRates
        {
            Gap = [.. s_grades.Select(Gap)],
            Conversion = assumed.LogNormal(assumed["supply/inspection/conversion"] * Age.Year, spread),
            Next = NextGrades(assumed),
        };
    }

    /// <summary>
    /// Counts of a phase beside a few inspections' worth of all phases together: no phase has seen enough inspections to go by its own alone.
    /// </summary>
    private static AliasTable[] NextGrades(Assumed assumed)
    {
        double prior = assumed["supply/inspection/prior"];
        double[][] counts = [.. from phase in s_phases
                                from former in s_grades
                                select assumed.Parts($"supply/inspections/{phase}/{former}", s_grades[1..])];
        return [.. counts.Select((own, row) =>
        {
            double[] all = [.. own.Select((_, next) => s_phases.Index().Sum(phase => counts[(phase.Index * s_grades.Length) + (row % s_grades.Length)][next]))];
            double total = Math.Max(1, all.Sum());
            return new AliasTable([.. own.Select((count, next) => count + (prior * all[next] / total))]);
        })];
    }
}
