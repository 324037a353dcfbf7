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

    private readonly ReachTable[] _reach;
    private readonly int[] _junior;
    private readonly byte[] _classes = new byte[AdmissionCriteria.TableLength];

    private readonly ulong[] _entity = new ulong[Chunk * ReachTable.Most];
    private readonly ulong[] _ordinal = new ulong[Chunk * ReachTable.Most];
    private readonly RandomBlock[] _taste = new RandomBlock[Chunk * ReachTable.Most];
    private readonly RandomBlock[] _character = new RandomBlock[Chunk];
    private readonly RandomBlock[] _application = new RandomBlock[Chunk];
    private readonly int[] _view = new int[Chunk];
    private readonly int[] _words = new int[Chunk];
    private readonly int[] _sibling = new int[Chunk];
    private readonly int[] _best = new int[Chunk * PreferenceLists.Most];
    private readonly int[] _listed = new int[Chunk];
    private readonly int[] _some = new int[Chunk];
    private readonly Likings _likings = new(Chunk);
    private readonly SchoolSights _sights;
    private readonly double[] _namesMore = new double[PreferenceLists.Most];

    private AdmissionRates _rates = null!;
    private SchoolPhase _phase;
    private ReachTable _views = null!;
    private int _round;
    private Application[] _applications = [];

    public Families(Estate estate, ReachTable[] reach)
    {
        _reach = reach;
        _sights = new SchoolSights(estate);
        _junior = [.. estate.Schools.Select(school => school.Kind == SchoolKind.Infant ? NearestJunior(estate, school) : None)];
    }

    public ReadOnlySpan<Application> Applications => _applications;

    /// <summary>Fills the lists of all applicants of a round.</summary>
    public void Form(
        AdmissionRates rates, DrawKey key, int entryYear, ReadOnlySpan<Applicant> applicants, in IntakeView view, PreferenceLists lists)
    {
        (_rates, _round, _phase) = (rates, AdmissionYears.Round(entryYear), AdmissionYears.Phase(entryYear));
        _views = _reach[_round];
        AdmissionCriteria.Tabulate(rates.Criteria, _classes);
        TabulateNames();
        _sights.Look(rates, _phase, _views, view);
        lists.Reset(applicants.Length, rates.Preferences[(int)_phase]);
        if (_applications.Length < applicants.Length)
        {
            _applications = new Application[applicants.Length + (applicants.Length / 4)];
        }

        for (int from = 0; from < applicants.Length; from += Chunk)
        {
            FormSome(key, applicants[from..Math.Min(applicants.Length, from + Chunk)], from, lists);
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

    /// <summary>The chance that a family names a second school, a third and so on, if it has as many in view.</summary>
    private void TabulateNames()
    {
        double next = _rates.NamesNext[(int)_phase];
        double chance = next;
        for (int n = 0; n < _namesMore.Length; n++)
        {
            _namesMore[n] = chance;
            chance *= next;
        }
    }

    /// <summary>In passes over some families, each of which does one thing for all of them, so that no family waits for what another comes to.</summary>
    private void FormSome(DrawKey key, ReadOnlySpan<Applicant> some, int from, PreferenceLists lists)
    {
        DrawCharacters(key, some);
        DrawTastes(key, some);
        See(some);
        FollowOlder(some);
        int longest = _rates.Preferences[(int)_phase];
        for (int n = 0; n < some.Length; n++)
        {
            _listed[n] = _likings.Best(n, _best.AsSpan(n * PreferenceLists.Most, longest), _views.MostInView);
        }

        Span<Application> applications = _applications.AsSpan(from, some.Length);
        for (int n = 0; n < some.Length; n++)
        {
            applications[n] = Apply(n, some[n], from + n, lists);
        }

        if (_phase == SchoolPhase.Secondary)
        {
            FindBestOpen(some, applications);
        }
    }

    private void DrawCharacters(DrawKey key, ReadOnlySpan<Applicant> some)
    {
        for (int n = 0; n < some.Length; n++)
        {
            _entity[n] = some[n].Id;
        }

        Draw(key, Process.ResidentCharacter, AdmissionCharacter.CharacterBlock, some.Length, _character);
        Draw(key, Process.Application, (ulong)_round, some.Length, _application);
        int secondary = _phase == SchoolPhase.Secondary ? 1 : 0;
        for (int n = 0; n < some.Length; n++)
        {
            int passed = secondary & (AdmissionCharacter.PassesTest(_character[n], _rates) ? 1 : 0);
            _view[n] = ReachTable.Of(some[n].Area, passed);
        }
    }

    private void Draw(DrawKey key, Process process, ulong ordinal, int count, RandomBlock[] blocks)
    {
        _ordinal.AsSpan(0, count).Fill(ordinal);
        Philox4x32.Fill(key, _entity.AsSpan(0, count), (ushort)process, _ordinal.AsSpan(0, count), blocks.AsSpan(0, count));
    }

    private void DrawTastes(DrawKey key, ReadOnlySpan<Applicant> some)
    {
        int blocks = 0;
        for (int n = 0; n < some.Length; n++)
        {
            ReadOnlySpan<ulong> ordinals = _views.Blocks(_view[n]);
            ordinals.CopyTo(_ordinal.AsSpan(blocks));
            _entity.AsSpan(blocks, ordinals.Length).Fill(some[n].Id);
            _words[n] = blocks * Taste.SchoolsABlock;
            blocks += ordinals.Length;
        }

        Philox4x32.Fill(key, _entity.AsSpan(0, blocks), (ushort)Process.Preference, _ordinal.AsSpan(0, blocks), _taste.AsSpan(0, blocks));
    }

    /// <summary>The words of the draws for a family's tastes.</summary>
    private ReadOnlySpan<uint> WordsOf(int family) => MemoryMarshal.Cast<RandomBlock, uint>(_taste)[_words[family]..];

    /// <summary>Where the words of the schools in a family's view lie among them.</summary>
    private ReadOnlySpan<byte> PlacesOf(int family, in Applicant child) => _views.Words(child.Area)[.._views.Count(_view[family])];

    private void See(ReadOnlySpan<Applicant> some)
    {
        float perUnit = (float)_rates.PerMile[(int)_phase] * MilesPerUnit;
        for (int n = 0; n < some.Length; n++)
        {
            ref readonly Applicant child = ref some[n];
            _likings.See(
                n, _sights.Seen(_view[n]), _sights.Faith(_view[n]), AdmissionCharacter.OfFaith(_character[n], _rates) ? 1 : 0,
                _views.East(child.Area), _views.North(child.Area), child.East, child.North, perUnit, _views.MostInView);
        }
    }

    /// <summary>A family with an older child at a school, chosen by a taste of its own, likes that school all the more.</summary>
    private void FollowOlder(ReadOnlySpan<Applicant> some)
    {
        int older = 0;
        for (int n = 0; n < some.Length; n++)
        {
            _sibling[n] = None;
            _some[older] = n;
            older += _application[n].UniformA < _rates.SiblingShare[_round] ? 1 : 0;
        }

        foreach (int n in _some.AsSpan(0, older))
        {
            Taste.OfOlder(WordsOf(n), PlacesOf(n, some[n]), _likings.Luck(n));
        }

        Span<int> best = stackalloc int[1];
        foreach (int n in _some.AsSpan(0, older))
        {
            if (_likings.Best(n, best, _views.MostInView) > 0)
            {
                _sibling[n] = best[0];
                _likings.Raise(n, best[0], (float)_rates.SiblingEffect);
            }
        }

        for (int n = 0; n < some.Length; n++)
        {
            Taste.OfWords(WordsOf(n), PlacesOf(n, some[n]), _likings.Luck(n));
        }
    }

    private Application Apply(int family, in Applicant child, int applicant, PreferenceLists lists)
    {
        ReadOnlySpan<InView> schools = _views.Schools(_view[family]);
        ref readonly RandomBlock application = ref _application[family];
        ReadOnlySpan<int> best = _best.AsSpan(family * PreferenceLists.Most, _listed[family]);
        ushort first = best.Length > 0 ? schools[best[0]].School : ResidentState.NoSchool;
        int met = CriteriaMet(_character[family]);
        int junior = child.School < _junior.Length ? _junior[child.School] : None;
        Span<ushort> named = lists.RoomForSchools(applicant);
        Span<ulong> priorities = lists.RoomForPriorities(applicant);
        for (int rank = 0; rank < best.Length; rank++)
        {
            InView school = schools[best[rank]];
            int criteria = met | school.Criteria | AdmissionCriteria.Bit(Criterion.Sibling, best[rank] == _sibling[family])
                | AdmissionCriteria.Bit(Criterion.LinkedSchool, school.School == junior);
            named[rank] = school.School;
            priorities[rank] = Priority(child, school, _classes[criteria], application.C);
        }

        lists.Close(applicant, child.Id, Math.Min(best.Length, Named(application)));
        return new Application(application.C, first, first, application.UniformD < _rates.RefusesAllocation[(int)_phase]);
    }

    private int CriteriaMet(in RandomBlock character) =>
        AdmissionCriteria.Bit(Criterion.Faith, AdmissionCharacter.OfFaith(character, _rates))
        | AdmissionCriteria.Bit(Criterion.CareHistory, AdmissionCharacter.CareHistoryOf(character, _rates, _phase) != CareHistory.None);

    /// <summary>Of the schools that do not select, the one that those who passed the test like best.</summary>
    private void FindBestOpen(ReadOnlySpan<Applicant> some, Span<Application> applications)
    {
        int passed = 0;
        for (int n = 0; n < some.Length; n++)
        {
            _some[passed] = n;
            passed += _view[n] == ReachTable.Of(some[n].Area, 1) ? 1 : 0;
        }

        Span<int> best = stackalloc int[1];
        foreach (int n in _some.AsSpan(0, passed))
        {
            ReadOnlySpan<InView> open = _views.Schools(ReachTable.Of(some[n].Area, 0));
            _likings.Luck(n)[open.Length..].Fill(float.NegativeInfinity);
            ushort liked = _likings.Best(n, best, open.Length) == 0 ? ResidentState.NoSchool : open[best[0]].School;
            applications[n] = applications[n] with { FirstOpen = liked };
        }
    }

    private static ulong Priority(in Applicant child, in InView school, byte criteriaClass, uint lot)
    {
        int squared = Math.Min(Squared(school.East - child.East, school.North - child.North), FarthestSquared);
        return ((child.Late ? 1UL : 0) << LateShift) | ((ulong)criteriaClass << ClassShift) | ((ulong)squared << DistanceShift) | lot;
    }

    /// <summary>How many schools a family names, if it has as many in view. The chances fall, so that counting those it is within is enough.</summary>
    private int Named(in RandomBlock application)
    {
        double luck = application.UniformB;
        int named = 1;
        foreach (double chance in _namesMore.AsSpan(0, _rates.Preferences[(int)_phase] - 1))
        {
            named += luck < chance ? 1 : 0;
        }

        return named;
    }
}
