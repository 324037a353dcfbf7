namespace KentSufficiency.Simulation.Admissions;

/// <summary>
/// Equal preference as the law has it: each school ranks all who named it, without regard to how high they named it, and a child who could
/// have several places gets the one named highest. That is the applicant-proposing deferred acceptance of Gale and Shapley, which
/// leaves no child and school who would both rather have each other, and of all such matchings gives every child the one it likes best.
/// Priorities are strict, so the outcome does not depend on the order in which applicants propose. Not thread-safe; allocates nothing once warm.
/// </summary>
public sealed class DeferredAcceptance
{
    private const int Nobody = -1;

    private int[] _next = [];
    private int[] _start = [];
    private int[] _held = [];
    private int[] _named = [];
    private ulong[] _heapPriority = [];
    private int[] _heapApplicant = [];
    private PreferenceLists _lists = new();

    /// <summary>Places taken of a school.</summary>
    public int Taken(int school) => _held[school];

    /// <summary>The place in an applicant's list of the school that holds it, from 0; -1 if none does.</summary>
    public int Rank(int applicant) => _next[applicant] - 1 < _lists.Schools(applicant).Length ? _next[applicant] - 1 : Nobody;

    /// <summary>Runs until nobody proposes any more.</summary>
    /// <param name="lists">Who named what, and with which priority.</param>
    /// <param name="places">Places by school; below 1 means none.</param>
    public void Run(PreferenceLists lists, ReadOnlySpan<int> places)
    {
        _lists = lists;
        MakeRoom(lists.Count, places.Length);
        CountNames(places);
        for (int applicant = 0; applicant < lists.Count; applicant++)
        {
            int proposing = applicant;
            while (proposing != Nobody)
            {
                proposing = Propose(proposing, places);
            }
        }
    }

    /// <summary>An applicant asks the next school of its list. Returns who has to go on asking: the applicant, one it put out, or nobody.</summary>
    private int Propose(int applicant, ReadOnlySpan<int> places)
    {
        ReadOnlySpan<ushort> schools = _lists.Schools(applicant);
        int rank = _next[applicant]++;
        if (rank >= schools.Length)
        {
            return Nobody;
        }

        int school = schools[rank];
        int room = places[school];
        if (_named[school] <= room)
        {
            // A school that no more than its places named never puts anybody out: nothing to keep in order.
            _held[school]++;
            return Nobody;
        }

        ulong priority = _lists.Priorities(applicant)[rank];
        if (_held[school] < room)
        {
            Push(school, applicant, priority);
            return Nobody;
        }

        return room > 0 ? ReplaceLast(school, applicant, priority) : applicant;
    }

    // Each school's heap has the applicant with the last priority on top.
    private void Push(int school, int applicant, ulong priority)
    {
        int start = _start[school];
        int at = _held[school]++;
        while (at > 0)
        {
            int above = (at - 1) / 2;
            if (!Later(priority, applicant, _heapPriority[start + above], _heapApplicant[start + above]))
            {
                break;
            }

            Move(start + above, start + at);
            at = above;
        }

        Put(start + at, applicant, priority);
    }

    private int ReplaceLast(int school, int applicant, ulong priority)
    {
        int start = _start[school];
        int last = _heapApplicant[start];
        if (Later(priority, applicant, _heapPriority[start], last))
        {
            return applicant;
        }

        int count = _held[school];
        int at = 0;
        while (true)
        {
            int below = (2 * at) + 1;
            if (below >= count)
            {
                break;
            }

            below += below + 1 < count && IsLater(start + below + 1, start + below) ? 1 : 0;
            if (!Later(_heapPriority[start + below], _heapApplicant[start + below], priority, applicant))
            {
                break;
            }

            Move(start + below, start + at);
            at = below;
        }

        Put(start + at, applicant, priority);
        return last;
    }

    private bool IsLater(int one, int other) =>
        Later(_heapPriority[one], _heapApplicant[one], _heapPriority[other], _heapApplicant[other]);

    private bool Later(ulong priority, int applicant, ulong than, int otherApplicant) =>
        priority > than || (priority == than && _lists.Id(applicant) > _lists.Id(otherApplicant));

    private void Move(int from, int to) => Put(to, _heapApplicant[from], _heapPriority[from]);

    private void Put(int at, int applicant, ulong priority)
    {
        _heapApplicant[at] = applicant;
        _heapPriority[at] = priority;
    }

    private void CountNames(ReadOnlySpan<int> places)
    {
        for (int applicant = 0; applicant < _lists.Count; applicant++)
        {
            foreach (ushort school in _lists.Schools(applicant))
            {
                _named[school]++;
            }
        }

        int total = 0;
        for (int school = 0; school < places.Length; school++)
        {
            _start[school] = total;
            total += _named[school] > places[school] ? Math.Max(0, places[school]) : 0;
        }

        if (_heapPriority.Length < total)
        {
            _heapPriority = new ulong[total + (total / 4)];
            _heapApplicant = new int[_heapPriority.Length];
        }
    }

    private void MakeRoom(int applicants, int schools)
    {
        if (_next.Length < applicants)
        {
            _next = new int[applicants + (applicants / 4)];
        }

        if (_start.Length < schools)
        {
            (_start, _held, _named) = (new int[schools], new int[schools], new int[schools]);
        }

        _next.AsSpan(0, applicants).Clear();
        _held.AsSpan(0, schools).Clear();
        _named.AsSpan(0, schools).Clear();
    }
}
