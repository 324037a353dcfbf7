using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.County;
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

namespace KentSufficiency.SimulationTests.SchoolYears;

/// <summary>A small county with schools and children, everything switched on unless a test says otherwise.</summary>
internal sealed record TestSchools
{
    private const int FirstCohort = -13;
    private const int LastCohort = 4;

    /// <summary>31 July 2019: the rounds of the spring are behind, the new year is a month away.</summary>
    public DateOnly Start { get; init; } = new(2019, 7, 31);

    public int Years { get; init; } = 3;

    /// <summary>Children of each cohort in each district.</summary>
    public int Children { get; init; } = 40;

    /// <summary>Multiplies all that moves children: births, migration, moves, changes of sector.</summary>
    public double Moves { get; init; } = 1;

    /// <summary>Births a day in a district, before <see cref="Moves"/>.</summary>
    public double Births { get; init; } = 40 / 365.25;

    public double Independent { get; init; } = 0.06;

    public Estate Estate { get; init; } = TestEstate.County(primaryInDistrict: 6, secondaryInDistrict: 3);

    public Scheme[] Schemes { get; init; } = [];

    public AdmissionRates Admissions { get; init; } = AdmissionsBench.Varied;

    public TestSendRates Send { get; init; } = new() { RequestsAYear = 0.01, Assessments = 2, Hours = 30, Adults = 2, ExternalNeed = 0.05 };

    public SupplyRates Supply { get; init; } = SupplyBench.Of(failures: 1, delays: 1);

    /// <summary>Later rates: from a day on, those of another county.</summary>
    public (int FromDay, TestSchools Rates)[] Later { get; init; } = [];

    /// <summary>Nothing moves anybody, nobody asks for a plan, and everybody goes to a state school.</summary>
    public static TestSchools Still { get; } = new()
    {
        Moves = 0,
        Independent = 0,
        Send = new TestSendRates(),
        Admissions = AdmissionsBench.Plain with { StayingOn = new StayingOnRates { Own = 1, OwnSelective = 1, Move = 0, Year13 = 1 } },
    };

    /// <summary>The school side of a county, without the care side.</summary>
    public CountyParameters Build()
    {
        TestCounty county = TestCounty.Quiet();
        CountyParameters care = county.Build();
        return new CountyParameters
        {
            Start = Start,
            LeadInDays = 30,
            RecordDays = [.. Enumerable.Range(0, (12 * Years) + 1).Select(month => MonthEnd(month).DayNumber - Start.DayNumber)],
            LeadInNoteDays = [-30],
            WindowRecords = 12,
            Regimes =
            [
                new Regime(int.MinValue, care.Regimes[0].Rates with { Schools = Rates() }),
                .. Later.Select(later => new Regime(later.FromDay, care.Regimes[0].Rates with { Schools = later.Rates.Rates() })),
            ],
            Reference = care.Reference,
            Pools = care.Pools,
            Stock = care.Stock,
            Under18 = care.Under18,
            SufficientShare = care.SufficientShare,
            Districts = care.Districts,
            Schools = Parameters(),
        };
    }

    public SchoolsKernel Kernel() => new(Build());

    public SchoolRates Rates() => new()
    {
        Residents = Residents(),
        Admissions = Admissions,
        Supply = Supply,
        Send = Send.Build(),
    };

    private SchoolParameters Parameters()
    {
        ResidentRates reference = (this with { Moves = 1, Births = 40 / 365.25 }).Residents();
        var calendar = new SchoolCalendar(Start);
        return new SchoolParameters
        {
            Estate = Estate,
            Residents = Stock(calendar),
            Reference = new ResidentReference(
                reference.BirthsPerDay, reference.LondonPerDay, reference.HomePerDay, reference.AbroadPerDay, reference.RefugeesPerDay,
                reference.DwellingsPerDay, reference.SitesPerDay, reference.SiteAreas),
            Schemes = Schemes,
            Named = [.. Schemes.Select((scheme, number) => new NamedScheme($"scheme-{number}", scheme.School, number))],
            Calendar = new SupplyCalendar(calendar, [.. Enumerable.Range(0, 200).Select(n => 30 * n)], (2, 15), (11, 1)),
        };
    }

    private ResidentRates Residents()
    {
        double[] yearly = [0.03, 0.05, 0.004, 0.002];
        double[] cumulative = [.. yearly.Select((_, i) => Moves * yearly.Take(i + 1).Sum() / ResidentRates.CandidatesAYear)];
        double[] Everywhere(double value) => [.. Enumerable.Repeat(value * Moves, KentMap.Districts)];
        int areas = Estate.Areas.Length / KentMap.Districts;
        return new ResidentRates
        {
            Shares = [.. Enumerable.Repeat(cumulative, KentMap.Districts * ResidentRates.Bands * 3).SelectMany(four => four)],
            BirthsPerDay = Everywhere(Births),
            LondonPerDay = Everywhere(0.05),
            HomePerDay = Everywhere(0.05),
            AbroadPerDay = Everywhere(0.02),
            RefugeesPerDay = Everywhere(0.01),
            DwellingsPerDay = Everywhere(0.02),
            SitesPerDay = [0.05 * Moves],
            SiteAreas = [5],
            Season = [.. Enumerable.Repeat(1.0, 12)],
            ArrivalAge = [.. Enumerable.Repeat(new AliasTable([.. Enumerable.Repeat(1.0, 18)]), 5)],
            AreaOf = [.. Enumerable.Repeat(new AliasTable([.. Enumerable.Repeat(1.0, areas)]), KentMap.Districts)],
            FirstArea = [.. Enumerable.Range(0, KentMap.Districts).Select(district => district * areas)],
            MoveTo = [.. Enumerable.Repeat(new AliasTable([.. Enumerable.Repeat(1.0, Estate.Areas.Length)]), KentMap.Districts)],
            KeepsPrimaryMiles = 2,
            KeepsSecondaryMiles = 6,
            IndependentInPrimary = [.. Enumerable.Repeat(Independent, KentMap.Districts)],
            IndependentInSecondary = [.. Enumerable.Repeat(Independent, KentMap.Districts)],
            IndependentAtEleven = [.. Enumerable.Repeat(Independent / 4, KentMap.Districts)],
            IndependentStays = 0.8,
            HomeEducatedAtReception = Independent / 20,
        };
    }

    /// <summary>As many children of each cohort in each district, each on the roll of the nearest school with a place, or waiting.</summary>
    private ResidentState[] Stock(SchoolCalendar calendar)
    {
        var residents = new List<ResidentState>();
        int[] left = [.. Estate.Capacity];
        for (int cohort = FirstCohort; cohort <= LastCohort; cohort++)
        {
            for (int district = 0; district < KentMap.Districts; district++)
            {
                for (int n = 0; n < Children; n++)
                {
                    residents.Add(Child(cohort, district, n, calendar, left));
                }
            }
        }

        return [.. residents];
    }

    private ResidentState Child(int cohort, int district, int n, SchoolCalendar calendar, int[] left)
    {
        int areas = Estate.Areas.Length / KentMap.Districts;
        var child = new ResidentState
        {
            Id = EntityId.Of(EntityKind.StockResident, district, 0, ((cohort - FirstCohort) * Children) + n),
            BirthDay = calendar.FirstDayOf(cohort - 5) + (n * 365 / Children),
            Area = (ushort)((district * areas) + (n % areas)),
            School = ResidentState.NoSchool,
            Offer = ResidentState.NoSchool,
            Facts = ResidentFacts.Present,
            Cohort = (sbyte)cohort,
        };
        int year = -cohort;
        if (year >= 0)
        {
            int school = Estate.Schools.Where(school => school.District == district && school.Teaches(year) && left[(school.Index * Estate.Years) + year] > 0)
                .Select(school => school.Index).DefaultIfEmpty(-1).First();
            child.Setting = school >= 0 ? Setting.Mainstream : year > 11 ? Setting.Further : Setting.HomeEducated;
            if (school >= 0)
            {
                child.School = (ushort)school;
                left[(school * Estate.Years) + year]--;
            }
        }

        return child;
    }

    private DateOnly MonthEnd(int months)
    {
        DateOnly there = Start.AddMonths(months);
        return new DateOnly(there.Year, there.Month, DateTime.DaysInMonth(there.Year, there.Month));
    }
}
