using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.SimulationTests.Admissions;

/// <summary>What tests of admissions share: plain rates, applicants, and a round with the schools' admission numbers.</summary>
internal sealed class AdmissionsBench(Estate estate)
{
    public static readonly DrawKey Key = new(5, 1);

    private readonly Grade[] _grades = [.. estate.Schools.Select(school => school.Grade)];
    private readonly AdmissionsRound _round = new(estate, new SchoolReach(estate));

    /// <summary>Nothing but distance: no siblings, faith, care or refusals, all lists full, everything in reach.</summary>
    public static AdmissionRates Plain { get; } = new()
    {
        Preferences = [3, 4],
        NamesNext = [1, 1],
        PerMile = [1, 0.5],
        GradeEffect = [0, 0.5, 0, -0.5, -1],
        FaithEffect = 0,
        SiblingEffect = 0,
        LocalEffect = 0,
        SelectiveEffect = 0,
        SiblingShare = [0, 0, 0],
        FaithShare = 0,
        TestPass = 0,
        LookedAfter = [0, 0],
        PreviouslyLookedAfter = [0, 0],
        Reach = [1000, 1000],
        RefusesAllocation = [0, 0],
        FairAccess = 1,
        InfantClass = 30,
        StayingOn = new StayingOnRates { Own = 0.5, OwnSelective = 0.9, Move = 0.3, Year13 = 0.8 },
    };

    /// <summary>A bit of everything, much more of the rare things than there is.</summary>
    public static AdmissionRates Varied { get; } = Plain with
    {
        NamesNext = [0.8, 0.8],
        FaithEffect = 1.5,
        SiblingEffect = 2.5,
        LocalEffect = 0.3,
        SiblingShare = [0.4, 0.3, 0.3],
        FaithShare = 0.2,
        TestPass = 0.25,
        LookedAfter = [0.05, 0.06],
        PreviouslyLookedAfter = [0.05, 0.05],
        Reach = [4, 10],
        RefusesAllocation = [0.1, 0.1],
    };

    public Estate Estate => estate;

    public PreferenceLists Lists => _round.Lists;

    public int[] Places { get; } = [.. estate.Schools.Select(school => school.Pan)];

    public int[] Above { get; } = new int[estate.Schools.Length];

    public double[] Liking { get; } = [.. estate.Schools.Select(school => school.Pull)];

    public static ulong IdOf(int number) => EntityId.Of(EntityKind.StockResident, number % 12, 0, number);

    public static Draws DrawsOf(ulong id) => new(Key, id);

    /// <summary>An applicant at a point, in area 0 unless said otherwise.</summary>
    public static Applicant At(int number, int east = 0, int north = 0, int area = 0, bool late = false, int school = ResidentState.NoSchool) => new()
    {
        Id = IdOf(number),
        Slot = number,
        Area = (ushort)area,
        East = (short)east,
        North = (short)north,
        School = (ushort)school,
        Facts = late ? ApplicantFacts.Late : ApplicantFacts.None,
    };

    /// <summary>Applicants spread over all areas; every twentieth is late.</summary>
    public Applicant[] Spread(int count) => [.. Enumerable.Range(0, count).Select(n =>
    {
        PlanningArea area = estate.Areas[n % estate.Areas.Length];
        int width = Math.Max(1, 2 * area.HalfWidth);
        return At(n, area.East - area.HalfWidth + (n * 31 % width), area.North - area.HalfWidth + (n * 57 % width), area.Index, n % 20 == 7);
    })];

    /// <summary>Holds a round and copies what it gave.</summary>
    public AdmissionOutcome[] Hold(AdmissionRates rates, int entryYear, params Applicant[] applicants) =>
        Hold(rates, Key, entryYear, applicants).ToArray();

    public ReadOnlySpan<AdmissionOutcome> Hold(AdmissionRates rates, DrawKey key, int entryYear, Applicant[] applicants) =>
        _round.Hold(rates, key, entryYear, applicants, new IntakeView
        {
            Places = Places,
            Above = Above,
            Liking = Liking,
            Grades = _grades,
        });
}
