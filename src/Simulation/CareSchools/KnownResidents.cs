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

    private const int Cohorts = 64;
    private static readonly KnownState s_unknown = new() { School = ResidentState.NoSchool };

    private readonly Dictionary<int, int> _byNumber = [];
    private readonly int[] _from = new int[Cohorts + 1];
    private KnownResident[] _residents = new KnownResident[1024];
    private int[] _first = new int[1024];
    private int[] _last = new int[1024];

    // Where the latest look at a resident ended: days are mostly asked for in order.
    private int[] _looked = new int[1024];
    private Ranked[] _ranked = new Ranked[1024];
    private KnownState[] _states = new KnownState[4096];
    private int _stateCount = 1;

    /// <summary>Residents known.</summary>
    public int Count { get; private set; }

    /// <summary>A resident.</summary>
    public ref readonly KnownResident this[int known] => ref _residents[known];

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _byNumber.Clear();
        Array.Clear(_from);
        Count = 0;
        _stateCount = 1;
    }

    /// <summary>Adds a resident, of whom nothing is noted yet.</summary>
    public void Add(in KnownResident resident)
    {
        if (Count == _residents.Length)
        {
            Array.Resize(ref _residents, 2 * Count);
            Array.Resize(ref _first, 2 * Count);
            Array.Resize(ref _last, 2 * Count);
            Array.Resize(ref _looked, 2 * Count);
            Array.Resize(ref _ranked, 2 * Count);
        }

        _byNumber.Add(resident.Number, Count);
        _residents[Count] = resident;
        _first[Count] = _last[Count] = _looked[Count] = 0;
        Count++;
    }

    /// <summary>Notes how a resident stands at the end of a day. Days come in order; of two notes on one day the later counts.</summary>
    public void Note(int number, in KnownState state)
    {
        int known = _byNumber[number];
        int last = _last[known];
        if (last > 0 && _states[last].Day == state.Day)
        {
            _states[last] = state;
            return;
        }

        if (_stateCount == _states.Length)
        {
            Array.Resize(ref _states, 2 * _stateCount);
        }

        _states[_stateCount] = state;
        (last > 0 ? ref _states[last].Next : ref _first[known]) = _stateCount;
        _last[known] = _stateCount++;
    }

    /// <summary>Nothing more will be noted: ranks the residents of each cohort, the most vulnerable first; ties go to the lower address.</summary>
    public void Seal()
    {
        for (int known = 0; known < Count; known++)
        {
            ref readonly KnownResident resident = ref _residents[known];
            _ranked[known] = new Ranked(resident.Cohort, resident.Lot, resident.Id, known);
        }

        Array.Sort(_ranked, 0, Count);
        Array.Clear(_from);
        for (int known = 0; known < Count; known++)
        {
            _from[_residents[known].Cohort + SchoolRolls.Before + 1]++;
        }

        for (int cohort = 0; cohort < Cohorts; cohort++)
        {
            _from[cohort + 1] += _from[cohort];
        }
    }

    /// <summary>How many residents a cohort has.</summary>
    public int CountOf(int cohort) => IsKept(cohort) ? _from[cohort + SchoolRolls.Before + 1] - _from[cohort + SchoolRolls.Before] : 0;

    /// <summary>A resident of a cohort by rank, the most vulnerable first.</summary>
    public int Of(int cohort, int rank) => _ranked[_from[cohort + SchoolRolls.Before] + rank].Known;

    /// <summary>How a resident stood at the end of a day; absent before the first note, and where there is none.</summary>
    public ref readonly KnownState On(int known, int day)
    {
        int at = known == None ? 0 : _first[known];
        if (at == 0 || _states[at].Day > day)
        {
            return ref s_unknown;
        }

        int looked = _looked[known];
        if (looked != 0 && _states[looked].Day <= day)
        {
            at = looked;
        }

        while (_states[at].Next != 0 && _states[_states[at].Next].Day <= day)
        {
            at = _states[at].Next;
        }

        _looked[known] = at;
        return ref _states[at];
    }

    private static bool IsKept(int cohort) => cohort >= -SchoolRolls.Before && cohort < Cohorts - SchoolRolls.Before;

    private readonly record struct Ranked(int Cohort, double Lot, ulong Id, int Known) : IComparable<Ranked>
    {
        public int CompareTo(Ranked other)
        {
            int byCohort = Cohort.CompareTo(other.Cohort);
            int byLot = byCohort != 0 ? byCohort : Lot.CompareTo(other.Lot);
            return byLot != 0 ? byLot : Id.CompareTo(other.Id);
        }
    }
}
