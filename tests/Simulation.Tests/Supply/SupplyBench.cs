using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.SimulationTests.Supply;

/// <summary>Schools, dates and rates for the tests of supply, and the course of one scheme from day to day.</summary>
internal sealed class SupplyBench
{
    public const int Horizon = 4000;

    /// <summary>Months and days of meetings, every year.</summary>
    public static readonly (int Month, int Day)[] Meetings = [(1, 10), (3, 11), (5, 5), (6, 28), (10, 1), (11, 15)];

    public SupplyBench(double failures = 1, double delays = 1)
    {
        var schools = new SchoolCalendar(new DateOnly(2019, 7, 31));
        int[] meetings =
        [
            .. from year in Enumerable.Range(2018, 25)
               from date in Meetings
               select new DateOnly(year, date.Month, date.Day).DayNumber - schools.Start.DayNumber,
        ];
        Calendar = new SupplyCalendar(schools, meetings, settled: (2, 1), planned: (10, 15));
        Rates = Of(failures, delays);
    }

    public SupplyCalendar Calendar { get; }

    public SupplyRates Rates { get; set; }

    public static School Primary { get; } = School(0, SchoolKind.Primary, SchoolAuthority.Council);

    public static School Secondary { get; } = School(1, SchoolKind.Secondary, SchoolAuthority.Council, sixthForm: true);

    public static School Academy { get; } = School(2, SchoolKind.Primary, SchoolAuthority.Academy);

    public static School NewPrimary { get; } = School(3, SchoolKind.Primary, SchoolAuthority.Academy);

    public static School Special { get; } = School(4, SchoolKind.Special, SchoolAuthority.Council);

    public static School School(int index, SchoolKind kind, SchoolAuthority authority, bool sixthForm = false, Grade grade = Grade.Good) => new()
    {
        Index = index,
        Id = $"school-{index}",
        Name = $"School {index}",
        Kind = kind,
        District = 0,
        Area = 0,
        East = 0,
        North = 0,
        SixthForm = sixthForm,
        Authority = authority,
        Grade = grade,
        Pull = 0,
        Pan = kind == SchoolKind.Special ? 0 : 60,
        Synthetic = true,
    };

    /// <summary>A scheme of the n-th address, planned in the autumn of 2019 unless told otherwise.</summary>
    public Scheme Scheme(School school, SchemeKind kind, int places, int fromYear = 3, int n = 0) => new()
    {
        Address = EntityId.Of(EntityKind.Scheme, 0, -1 - n, n),
        School = school.Index,
        Kind = kind,
        Places = places,
        FromYear = fromYear,
        Stage = SchemeStage.Planned,
        StageDay = Calendar.PlanDay(1),
    };

    public SupplyDay On(int day) => new(day, Calendar, Rates);

    public static Draws DrawsOf(in Scheme scheme, uint replication = 0) => new(new DrawKey(7, replication), scheme.Address);

    /// <summary>Runs a scheme to its end, or to the horizon, and keeps what it wanted and the stages it was in.</summary>
    public Course Run(in Scheme scheme, School school, uint replication = 0)
    {
        Draws draws = DrawsOf(scheme, replication);
        SchemeState state = SchemeRules.Start(scheme, school, draws, On(0));
        var effects = new SupplyEffects();
        var course = new Course();
        course.Stages.Add((0, state.Stage));
        while (state.NextDay < Horizon)
        {
            int day = state.NextDay;
            effects.Clear();
            SchemeRules.Wake(ref state, scheme, school, draws, On(day), effects);
            foreach (SupplyEffect effect in effects.Wanted)
            {
                course.Effects.Add((day, effect));
            }

            if (course.Stages[^1].Stage != state.Stage)
            {
                course.Stages.Add((day, state.Stage));
            }

            Assert.True(state.NextDay > day, $"Wakes again on day {day} in {state.Stage}.");
        }

        course.State = state;
        return course;
    }

    public static SupplyRates Of(double failures, double delays) => new()
    {
        Risks = new SchemeRisks
        {
            Multiplier = failures,
            NoHost = 0.12,
            NoSite = 0.02,
            NeedJudgedLower = 0.1,
            StandardsHold = 0.065,
            PlanningRefused = 0.06,
            AgreementRefused = 0.02,
            HalfSize = 0.25,
            CostRefused = 0.1,
            OffSite = 0.65,
        },
        Times = new SchemeTimes
        {
            Multiplier = delays,
            Feasibility = Law(105),
            BulgeHost = Law(60),
            ConsultationLeast = 26,
            ConsultationMost = 29,
            ReportDays = 23,
            NoticeDays = 28,
            Agreement = Law(150, 0.6),
            Competition = Law(170),
            Planning = Law(130),
            KeyDecisionDays = 14,
            BuildPrimary = Law(190),
            BuildSecondary = Law(300),
            BuildNew = Law(280),
            GraceDays = 150,
        },
        Costs = new PlaceCosts
        {
            PrimaryPlace = 1_281_300,
            SecondaryPlace = 2_833_300,
            NewPlace = 2_571_400,
            SpecialPlace = 6_000_000,
            ResourcePlace = 2_000_000,
            TemporaryClassroom = 10_000_000,
            ClassroomSetUp = 600_000,
            ClassroomEquipment = 250_000,
            GrowthPupil = 272_700,
            GrowthYears = 3,
            CostRatio = LogNormal.FromMedianAndSigma(1.02, 0.08),
            RiseAllowed = 0.1,
            NewSchoolContribution = 0.7,
            HousingContribution = 0.318,
        },
        Inspection = new InspectionRates
        {
            Gap = [.. new[] { 2.5, 6.3, 3.95, 2.3, 2 }.Select(years => Law(years * Age.Year))],
            Conversion = Law(1.2 * Age.Year),
            Next = [.. Enumerable.Range(0, 15).Select(row => new AliasTable(row % 5 == (int)Grade.Good ? [5, 82, 3, 1] : [1, 9, 5, 2]))],
        },
        Viability = new ViabilityRates
        {
            Persistence = 0.7,
            Inadequate = -0.5,
            Deficit = -0.16,
            Noise = 0.05,
            DeficitBelow = 0.6,
            RecoveryYears = 3,
            Closes = 0.3,
        },
        Planner = Planner(on: false),
    };

    public static PlannerRates Planner(bool on, double target = 0.05) => new()
    {
        On = on,
        Target = target,
        BulgeBelow = 0.01,
        PrimaryYears = 2,
        SecondaryYears = 3,
        MostPlaces = 60,
        LargestPrimary = 120,
        LargestSecondary = 300,
    };

    private static DurationLaw Law(double mean, double spread = 0.25) => new(LogNormal.FromMeanAndSd(mean, mean * spread).Sample);

    /// <summary>What became of a scheme.</summary>
    public sealed class Course
    {
        public List<(int Day, SchemeStage Stage)> Stages { get; } = [];

        public List<(int Day, SupplyEffect Effect)> Effects { get; } = [];

        public SchemeState State { get; set; }

        public IEnumerable<(int Day, SupplyEffect Effect)> Of(SupplyEffectKind kind) => Effects.Where(one => one.Effect.Kind == kind);

        /// <summary>The day on which a stage was entered; fails where it was not.</summary>
        public int Entered(SchemeStage stage) => Stages.First(one => one.Stage == stage).Day;
    }
}
