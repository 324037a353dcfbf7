using BenchmarkDotNet.Attributes;
using KentSufficiency.Benchmarks.Core;
using KentSufficiency.Benchmarks.Running;
using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Benchmarks.Schools;

/// <summary>
/// One round of admissions on one core: 17,000 applicants for Reception at some 370 schools and for Year 7 at some 100, a third of them
/// grammar schools, with 5% more places than applicants. Each round has another key, so that no branch predictor learns it by heart.
/// </summary>
[MemoryDiagnoser]
[LongRunning(Warmups = 10, Iterations = 30)]
public class AdmissionsBenchmarks
{
    private const int Applicants = 17_000;
    private const int Districts = 12;
    private const int AreasInDistrict = 9;
    private const int SchoolsInDistrict = 39;
    private const int Side = 1000;

    private readonly Yardstick _yardstick = new();
    private AdmissionsRound _round = null!;
    private Estate _estate = null!;
    private AdmissionRates _rates = null!;
    private Applicant[] _applicants = null!;
    private double[] _liking = null!;
    private Grade[] _grades = null!;
    private int[] _places = null!;
    private int[] _above = null!;
    private uint _replication;

    /// <summary>The year group of the round.</summary>
    [Params(0, 7)]
    public int EntryYear { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _estate = new Estate
        {
            Schools = [.. Enumerable.Range(0, Districts * SchoolsInDistrict).Select(MakeSchool)],
            Areas = [.. Enumerable.Range(0, Districts * AreasInDistrict).Select(MakeArea)],
            Groups = [],
            Capacity = [],
        };
        _round = new AdmissionsRound(_estate, new SchoolReach(_estate));
        _rates = MakeRates();
        _applicants = [.. Enumerable.Range(0, Applicants).Select(MakeApplicant)];
        _liking = [.. _estate.Schools.Select(school => school.Pull)];
        _grades = [.. _estate.Schools.Select(school => school.Grade)];
        _above = new int[_liking.Length];
        int all = _estate.Schools.Where(school => _estate.Begins(school.Index, EntryYear)).Sum(school => school.Pan);
        _places = [.. _estate.Schools.Select(s => _estate.Begins(s.Index, EntryYear) ? (int)(s.Pan * 1.05 * Applicants / all) : -1)];
    }

    [Benchmark(Baseline = true)]
    public long Yardstick() => _yardstick.Work(8);

    [Benchmark]
    public int Round() => _round.Hold(_rates, new DrawKey(1, _replication++), EntryYear, _applicants, new IntakeView
    {
        Places = _places,
        Above = _above,
        Liking = _liking,
        Grades = _grades,
    }).Length;

    private static School MakeSchool(int index)
    {
        int within = index % SchoolsInDistrict;
        bool secondary = within >= 31;
        (int east, int north) = Corner(index / SchoolsInDistrict);
        return new School
        {
            Index = index,
            Id = $"school-{index}",
            Name = $"School {index} (synthetic)",
            Kind = secondary ? SchoolKind.Secondary : SchoolKind.Primary,
            District = index / SchoolsInDistrict,
            Area = 0,
            East = (short)(east + (index * 7919 % Side)),
            North = (short)(north + (index * 104729 % Side)),
            Selective = secondary && index % 3 == 0,
            Faith = index % 5 == 0,
            Authority = (SchoolAuthority)(index % 3),
            Grade = Grade.Good,
            Pull = 0.25 * ((index % 7) - 3),
            Pan = secondary ? 180 : 15 * (1 + (index % 4)),
            Synthetic = true,
        };
    }

    private static PlanningArea MakeArea(int index)
    {
        (int east, int north) = Corner(index / AreasInDistrict);
        int within = index % AreasInDistrict;
        return new PlanningArea(
            index, $"Area {index} (synthetic)", index / AreasInDistrict, (short)(east + (333 * (within % 3)) + 166), (short)(north + (333 * (within / 3)) + 166), 166, 1, true);
    }

    private static (int East, int North) Corner(int district) => (Side * (district % 4), Side * (district / 4));

    private Applicant MakeApplicant(int number)
    {
        PlanningArea area = _estate.Areas[(int)((uint)number * 2654435761u >> 8) % _estate.Areas.Length];
        return new Applicant
        {
            Id = EntityId.Of(EntityKind.StockResident, area.District, 0, number),
            Slot = number,
            Area = (ushort)area.Index,
            East = (short)(area.East - area.HalfWidth + (number * 31 % 332)),
            North = (short)(area.North - area.HalfWidth + (number * 57 % 332)),
            School = ResidentState.NoSchool,
        };
    }

    private static AdmissionRates MakeRates() => new()
    {
        Preferences = [3, 4],
        NamesNext = [0.85, 0.88],
        PerMile = [1.2, 0.4],
        GradeEffect = [0, 0.3, 0, -0.3, -0.6],
        FaithEffect = 1.6,
        SiblingEffect = 3,
        LocalEffect = 0,
        SelectiveEffect = 0,
        SiblingShare = [0.45, 0.3, 0.33],
        FaithShare = 0.13,
        TestPass = 0.22,
        LookedAfter = [0.0035, 0.0055],
        PreviouslyLookedAfter = [0.006, 0.007],
        Reach = [5, 12],
        RefusesAllocation = [0.1, 0.08],
        FairAccess = 0.85,
        InfantClass = 30,
        StayingOn = new StayingOnRates { Own = 0.45, OwnSelective = 0.86, Move = 0.15, Year13 = 0.88 },
    };
}
