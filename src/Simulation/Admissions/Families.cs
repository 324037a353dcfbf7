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

    private readonly Estate _estate;
    private readonly ReachTable[] _reach;
    private readonly int[] _junior;
    private readonly byte[] _classes = new byte[AdmissionCriteria.TableLength];

    private readonly ulong[] _entity = new ulong[Chunk * ReachTable.Most];
    private readonly ulong[] _ordinal = new ulong[Chunk * ReachTable.Most];
    private readonly RandomBlock[] _taste = new RandomBlock[Chunk * ReachTable.Most];
    private readonly RandomBlock[] _character = new RandomBlock[Chunk];
    private readonly RandomBlock[] _application = new RandomBlock[Chunk];
    private readonly float[] _score = new float[ReachTable.Most];
    private readonly int[] _squared = new int[ReachTable.Most];

    private AdmissionRates _rates = null!;
    private SchoolPhase _phase;
    private int _round;
    private float[] _seen = [];
    private float[] _faith = [];
    private Application[] _applications = [];

    public Families(Estate estate, ReachTable[] reach)
    {
        _estate = estate;
        _reach = reach;
        _junior = [.. estate.Schools.Select(school => school.Kind == SchoolKind.Infant ? NearestJunior(estate, school) : -1)];
    }

    public ReadOnlySpan<Application> Applications => _applications;

    /// <summary>Fills the lists of all applicants of a round.</summary>
    public void Form(
        AdmissionRates rates, DrawKey key, int entryYear, ReadOnlySpan<Applicant> applicants, in IntakeView view, PreferenceLists lists)
    {
        (_rates, _round, _phase) = (rates, AdmissionYears.Round(entryYear), AdmissionYears.Phase(entryYear));
        AdmissionCriteria.Tabulate(rates.Criteria, _classes);
        See(view);
        lists.Reset(applicants.Length);
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
        return nearest?.Index ?? -1;
    }

    private static int Squared(int east, int north) => (east * east) + (north * north);

    /// <summary>What is seen of each school from each area; nothing of a school that takes no part.</summary>
    private void See(in IntakeView view)
    {
        ReachTable reach = _reach[_round];
        if (_seen.Length < reach.Count)
        {
            (_seen, _faith) = (new float[reach.Count], new float[reach.Count]);
        }

        foreach (PlanningArea area in _estate.Areas)
        {
            ReadOnlySpan<InView> schools = reach.Schools(area.Index, selective: true);
            for (int n = 0; n < schools.Length; n++)
            {
                int index = schools[n].School;
                School school = _estate.Schools[index];
                int at = reach.Start(area.Index) + n;
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
        ReadOnlySpan<InView> schools = reach.Schools(child.Area, selective);
        bool faith = AdmissionCharacter.OfFaith(character, _rates);
        LikeSeen(child, schools, reach.Start(child.Area), faith);
        int sibling = application.UniformA < _rates.SiblingShare[_round] ? OlderChoice(schools, words) : -1;
        Span<int> best = stackalloc int[PreferenceLists.Most];
        int listed = Best(schools, words, sibling, best[.._rates.Preferences[(int)_phase]]);
        int met = AdmissionCriteria.Bit(Criterion.Faith, faith) | AdmissionCriteria.Bit(
            Criterion.CareHistory, AdmissionCharacter.CareHistoryOf(character, _rates, _phase) != CareHistory.None);
        ulong late = (child.Late ? 1UL : 0) << LateShift;
        int junior = child.School < _junior.Length ? _junior[child.School] : -1;
        int named = Math.Min(listed, Named(application));
        for (int rank = 0; rank < named; rank++)
        {
            int at = best[rank];
            InView school = schools[at];
            int criteria = met | school.Criteria | AdmissionCriteria.Bit(Criterion.Sibling, at == sibling)
                | AdmissionCriteria.Bit(Criterion.LinkedSchool, school.School == junior);
            ulong distance = (ulong)Math.Min(_squared[at], FarthestSquared) << DistanceShift;
            lists.Add(applicant, school.School, late | ((ulong)_classes[criteria] << ClassShift) | distance | application.C);
        }

        ushort first = listed > 0 ? schools[best[0]].School : ResidentState.NoSchool;
        ushort open = selective ? BestOpen(schools[..reach.OpenCount(child.Area)]) : first;
        return new Application(application.C, first, open, application.UniformD < _rates.RefusesAllocation[(int)_phase]);
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

    /// <summary>What a family sees of each school, less the way to it.</summary>
    private void LikeSeen(in Applicant child, ReadOnlySpan<InView> schools, int start, bool faith)
    {
        ReadOnlySpan<float> seen = _seen.AsSpan(start, schools.Length);
        ReadOnlySpan<float> more = _faith.AsSpan(start, schools.Length);
        Span<float> score = _score.AsSpan(0, schools.Length);
        Span<int> squared = _squared.AsSpan(0, schools.Length);
        float perUnit = (float)_rates.PerMile[(int)_phase] * MilesPerUnit;
        float practising = faith ? 1 : 0;
        for (int n = 0; n < schools.Length; n++)
        {
            squared[n] = Squared(schools[n].East - child.East, schools[n].North - child.North);
            score[n] = seen[n] + (practising * more[n]) - (perUnit * float.Sqrt(squared[n]));
        }
    }

    /// <summary>The school of the older child: liked best in the family's older taste.</summary>
    private int OlderChoice(ReadOnlySpan<InView> schools, ReadOnlySpan<uint> words)
    {
        int best = -1;
        float most = float.NegativeInfinity;
        for (int n = 0; n < schools.Length; n++)
        {
            float liking = _score[n] + Taste.OfOlder(words[schools[n].Word]);
            if (liking > most)
            {
                (best, most) = (n, liking);
            }
        }

        return best;
    }

    /// <summary>Adds the family's own taste, and finds the schools liked best, in order; of schools liked the same, the one listed first as nearer.</summary>
    private int Best(ReadOnlySpan<InView> schools, ReadOnlySpan<uint> words, int sibling, Span<int> best)
    {
        Span<float> most = stackalloc float[PreferenceLists.Most];
        most.Fill(float.NegativeInfinity);
        int last = best.Length - 1;
        int found = 0;
        for (int n = 0; n < schools.Length; n++)
        {
            float liking = _score[n] + Taste.OfWord(words[schools[n].Word]) + (n == sibling ? (float)_rates.SiblingEffect : 0);
            _score[n] = liking;
            if (liking > most[last])
            {
                int at = last;
                for (; at > 0 && liking > most[at - 1]; at--)
                {
                    (most[at], best[at]) = (most[at - 1], best[at - 1]);
                }

                (most[at], best[at]) = (liking, n);
                found++;
            }
        }

        return Math.Min(found, best.Length);
    }

    private ushort BestOpen(ReadOnlySpan<InView> open)
    {
        int best = -1;
        float most = float.NegativeInfinity;
        for (int n = 0; n < open.Length; n++)
        {
            if (_score[n] > most)
            {
                (best, most) = (n, _score[n]);
            }
        }

        return best < 0 ? ResidentState.NoSchool : open[best].School;
    }
}
