using System.Runtime.CompilerServices;

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
    private Intake[] _intakes = [];
    private Holding[] _holdings = [];
    private PreferenceLists _lists = new();

    /// <summary>Places taken of a school.</summary>
    public int Taken(int school) => _intakes[school].Held;

    /// <summary>The place in an applicant's list of the school that holds it, from 0; -1 if none does.</summary>
    public int Rank(int applicant) => _next[applicant] - 1 < _lists.Schools(applicant).Length ? _next[applicant] - 1 : Nobody;

    /// <summary>Runs until nobody proposes any more.</summary>
    /// <param name="lists">Who named what, and with which priority.</param>
    /// <param name="places">Places by school; below 1 means none.</param>
    public void Run(PreferenceLists lists, ReadOnlySpan<int> places)
    {
        _lists = lists;
        MakeRoom(lists.Count, places);
        for (int applicant = 0; applicant < lists.Count; applicant++)
        {
            int proposing = applicant;
            while (proposing != Nobody)
            {
                proposing = Propose(proposing);
            }
        }
    }

    /// <summary>An applicant asks the next school of its list. Returns who has to go on asking: the applicant, one it put out, or nobody.</summary>
    private int Propose(int applicant)
    {
        ReadOnlySpan<ushort> schools = _lists.Schools(applicant);
        int rank = _next[applicant]++;
        if ((uint)rank >= (uint)schools.Length)
        {
            return Nobody;
        }

        ref Intake intake = ref _intakes[schools[rank]];
        var holding = new Holding(_lists.Priorities(applicant)[rank], applicant);
        if (intake.Held < intake.Room)
        {
            _holdings[intake.Start + intake.Held++] = holding;
            return Nobody;
        }

        return intake.Room > 0 ? ReplaceLast(ref intake, holding) : applicant;
    }

    /// <summary>
    /// A full school takes an applicant in place of the last it holds, or does not. Only now does it matter who is last: those held become a heap, the last on top.
    /// </summary>
    private int ReplaceLast(ref Intake intake, Holding holding)
    {
        Span<Holding> held = _holdings.AsSpan(intake.Start, intake.Room);
        if (!intake.IsHeap)
        {
            intake.IsHeap = true;
            for (int at = (held.Length / 2) - 1; at >= 0; at--)
            {
                Sink(held, at, held[at]);
            }
        }

        Holding last = held[0];
        if (IsLater(holding, last))
        {
            return holding.Applicant;
        }

        Sink(held, 0, holding);
        return last.Applicant;
    }

    /// <summary>Puts a holding where it belongs in the part of a heap below a place.</summary>
    private void Sink(Span<Holding> heap, int at, Holding holding)
    {
        int below = (2 * at) + 1;
        while (below < heap.Length)
        {
            if (below + 1 < heap.Length)
            {
                below += IsLater(heap[below + 1], heap[below]) ? 1 : 0; // As likely as not, so no branch.
            }

            Holding later = heap[below];
            if (!IsLater(later, holding))
            {
                break;
            }

            heap[at] = later;
            at = below;
            below = (2 * at) + 1;
        }

        heap[at] = holding;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsLater(in Holding one, in Holding other) => one.Priority != other.Priority
        ? one.Priority > other.Priority
        : HasLaterAddress(one.Applicant, other.Applicant);

    private bool HasLaterAddress(int applicant, int other) => _lists.Id(applicant) > _lists.Id(other);

    private void MakeRoom(int applicants, ReadOnlySpan<int> places)
    {
        if (_next.Length < applicants)
        {
            _next = new int[applicants + (applicants / 4)];
        }

        if (_intakes.Length < places.Length)
        {
            _intakes = new Intake[places.Length];
        }

        _next.AsSpan(0, applicants).Clear();
        int total = 0;
        for (int school = 0; school < places.Length; school++)
        {
            int room = Math.Clamp(places[school], 0, applicants);
            _intakes[school] = new Intake { Start = total, Room = room };
            total += room;
        }

        if (_holdings.Length < total)
        {
            _holdings = new Holding[total + (total / 4)];
        }
    }

    /// <summary>An applicant for whom a school holds a place, and the priority it has there.</summary>
    private readonly record struct Holding(ulong Priority, int Applicant);

    /// <summary>What a school holds.</summary>
    private struct Intake
    {
        /// <summary>Where its holdings begin.</summary>
        public int Start;

        /// <summary>Places.</summary>
        public int Room;

        /// <summary>Places held for applicants.</summary>
        public int Held;

        /// <summary>Whether its holdings are a heap.</summary>
        public bool IsHeap;
    }
}
