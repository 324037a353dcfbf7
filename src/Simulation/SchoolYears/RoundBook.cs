using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>What the latest rounds for Reception and for Year 7 came to, until the next: preferences met by home district, demand and places by part.</summary>
internal sealed class RoundBook
{
    private const int NoPart = -1;
    private const int NoGroup = -2;

    // Of each phase by school, the last for none; and the groups of grammar schools, where their own pupils count as demand.
    private readonly int[][] _partOf;
    private readonly int[] _selectiveGroup;

    public RoundBook(Estate estate)
    {
        _partOf = [[.. estate.Schools.Select(school => school.Area), NoPart], [.. estate.Schools.Select(school => school.Group), NoPart]];
        _selectiveGroup = [.. estate.Schools.Select(school => school.Selective ? school.Group : NoGroup), NoGroup];
        Demand = [new long[estate.Areas.Length], new long[estate.Groups.Length]];
        Places = [new long[estate.Areas.Length], new long[estate.Groups.Length]];
        FirstOf = [new int[estate.Schools.Length], new int[estate.Schools.Length]];
    }

    /// <summary>Applications by phase and home district.</summary>
    public long[][] Applications { get; } = [new long[KentMap.Districts], new long[KentMap.Districts]];

    /// <summary>First preferences met.</summary>
    public long[][] First { get; } = [new long[KentMap.Districts], new long[KentMap.Districts]];

    /// <summary>First or second preferences met.</summary>
    public long[][] FirstOrSecond { get; } = [new long[KentMap.Districts], new long[KentMap.Districts]];

    /// <summary>Children who liked a school of the part best, grammar schools' own pupils apart: by planning area (primary) and group (secondary).</summary>
    public long[][] Demand { get; }

    /// <summary>Places for the cohort in the part.</summary>
    public long[][] Places { get; }

    /// <summary>First preferences by school.</summary>
    public int[][] FirstOf { get; }

    /// <summary>Whether a round of a phase has been held.</summary>
    public bool[] Held { get; } = new bool[2];

    /// <summary>Forgets all rounds.</summary>
    public void Reset()
    {
        Array.Clear(Held);
        Begin(SchoolPhase.Primary);
        Begin(SchoolPhase.Secondary);
        Array.Clear(Held);
    }

    /// <summary>Starts the book of a round.</summary>
    public void Begin(SchoolPhase phase)
    {
        int at = (int)phase;
        Array.Clear(Applications[at]);
        Array.Clear(First[at]);
        Array.Clear(FirstOrSecond[at]);
        Array.Clear(Demand[at]);
        Array.Clear(Places[at]);
        Array.Clear(FirstOf[at]);
        Held[at] = true;
    }

    /// <summary>Counts one application.</summary>
    /// <param name="phase">The phase.</param>
    /// <param name="district">Home district.</param>
    /// <param name="outcome">What the round gave.</param>
    public void Add(SchoolPhase phase, int district, in AdmissionOutcome outcome)
    {
        int at = (int)phase;
        Applications[at][district]++;
        First[at][district] += outcome.Rank == 1 ? 1 : 0;
        FirstOrSecond[at][district] += outcome.Rank is 1 or 2 ? 1 : 0;
        int[] firstOf = FirstOf[at];
        if (outcome.First < firstOf.Length)
        {
            firstOf[outcome.First]++;
        }

        int group = _selectiveGroup[Math.Min(outcome.School, firstOf.Length)];
        CountDemand(at, group != NoGroup ? group : PartOf(at, outcome.FirstOpen));
    }

    /// <summary>Counts a child whose plan names a school of the round.</summary>
    public void AddNamed(SchoolPhase phase, int school) => CountDemand((int)phase, PartOf((int)phase, school));

    /// <summary>Counts the places of a school for the cohort.</summary>
    public void AddPlaces(SchoolPhase phase, int school, int places)
    {
        int part = PartOf((int)phase, school);
        if (part >= 0)
        {
            Places[(int)phase][part] += places;
        }
    }

    private void CountDemand(int phase, int part)
    {
        if (part >= 0)
        {
            Demand[phase][part]++;
        }
    }

    private int PartOf(int phase, int school) => _partOf[phase][Math.Min(school, _partOf[phase].Length - 1)];
}
