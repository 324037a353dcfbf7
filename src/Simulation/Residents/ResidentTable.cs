using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Residents;

/// <summary>
/// The resident children of one replication: those of the start first, by cohort, then all who came, in the order in which they came. A number
/// is never used twice. Each cohort can be walked without looking at the others.
/// </summary>
public sealed class ResidentTable
{
    private const int FirstCohort = -SchoolRolls.Before;
    private const int LastCohort = 40;
    private const int None = -1;

    private readonly ResidentState[] _initial;
    private readonly int[] _stockStart = new int[LastCohort - FirstCohort + 2];
    private readonly int[] _lastOf = new int[LastCohort - FirstCohort + 1];
    private ResidentState[] _residents;
    private int[] _before;

    /// <summary>Creates a table that begins with given children.</summary>
    /// <param name="initial">The children of the start, sorted by cohort.</param>
    public ResidentTable(ResidentState[] initial)
    {
        _initial = initial;
        _residents = new ResidentState[initial.Length + (initial.Length / 4)];
        _before = new int[_residents.Length - initial.Length];
        int at = 0;
        for (int cohort = FirstCohort; cohort <= LastCohort; cohort++)
        {
            _stockStart[cohort - FirstCohort] = at;
            while (at < initial.Length && initial[at].Cohort == cohort)
            {
                at++;
            }
        }

        _stockStart[^1] = at;
        if (at != initial.Length)
        {
            throw new ArgumentException("The children of the start must be sorted by cohort, and of school age or younger.", nameof(initial));
        }
    }

    /// <summary>Children so far, those who have gone included.</summary>
    public int Count { get; private set; }

    /// <summary>Children of the start.</summary>
    public int StockCount => _initial.Length;

    /// <summary>A child by number.</summary>
    public ref ResidentState this[int number] => ref _residents[number];

    /// <summary>All children so far, by number, those who have gone included.</summary>
    public ReadOnlySpan<ResidentState> All => _residents.AsSpan(0, Count);

    /// <summary>Begins a replication.</summary>
    public void Reset()
    {
        _initial.CopyTo(_residents, 0);
        Array.Fill(_lastOf, None);
        Count = _initial.Length;
    }

    /// <summary>Becomes a copy of another table with the same start.</summary>
    public void CopyFrom(ResidentTable other)
    {
        if (_residents.Length < other.Count)
        {
            Grow(other._residents.Length);
        }

        Array.Copy(other._residents, _residents, other.Count);
        Array.Copy(other._before, _before, other.Count - StockCount);
        other._lastOf.CopyTo(_lastOf, 0);
        Count = other.Count;
    }

    /// <summary>Adds a child who came.</summary>
    /// <returns>The child's number.</returns>
    public int Add(in ResidentState child)
    {
        if (Count == _residents.Length)
        {
            Grow(Count + (Count / 4));
        }

        ref int last = ref _lastOf[child.Cohort - FirstCohort];
        _before[Count - StockCount] = last;
        last = Count;
        _residents[Count] = child;
        return Count++;
    }

    /// <summary>Walks a cohort: those of the start, then those who came, the latest first.</summary>
    public CohortWalk Of(int cohort) => cohort is < FirstCohort or > LastCohort
        ? new CohortWalk(_before, StockCount, 0, 0, None)
        : new(_before, StockCount, _stockStart[cohort - FirstCohort], _stockStart[cohort - FirstCohort + 1], _lastOf[cohort - FirstCohort]);

    private void Grow(int length)
    {
        Array.Resize(ref _residents, length);
        Array.Resize(ref _before, length - StockCount);
    }

    /// <summary>A walk over the numbers of a cohort.</summary>
    public ref struct CohortWalk
    {
        private readonly ReadOnlySpan<int> _before;
        private readonly int _stock;
        private readonly int _end;
        private int _next;
        private int _last;

        internal CohortWalk(ReadOnlySpan<int> before, int stock, int start, int end, int last)
        {
            _before = before;
            _stock = stock;
            _next = start;
            _end = end;
            _last = last;
            Current = None;
        }

        /// <summary>The number.</summary>
        public int Current { get; private set; }

        /// <summary>Goes on to the next.</summary>
        public bool MoveNext()
        {
            if (_next < _end)
            {
                Current = _next++;
                return true;
            }

            if (_last == None)
            {
                return false;
            }

            Current = _last;
            _last = _before[_last - _stock];
            return true;
        }

        /// <summary>The walk itself, so that foreach takes it.</summary>
        public readonly CohortWalk GetEnumerator() => this;
    }
}
