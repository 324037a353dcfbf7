using KentSufficiency.Simulation.CareSchools;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.SchoolYears;
using KentSufficiency.Simulation.Supply;
using KentSufficiency.SimulationTests.Admissions;
using KentSufficiency.SimulationTests.County;
using KentSufficiency.SimulationTests.Schools;
using KentSufficiency.SimulationTests.Send;
using KentSufficiency.SimulationTests.Supply;

namespace KentSufficiency.SimulationTests.CareSchools;

/// <summary>
/// A small county with care and schools: each district of <see cref="TestMap"/> has one planning area, two primary schools and a secondary one,
/// and the first a special school. It starts on 31 July 2019; residents of each cohort are as many in each district.
/// </summary>
internal sealed class CareSchoolCounty
{
    public const int PrimaryPlaces = 60;
    private const int SchoolsInDistrict = 3;
    private const int OldestCohort = -13;
    private const int YoungestCohort = 5;

    private static readonly DateOnly s_start = new(2019, 7, 31);
    private static readonly SchoolCalendar s_calendar = new(s_start);
    private static readonly Estate s_estate = BuildEstate();

    public TestCounty Care { get; } = TestCounty.Busy();

    /// <summary>Residents of a cohort in a district.</summary>
    public int Residents { get; init; } = 30;

    /// <summary>Yearly rates at which residents leave Kent, move within it, and change to an independent school or to education at home.</summary>
    public double[] Yearly { get; init; } = [0.02, 0.03, 0.01, 0.01];

    /// <summary>Of every so many residents of school age one has a plan.</summary>
    public int PlanEvery { get; init; } = 6;

    public CareSchoolRates? Links { get; set; } = Rates();

    public static Estate Estate => s_estate;

    public static SchoolCalendar Calendar => s_calendar;

    public static CareSchoolRates Rates(double known = 0.5, double keepsMiles = 4, double withPlan = 0.2) => new()
    {
        KnownShare = known,
        KnownWithPlanShare = 1,
        KeepsPrimaryMiles = keepsMiles,
        KeepsSecondaryMiles = keepsMiles,
        PlanShare = [withPlan, withPlan, withPlan, withPlan],
        ResidentialPlanShare = 0.5,
    };

    public static int Primary(int district) => SchoolsInDistrict * district;

    public static int Secondary(int district) => (SchoolsInDistrict * district) + 2;

    public CountyParameters Build() => Build(Care);

    /// <summary>Parameters whose school side is the very same for every care side.</summary>
    public CountyParameters Build(TestCounty care)
    {
        care.Start = s_start;
        CountyParameters plain = care.Build();
        SchoolRates rates = SharedRates;
        return new CountyParameters
        {
            Start = plain.Start,
            LeadInDays = plain.LeadInDays,
            RecordDays = plain.RecordDays,
            LeadInNoteDays = plain.LeadInNoteDays,
            WindowRecords = plain.WindowRecords,
            Regimes = [.. plain.Regimes.Select(regime => regime with { Rates = regime.Rates with { Schools = rates } })],
            Reference = plain.Reference,
            Pools = plain.Pools,
            Stock = plain.Stock,
            Under18 = plain.Under18,
            SufficientShare = plain.SufficientShare,
            Charges = plain.Charges,
            Districts = plain.Districts,
            Schools = SharedSchools,
        };
    }

    public CountyKernel Kernel() => new(Build());

    private SchoolRates SharedRates => field ??= BuildRates();

    private SchoolParameters SharedSchools => field ??= new SchoolParameters
    {
        Estate = s_estate,
        Residents = BuildResidents(),
        Reference = new ResidentReference(Of(0.1), Of(0.02), Of(0.02), Of(0.01), Of(0.01), Of(0.01), [], []),
        Schemes = [],
        Named = [],
        Calendar = new SupplyCalendar(s_calendar, [.. Enumerable.Range(0, 200).Select(month => 30 * month)], (2, 1), (10, 15)),
    };

    private SchoolRates BuildRates() => new()
    {
        Residents = new ResidentRates
        {
            Shares = [.. Enumerable.Range(0, KentMap.Districts * ResidentRates.Bands * 3).SelectMany(_ => Cumulative())],
            BirthsPerDay = Of(0.1),
            LondonPerDay = Of(0.01),
            HomePerDay = Of(0.01),
            AbroadPerDay = Of(0.005),
            RefugeesPerDay = Of(0.005),
            DwellingsPerDay = Of(0.005),
            SitesPerDay = [],
            SiteAreas = [],
            Season = [.. Enumerable.Repeat(1.0, 12)],
            ArrivalAge = [.. Enumerable.Repeat(new AliasTable([.. Enumerable.Repeat(1.0, 17), 0]), 5)],
            AreaOf = [.. Enumerable.Repeat(new AliasTable([1.0]), KentMap.Districts)],
            FirstArea = [.. Enumerable.Range(0, KentMap.Districts)],
            MoveTo = [.. Enumerable.Repeat(new AliasTable([.. Enumerable.Repeat(1.0, KentMap.Districts)]), KentMap.Districts)],
            KeepsPrimaryMiles = 3,
            KeepsSecondaryMiles = 6,
            IndependentInPrimary = Of(0.02),
            IndependentInSecondary = Of(0.02),
            IndependentAtEleven = Of(0.02),
            IndependentStays = 0.9,
            HomeEducatedAtReception = Yearly[3],
        },
        Admissions = AdmissionsBench.Varied with { Reach = [60, 60] },
        Supply = SupplyBench.Of(1, 1),
        Send = new TestSendRates { RequestsAYear = 0.01, Mainstream = 0.6, ExternalNeed = 0.1 }.Build(),
        CareSchools = Links,
    };

    private double[] Cumulative()
    {
        double sum = 0;
        return [.. Yearly.Select(rate => sum += rate / ResidentRates.CandidatesAYear)];
    }

    private static T[] Of<T>(T value) => [.. Enumerable.Repeat(value, KentMap.Districts)];

    private static Estate BuildEstate()
    {
        var schools = new List<School>();
        var areas = new List<PlanningArea>();
        for (int district = 0; district < KentMap.Districts; district++)
        {
            (int east, int north) = ((int)(100 * TestMap.Small[district].East), (int)(100 * TestMap.Small[district].North));
            areas.Add(TestEstate.Area(district, east, north, district, halfWidth: 200));
            schools.Add(TestEstate.School(schools.Count, SchoolKind.Primary, east - 50, north, PrimaryPlaces, district, district));
            schools.Add(TestEstate.School(schools.Count, SchoolKind.Primary, east + 50, north, PrimaryPlaces, district, district));
            schools.Add(TestEstate.School(schools.Count, SchoolKind.Secondary, east, north + 50, 2 * PrimaryPlaces, district, district));
        }

        schools.Add(TestEstate.School(schools.Count, SchoolKind.Special, 0, 0) with { DesignatedPlaces = 200 });
        return TestEstate.Of([.. schools], [.. areas]);
    }

    private ResidentState[] BuildResidents()
    {
        var residents = new List<ResidentState>();
        for (int cohort = OldestCohort; cohort <= YoungestCohort; cohort++)
        {
            for (int district = 0; district < KentMap.Districts; district++)
            {
                for (int n = 0; n < Residents; n++)
                {
                    residents.Add(Resident(cohort, district, n));
                }
            }
        }

        return [.. residents];
    }

    private ResidentState Resident(int cohort, int district, int n)
    {
        int year = -cohort;
        int ordinal = ((cohort - OldestCohort) * Residents) + n;
        bool hasPlan = year is >= 0 and <= 11 && n % PlanEvery == PlanEvery - 1;
        Setting setting = year is < 0 ? Setting.None
            : year > 11 ? Setting.Further
            : hasPlan && n / PlanEvery % 2 == 0 ? Setting.ExternalSpecial
            : Setting.Mainstream;
        int school = year < 7 ? Primary(district) + (n % 2) : Secondary(district);
        return new ResidentState
        {
            Id = EntityId.Of(EntityKind.StockResident, district, 0, ordinal),
            BirthDay = s_calendar.FirstDayOf(cohort - 5) + (n * 330 / Residents),
            Area = (ushort)district,
            School = setting == Setting.Mainstream ? (ushort)school : ResidentState.NoSchool,
            Offer = ResidentState.NoSchool,
            Facts = ResidentFacts.Present | (hasPlan ? ResidentFacts.HasPlan : ResidentFacts.None),
            East = (sbyte)((n * 37 % 200) - 100),
            North = (sbyte)((n * 71 % 200) - 100),
            Cohort = (sbyte)cohort,
            Setting = setting,
            Need = hasPlan ? (byte)(1 + (n / PlanEvery % 4)) : (byte)0,
        };
    }
}
