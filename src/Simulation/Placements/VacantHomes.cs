using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KentSufficiency.Simulation.Placements;

/// <summary>
/// In-house homes with a free place, in no particular order. What decides whether a home is a candidate is kept in columns of its own, since
/// every search asks it of all of them, several at a time.
/// </summary>
internal sealed class VacantHomes
{
    private const int First = 1024;
    private Vacancy[] _homes = new Vacancy[First];
    private ulong[] _terms = new ulong[First];
    private double[] _east = new double[First];
    private double[] _north = new double[First];
    private int[] _candidates = new int[First + 1];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The homes.</summary>
    public ReadOnlySpan<Vacancy> All => _homes.AsSpan(0, Count);

    /// <summary>Forgets them.</summary>
    public void Clear() => Count = 0;

    /// <summary>Becomes a copy of other ones.</summary>
    public void CopyFrom(VacantHomes other)
    {
        Reserve(other.Count);
        Array.Copy(other._homes, _homes, other.Count);
        Array.Copy(other._terms, _terms, other.Count);
        Array.Copy(other._east, _east, other.Count);
        Array.Copy(other._north, _north, other.Count);
        Count = other.Count;
    }

    /// <summary>Puts a home in.</summary>
    /// <returns>Its position.</returns>
    public int Add(in Vacancy home)
    {
        Reserve(Count + 1);
        this[Count] = home;
        return Count++;
    }

    /// <summary>A home by position.</summary>
    public Vacancy this[int position]
    {
        get => _homes[position];
        set
        {
            _homes[position] = value;
            _terms[position] = Terms.Of(value);
            _east[position] = value.East;
            _north[position] = value.North;
        }
    }

    /// <summary>Takes a home out; the last one takes its position.</summary>
    /// <returns>The one that was last.</returns>
    public Vacancy Remove(int position)
    {
        Vacancy last = _homes[--Count];
        _homes[position] = last;
        _terms[position] = _terms[Count];
        _east[position] = _east[Count];
        _north[position] = _north[Count];
        return last;
    }

    /// <summary>The positions of those that may take whom the question is asked for, in rising order; valid until the next call.</summary>
    public ReadOnlySpan<int> Candidates(in PolicyQuestion question)
    {
        Vector256<ulong> asked = Vector256.Create(question.Asked);
        Vector256<ulong> deciding = Vector256.Create(question.Deciding);
        Vector256<ulong> fitting = Vector256.Create(Terms.Fitting);
        Vector256<double> east = Vector256.Create((double)question.East);
        Vector256<double> north = Vector256.Create((double)question.North);
        Vector256<double> farthest = Vector256.Create(question.FarthestSquared);
        ref ulong terms = ref MemoryMarshal.GetArrayDataReference(_terms);
        ref double easts = ref MemoryMarshal.GetArrayDataReference(_east);
        ref double norths = ref MemoryMarshal.GetArrayDataReference(_north);
        Span<int> into = _candidates;
        int count = 0;
        for (int from = 0; from < Count; from += Vector256<ulong>.Count)
        {
            // Hundredths of a mile are whole numbers, so their squares are exact in any order of operations.
            Vector256<double> toEast = Vector256.LoadUnsafe(ref easts, (nuint)from) - east;
            Vector256<double> toNorth = Vector256.LoadUnsafe(ref norths, (nuint)from) - north;
            Vector256<ulong> near = Vector256.LessThanOrEqual((toEast * toEast) + (toNorth * toNorth), farthest).AsUInt64();
            Vector256<ulong> fit = Vector256.Equals((Vector256.LoadUnsafe(ref terms, (nuint)from) - asked) & deciding, fitting);
            uint found = (fit & near).ExtractMostSignificantBits();
            for (int home = from; home < from + Vector256<ulong>.Count; home++, found >>= 1)
            {
                into[count] = home; // Written over by the next unless it is one: no branch to mispredict.
                count += (int)(found & 1);
            }
        }

        // The columns are whole vectors long: what lies behind the last home is not one.
        while (count > 0 && into[count - 1] >= Count)
        {
            count--;
        }

        return into[..count];
    }

    /// <summary>The nearest but one, ties to the lower address; -1 where there is none.</summary>
    public int Nearest(int east, int north, int except, HomeRegister register)
    {
        int best = -1;
        double nearest = double.MaxValue;
        for (int position = 0; position < Count; position++)
        {
            // Squares of whole numbers order distances as the distances themselves would.
            double toEast = _east[position] - east;
            double toNorth = _north[position] - north;
            double squared = (toEast * toEast) + (toNorth * toNorth);
            if (squared > nearest)
            {
                continue;
            }

            int home = _homes[position].Home;
            if (home != except && (squared < nearest || register[home].Id < register[best].Id))
            {
                best = home;
                nearest = squared;
            }
        }

        return best;
    }

    private void Reserve(int count)
    {
        if (count <= _homes.Length)
        {
            return;
        }

        int length = (int)BitOperations.RoundUpToPowerOf2((uint)count);
        Array.Resize(ref _homes, length);
        Array.Resize(ref _terms, length);
        Array.Resize(ref _east, length);
        Array.Resize(ref _north, length);
        Array.Resize(ref _candidates, length + 1);
    }
}
