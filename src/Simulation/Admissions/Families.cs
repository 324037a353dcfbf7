using System.Runtime.InteropServices;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Admissions;

/// <summary>What is known of an application beside its list.</summary>
/// <param name="Lot">Decides between homes at the same distance, and who of those without a place is served first.</param>
/// <param name="First">The first preference.</param>
/// <param name="FirstOpen">The school liked best among those that do not select.</param>
/// <param name="Refuses">Whether the family refuses to be sent to a school it did not name.</param>
internal readonly record struct Application(uint Lot, ushort First, ushort FirstOpen, bool Refuses);

/// <summary>
/// Forms the families' ordered preferences and what priority each school gives them. A family's liking of a school is what is seen of it,
/// less distance, and its own taste; the older child's school is the one liked best in the family's older taste. Draws are made in blocks
/// for some families at a time.
/// </summary>
internal sealed class Families
{
    private const int Chunk = 32;
    private const int LateShift = 63;
    private const int ClassShift = 60;
    private const int DistanceShift = 32;
    private const int FarthestSquared = (1 << (ClassShift - DistanceShift)) - 1;
    private const float MilesPerUnit = 0.01f;
    private const int None = -1;

    private readonly Estate _estate;
    private readonly ReachTable[] _reach;
    private readonly int[] _junior;
    private readonly byte[] _classes = new byte[AdmissionCriteria.TableLength];

    private readonly ulong[] _entity = new ulong[Chunk * ReachTable.Most];
    private readonly ulong[] _ordinal = new ulong[Chunk * ReachTable.Most];
    private readonly RandomBlock[] _taste = new RandomBlock[Chunk * ReachTable.Most];
    private readonly RandomBlock[] _character = new RandomBlock[Chunk];
    private readonly RandomBlock[] _application = new RandomBlock[Chunk];
    private readonly Likings _likings = new();
    private readonly float[] _seen;
    private readonly float[] _faith;

    private AdmissionRates _rates = null!;
    private SchoolPhase _phase;
    private int _round;
    private Application[] _applications = [];

    public Families(Estate estate, ReachTable[] reach)
    {
        _estate = estate;
        _reach = reach;
        _seen = new float[estate.Areas.Length * Likings.Lanes];
        _faith = new float[_seen.Length];
        _junior = [.. estate.Schools.Select(school => school.Kind == SchoolKind.Infant ? NearestJunior(estate, school) : None)];
    }

    public ReadOnlySpan<Application> Applications => _applications;

    /// <summary>Fills the lists of all applicants of a round.</summary>
    public void Form(
        AdmissionRates rates, DrawKey key, int entryYear, ReadOnlySpan<Applicant> applicants, in IntakeView view, PreferenceLists lists)
    {
        (_rates, _round, _phase) = (rates, AdmissionYears.Round(entryYear), AdmissionYears.Phase(entryYear));
        AdmissionCriteria.Tabulate(rates.Criteria, _classes);
        See(view);
        lists.Reset(applicants.Length, rates.Preferences[(int)_phase]);
        if (_applications.Length < applicants.Length)
        {
            _applications = new Application[applicants.Length + (applicants.Length / 4)];
        }

        for (int from = 0; from < applicants.Length; from += Chunk)
        {
            FormSome(key, applicants, from, Math.Min(applicants.Length, from + Chunk), lists);
        }
    }

    private static int NearestJunior(Estate estate, School infant)
    {
        School? nearest = estate.Schools
            .Where(school => school.Kind == SchoolKind.Junior)
            .MinBy(school => (Squared(infant.East - school.East, infant.North - school.North), school.Index));
        return nearest?.Index ?? None;
    }

    private static int Squared(int east, int north) => (east * east) + (north * north);

    /// <summary>What is seen of each school from each area; nothing of a school that takes no part.</summary>
    private void See(in IntakeView view)
    {
        ReachTable reach = _reach[_round];
        _seen.AsSpan().Fill(float.NegativeInfinity);
        foreach (PlanningArea area in _estate.Areas)
        {
            ReadOnlySpan<InView> schools = reach.Schools(area.Index, selective: true);
            for (int n = 0; n < schools.Length; n++)
            {
                int index = schools[n].School;
                School school = _estate.Schools[index];
                int at = (area.Index * Likings.Lanes) + n;
                _faith[at] = school.Faith ? (float)_rates.FaithEffect : 0;
                _seen[at] = view.Places[index] < 0
                    ? float.NegativeInfinity
                    : Taste.Seen(_rates, _phase, school, view.Liking[index], view.Grades[index], area.District);
            }
        }
    }

    private void FormSome(DrawKey key, ReadOnlySpan<Applicant> applicants, int from, int to, PreferenceLists lists)
    {
        int count = to - from;
        ReachTable reach = _reach[_round];
        for (int n = 0; n < count; n++)
        {
            _entity[n] = applicants[from + n].Id;
        }

        Draw(key, Process.ResidentCharacter, AdmissionCharacter.CharacterBlock, count, _character);
        Draw(key, Process.Application, (ulong)_round, count, _application);
        int blocks = 0;
        for (int n = 0; n < count; n++)
        {
            ReadOnlySpan<ulong> ordinals = reach.Blocks(applicants[from + n].Area, IsSelective(_character[n]));
            ordinals.CopyTo(_ordinal.AsSpan(blocks));
            _entity.AsSpan(blocks, ordinals.Length).Fill(applicants[from + n].Id);
            blocks += ordinals.Length;
        }

        Philox4x32.Fill(key, _entity.AsSpan(0, blocks), (ushort)Process.Preference, _ordinal.AsSpan(0, blocks), _taste.AsSpan(0, blocks));
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<RandomBlock, uint>(_taste);
        for (int n = 0; n < count; n++)
        {
            ref readonly Applicant child = ref applicants[from + n];
            lists.Id(from + n) = child.Id;
            _applications[from + n] = Apply(from + n, child, _character[n], _application[n], words, lists);
            words = words[(reach.Blocks(child.Area, IsSelective(_character[n])).Length * Taste.SchoolsABlock)..];
        }
    }

    private void Draw(DrawKey key, Process process, ulong ordinal, int count, RandomBlock[] blocks)
    {
        _ordinal.AsSpan(0, count).Fill(ordinal);
        Philox4x32.Fill(key, _entity.AsSpan(0, count), (ushort)process, _ordinal.AsSpan(0, count), blocks.AsSpan(0, count));
    }

    private bool IsSelective(in RandomBlock character) =>
        _phase == SchoolPhase.Secondary && AdmissionCharacter.PassesTest(character, _rates);

    private Application Apply(
        int applicant, in Applicant child, in RandomBlock character, in RandomBlock application, ReadOnlySpan<uint> words, PreferenceLists lists)
    {
        ReachTable reach = _reach[_round];
        bool selective = IsSelective(character);
        bool faith = AdmissionCharacter.OfFaith(character, _rates);
        ReadOnlySpan<InView> schools = reach.Schools(child.Area, selective);
        _likings.See(
            ReachTable.LanesOf(_seen, child.Area), ReachTable.LanesOf(_faith, child.Area), faith ? 1 : 0,
            reach.East(child.Area), reach.North(child.Area), child.East, child.North, (float)_rates.PerMile[(int)_phase] * MilesPerUnit);
        ReadOnlySpan<byte> lanes = reach.Words(child.Area)[..schools.Length];
        Span<int> best = stackalloc int[PreferenceLists.Most];
        int sibling = application.UniformA < _rates.SiblingShare[_round] ? OlderChoice(words, lanes) : None;
        for (int lane = 0; lane < lanes.Length; lane++)
        {
            _likings.Luck[lane] = Taste.OfWord(words[lanes[lane]]);
        }

        _likings.Luck[lanes.Length..].Fill(float.NegativeInfinity);
        int listed = _likings.Best(best[.._rates.Preferences[(int)_phase]], lanes.Length);
        ushort first = listed > 0 ? schools[best[0]].School : ResidentState.NoSchool;
        int met = AdmissionCriteria.Bit(Criterion.Faith, faith) | AdmissionCriteria.Bit(
            Criterion.CareHistory, AdmissionCharacter.CareHistoryOf(character, _rates, _phase) != CareHistory.None);
        int junior = child.School < _junior.Length ? _junior[child.School] : None;
        int named = Math.Min(listed, Named(application));
        for (int rank = 0; rank < named; rank++)
        {
            InView school = schools[best[rank]];
            int criteria = met | school.Criteria | AdmissionCriteria.Bit(Criterion.Sibling, best[rank] == sibling)
                | AdmissionCriteria.Bit(Criterion.LinkedSchool, school.School == junior);
            lists.Add(applicant, school.School, Priority(child, school, _classes[criteria], application.C));
        }

        ushort open = selective ? BestOpen(schools[..reach.OpenCount(child.Area)]) : first;
        return new Application(application.C, first, open, application.UniformD < _rates.RefusesAllocation[(int)_phase]);
    }

    /// <summary>The school of the older child, which the family then likes all the more.</summary>
    private int OlderChoice(ReadOnlySpan<uint> words, ReadOnlySpan<byte> lanes)
    {
        for (int lane = 0; lane < lanes.Length; lane++)
        {
            _likings.Luck[lane] = Taste.OfOlder(words[lanes[lane]]);
        }

        _likings.Luck[lanes.Length..].Fill(float.NegativeInfinity);
        Span<int> best = stackalloc int[1];
        if (_likings.Best(best, lanes.Length) == 0)
        {
            return None;
        }

        _likings.Raise(best[0], (float)_rates.SiblingEffect);
        return best[0];
    }

    /// <summary>Of the schools that do not select, the one liked best.</summary>
    private ushort BestOpen(ReadOnlySpan<InView> open)
    {
        _likings.Luck[open.Length..].Fill(float.NegativeInfinity);
        Span<int> best = stackalloc int[1];
        return _likings.Best(best, open.Length) == 0 ? ResidentState.NoSchool : open[best[0]].School;
    }

    private static ulong Priority(in Applicant child, in InView school, byte criteriaClass, uint lot)
    {
        int squared = Math.Min(Squared(school.East - child.East, school.North - child.North), FarthestSquared);
        return ((child.Late ? 1UL : 0) << LateShift) | ((ulong)criteriaClass << ClassShift) | ((ulong)squared << DistanceShift) | lot;
    }

    /// <summary>How many schools a family names, if it has as many in view.</summary>
    private int Named(in RandomBlock application)
    {
        double next = _rates.NamesNext[(int)_phase];
        double chance = next;
        int named = 1;
        while (named < _rates.Preferences[(int)_phase] && application.UniformB < chance)
        {
            named++;
            chance *= next;
        }

        return named;
    }
}
