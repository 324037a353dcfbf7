using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// What a step at the front door looks at of each child abreast, a column a property, and the arithmetic that is the same for all: in vectors, with the
/// operations of the rules in their order, so that the bits are theirs.
/// </summary>
/// <param name="most">How many children there is room for: whole vectors.</param>
internal sealed class FrontDoorColumns(int most)
{
    private const double TwoTo52 = 4503599627370496.0;
    private const double TwoToMinus23 = 1.0 / 8388608.0;

    /// <summary>Addresses.</summary>
    public ulong[] Ids { get; } = new ulong[most];

    /// <summary>Uses of <see cref="Process.FrontDoor"/>.</summary>
    public ulong[] Uses { get; } = new ulong[most];

    /// <summary>The day of the next wake.</summary>
    public int[] Days { get; } = new int[most];

    /// <summary>Date of birth.</summary>
    public int[] Born { get; } = new int[most];

    /// <summary>The day of the latest referral.</summary>
    public int[] Referred { get; } = new int[most];

    /// <summary>The day since which the child has stood as it stands.</summary>
    public int[] Since { get; } = new int[most];

    /// <summary>Where the child stands: the first place of its standing.</summary>
    public int[] Standing { get; } = new int[most];

    /// <summary>A and B of a wake.</summary>
    public ulong[] FirstHalves { get; } = new ulong[most];

    /// <summary>C and D of a wake.</summary>
    public ulong[] SecondHalves { get; } = new ulong[most];

    /// <summary>The stretch of days of a wake.</summary>
    public uint[] Stretches { get; } = new uint[most];

    /// <summary>The place of a wake: chain, standing and band of age.</summary>
    public int[] Places { get; } = new int[most];

    /// <summary>1 where a referral would be a re-referral, else 0.</summary>
    public ulong[] Again { get; } = new ulong[most];

    /// <summary><see cref="Way.When"/> of the way taken.</summary>
    public ulong[] When { get; } = new ulong[most];

    /// <summary><see cref="Way.Then"/> of the way taken, with the first event of the stretch.</summary>
    public ulong[] Then { get; } = new ulong[most];

    /// <summary>The event to be counted.</summary>
    public ulong[] Events { get; } = new ulong[most];

    /// <summary>The cell of the law of the time until the next wake.</summary>
    public ulong[] Cells { get; } = new ulong[most];

    /// <summary>All bits where the child leaves, else none.</summary>
    public ulong[] Leaves { get; } = new ulong[most];

    /// <summary>How far B reaches into its cell of a law's table.</summary>
    public double[] Within { get; } = new double[most];

    /// <summary>The time until the next wake, before rounding.</summary>
    public double[] Waits { get; } = new double[most];

    /// <summary>1 where a wake was the last at the front door, else 0.</summary>
    public int[] Gone { get; } = new int[most];

    /// <summary>Places, and whether a referral would be a re-referral.</summary>
    public void Prepare(int count)
    {
        ReadOnlySpan<Vector256<int>> days = Vectors(Days);
        ReadOnlySpan<Vector256<int>> born = Vectors(Born);
        ReadOnlySpan<Vector256<int>> referred = Vectors(Referred);
        ReadOnlySpan<Vector256<int>> standing = Vectors(Standing);
        ReadOnlySpan<Vector256<uint>> stretches = Vectors(Stretches);
        Span<Vector256<int>> places = Vectors(Places);
        Span<Vector256<ulong>> again = Vectors(Again);
        for (int i = 0; i < Wholes<int>(count); i++)
        {
            Vector256<int> age = days[i] - born[i];
            Vector256<int> chain = (stretches[i] & Vector256.Create(FrontDoorCalendar.ChainMask)).AsInt32();
            places[i] = standing[i] + (chain * FrontDoorChain.Places)
                - From(age, Age.Days1) - From(age, Age.Days5) - From(age, Age.Days10) - From(age, Age.Days16) - From(age, Age.Days18);
            Vector256<int> recently = Vector256.GreaterThan(referred[i], days[i] - Vector256.Create(FrontDoorRules.AgainWithin));
            (again[2 * i], again[(2 * i) + 1]) = Vector256.Widen((-recently).AsUInt32());
        }
    }

    /// <summary>What there is to count, who leaves, and where to look for the time until the next wake.</summary>
    public void Follow(int count)
    {
        ReadOnlySpan<Vector256<ulong>> firstHalves = Vectors(FirstHalves);
        ReadOnlySpan<Vector256<ulong>> secondHalves = Vectors(SecondHalves);
        ReadOnlySpan<Vector256<ulong>> whens = Vectors(When);
        ReadOnlySpan<Vector256<ulong>> thens = Vectors(Then);
        ReadOnlySpan<Vector256<ulong>> again = Vectors(Again);
        Span<Vector256<ulong>> events = Vectors(Events);
        Span<Vector256<ulong>> leave = Vectors(Leaves);
        Span<Vector256<ulong>> cells = Vectors(Cells);
        Span<Vector256<double>> within = Vectors(Within);
        for (int i = 0; i < Wholes<ulong>(count); i++)
        {
            (Vector256<ulong> when, Vector256<ulong> then) = (whens[i], thens[i]);
            Vector256<ulong> stay = when & Vector256.Create((1UL << Way.LawBit) - 1);
            Vector256<ulong> leaves = ~Vector256.GreaterThan(stay.AsInt64(), (secondHalves[i] & Vector256.Create(0xFFFF_FFFFUL)).AsInt64()).AsUInt64();
            Vector256<ulong> chosen = Vector256.ConditionalSelect(leaves, then >>> Way.LeavingBit, then >>> Way.StayingBit) & Vector256.Create(0xFFUL);
            leave[i] = leaves;
            events[i] = chosen + (again[i] & (then >>> Way.ReferredBit)) + (then >>> Way.EventsBit);
            Vector256<ulong> word = firstHalves[i] >>> 32;
            cells[i] = (when >>> Way.LawBit) + (word >>> FrontDoorCalendar.CellShift);
            Vector256<ulong> inCell = word & Vector256.Create((1UL << FrontDoorCalendar.CellShift) - 1);
            within[i] = Uniforms.AndAHalf(inCell) * Vector256.Create(TwoToMinus23);
        }
    }

    /// <summary>The state after a wake. A child goes that leaves, or wakes no more until the horizon.</summary>
    public void Settle(int count, int horizon)
    {
        ReadOnlySpan<Vector256<ulong>> thens = Vectors(Then);
        ReadOnlySpan<Vector256<ulong>> leave = Vectors(Leaves);
        ReadOnlySpan<Vector256<ulong>> secondHalves = Vectors(SecondHalves);
        ReadOnlySpan<Vector256<double>> waits = Vectors(Waits);
        Span<Vector256<ulong>> uses = Vectors(Uses);
        Span<Vector256<int>> days = Vectors(Days);
        Span<Vector256<int>> referred = Vectors(Referred);
        Span<Vector256<int>> since = Vectors(Since);
        Span<Vector256<int>> standing = Vectors(Standing);
        Span<Vector256<int>> gone = Vectors(Gone);
        for (int i = 0; i < Wholes<int>(count); i++)
        {
            (int low, int high) = (2 * i, (2 * i) + 1);
            Vector256<int> day = days[i];
            Vector256<int> then = Vector256.Narrow(thens[low], thens[high]).AsInt32();
            Vector256<int> leaves = Vector256.Narrow(leave[low], leave[high]).AsInt32();
            Vector256<int> until = day + Vector256.Narrow(Round(waits[low], secondHalves[low]), Round(waits[high], secondHalves[high])).AsInt32();
            Vector256<int> isReferred = (then << (31 - Way.ReferredBit)) >> 31;
            referred[i] = Vector256.ConditionalSelect(isReferred, day, referred[i]);
            standing[i] = then & Vector256.Create(Way.StandingMask);
            since[i] = day;
            days[i] = until;
            gone[i] = -(leaves | Vector256.GreaterThan(until, Vector256.Create(horizon)));
            uses[low] += Vector256<ulong>.One;
            uses[high] += Vector256<ulong>.One;
        }
    }

    /// <summary>Moves a child to another slot.</summary>
    public void Move(int from, int to)
    {
        Ids[to] = Ids[from];
        Uses[to] = Uses[from];
        Days[to] = Days[from];
        Born[to] = Born[from];
        Referred[to] = Referred[from];
        Since[to] = Since[from];
        Standing[to] = Standing[from];
    }

    private static Span<Vector256<T>> Vectors<T>(T[] column)
        where T : struct => MemoryMarshal.Cast<T, Vector256<T>>(column.AsSpan());

    /// <summary>As many vectors as hold a number of children; the last may hold rubbish behind them.</summary>
    private static int Wholes<T>(int count)
        where T : struct => (count + Vector256<T>.Count - 1) / Vector256<T>.Count;

    /// <summary>Minus 1 from an age on, else 0.</summary>
    private static Vector256<int> From(Vector256<int> age, int least) => Vector256.GreaterThan(age, Vector256.Create(least - 1));

    /// <summary>Whole days, at least one: as <see cref="DurationLaw.Days"/> makes them, with D for the rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Round(Vector256<double> waits, Vector256<ulong> secondHalves)
    {
        Vector256<double> wait = Vector256.Min(waits, Vector256.Create((double)Numerics.Days.Max));
        Vector256<double> whole = Vector256.Floor(wait);
        Vector256<double> more = Vector256.LessThan(Uniforms.Of(secondHalves >>> 32), wait - whole) & Vector256<double>.One;
        Vector256<double> days = Vector256.Max(whole + more, Vector256<double>.One);
        return (days + Vector256.Create(TwoTo52)).AsUInt64() & Vector256.Create(0xFFFF_FFFFUL);
    }
}
