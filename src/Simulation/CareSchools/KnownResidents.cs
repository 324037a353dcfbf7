using System.Runtime.InteropServices;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.CareSchools;

/// <summary>A resident who may enter care.</summary>
/// <param name="Id">Address.</param>
/// <param name="Number">Number among the residents.</param>
/// <param name="Cohort">Cohort.</param>
/// <param name="Lot">Vulnerability: the lot that also decides on the priority of looked-after children in rounds; low is more vulnerable.</param>
internal readonly record struct KnownResident(ulong Id, int Number, int Cohort, double Lot);

/// <summary>What the school side says of such a resident from a day on.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct KnownState
{
    /// <summary>The first day.</summary>
    public int Day;

    /// <summary>Where the next state is kept; 0 for none.</summary>
    public int Next;

    /// <summary>The school on whose roll the child is, or <see cref="ResidentState.NoSchool"/>.</summary>
    public ushort School;

    /// <summary>Hundredths of a mile east of the origin.</summary>
    public short East;

    /// <summary>Hundredths of a mile north of the origin.</summary>
    public short North;

    /// <summary>Home district.</summary>
    public byte District;

    /// <summary>Where the child is educated.</summary>
    public Setting Setting;

    /// <summary>Kind of need of a plan.</summary>
    public byte Need;

    /// <summary>Whether the child lives in Kent.</summary>
    public bool IsPresent;

    /// <summary>Whether the child has a plan.</summary>
    public bool HasPlan;
}

/// <summary>
/// The residents of one passage who may enter care, and what changed about them: no more than the care side asks about. Appended to while the
/// school years are lived through, read after; allocates nothing once grown.
/// </summary>
internal sealed class KnownResidents
{
    /// <summary>No resident.</summary>
    public const int None = -1;

    private static readonly KnownState s_unknown = new() { School = ResidentState.NoSchool };

    private readonly KnownRanks _ranks = new();
    private KnownResident[] _residents = new KnownResident[1024];
    private Trail[] _trails = new Trail[1024];
    private KnownState[] _states = new KnownState[4096];
    private int _stateCount = 1;
    private bool _isRanked;

    /// <summary>Residents known.</summary>
    public int Count { get; private set; }

    /// <summary>A resident.</summary>
    public ref readonly KnownResident this[int known] => ref _residents[known];

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Count = 0;
        _stateCount = 1;
        _isRanked = false;
    }

    /// <summary>Adds a resident, of whom nothing is noted yet.</summary>
    /// <returns>The place of the resident among those known.</returns>
    public int Add(in KnownResident resident)
    {
        if (Count == _residents.Length)
        {
            Array.Resize(ref _residents, 2 * Count);
            Array.Resize(ref _trails, 2 * Count);
        }

        _residents[Count] = resident;
        _trails[Count] = default;
        _isRanked = false;
        return Count++;
    }

    /// <summary>Notes how a resident stands at the end of a day. Days come in order; of two notes on one day the later counts.</summary>
    public void Note(int known, in KnownState state)
    {
        ref Trail trail = ref _trails[known];
        int district = 1 << state.District;
        if ((trail.Districts & district) == 0 || (state.HasPlan && !trail.HadPlan))
        {
            trail.Districts |= district;
            trail.HadPlan |= state.HasPlan;
            _isRanked = false;
        }

        int last = trail.Last;
        if (last > 0 && trail.LastDay == state.Day)
        {
            _states[last] = state;
            return;
        }

        if (_stateCount == _states.Length)
        {
            Array.Resize(ref _states, 2 * _stateCount);
        }

        _states[_stateCount] = state;
        (last > 0 ? ref _states[last].Next : ref trail.First) = _stateCount;
        trail.Last = _stateCount++;
        trail.LastDay = state.Day;
    }

    /// <summary>
    /// The residents of a cohort who lived in a district at some time, by rank: the most vulnerable first; ties go to the lower address.
    /// Valid until one more is added or noted.
    /// </summary>
    public ReadOnlySpan<Ranked> Of(int cohort, int district)
    {
        if (!_isRanked)
        {
            _ranks.Rank(_residents.AsSpan(0, Count), _trails);
            _isRanked = true;
        }

        return _ranks.Of(cohort, district);
    }

    /// <summary>How a resident stood at the end of a day; absent before the first note, and where there is none.</summary>
    public ref readonly KnownState On(int known, int day)
    {
        if (known == None)
        {
            return ref s_unknown;
        }

        ref Trail trail = ref _trails[known];
        int at = trail.First;
        if (at == 0 || _states[at].Day > day)
        {
            return ref s_unknown;
        }

        if (trail.Looked != 0 && _states[trail.Looked].Day <= day)
        {
            at = trail.Looked;
        }

        while (_states[at].Next != 0 && _states[_states[at].Next].Day <= day)
        {
            at = _states[at].Next;
        }

        trail.Looked = at;
        return ref _states[at];
    }

    /// <summary>Where what was noted of a resident is kept; 0 for nowhere.</summary>
    internal struct Trail
    {
        /// <summary>The first state.</summary>
        public int First;

        /// <summary>The last state.</summary>
        public int Last;

        /// <summary>The day of the last state.</summary>
        public int LastDay;

        /// <summary>Where the latest look ended: days are mostly asked for in order.</summary>
        public int Looked;

        /// <summary>The districts of all states, a bit each.</summary>
        public int Districts;

        /// <summary>Whether there was a plan in any state.</summary>
        public bool HadPlan;
    }
}
