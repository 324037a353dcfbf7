using System.Numerics;
using System.Runtime.Intrinsics;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// Children at the front door who go through their wakes many abreast, by the <see cref="FrontDoorChain"/> of their days. Of each there is no more than
/// a step needs, and nothing but who enters care branches; who comes takes the slot of one who has gone.
/// </summary>
internal sealed class FrontDoorAbreast
{
    private const int Most = 256;

    private readonly FrontDoorCalendar _calendar;
    private readonly FrontDoorColumns _columns = new(Most);
    private readonly int[] _free = new int[Most];
    private readonly FrontDoorBirths _births = new(Most);
    private FrontDoorHistory _history = new();
    private DrawKey _key;
    private int _freeCount;

    /// <summary>Creates it for the days of a calendar.</summary>
    public FrontDoorAbreast(FrontDoorCalendar calendar) => _calendar = calendar;

    /// <summary>Begins a replication.</summary>
    public void Begin(DrawKey key, FrontDoorHistory history)
    {
        _key = key;
        _history = history;
        for (_freeCount = 0; _freeCount < Most; _freeCount++)
        {
            _free[_freeCount] = _freeCount;
        }
    }

    /// <summary>A child was at the front door before.</summary>
    public void Take(in ChildState child)
    {
        MakeRoom();
        int slot = Take(child.Id, child.NextDay, FrontDoorStanding.Of(child.Phase, child.Facts), child.BirthDay, child.LastReferralDay);
        _columns.Since[slot] = child.PhaseDay;
    }

    /// <summary>Children come who were not known before.</summary>
    /// <param name="ids">Their addresses, which tell the days.</param>
    /// <param name="rates">The rates in force on these days.</param>
    public void Arrive(ReadOnlySpan<ulong> ids, FrontDoorRates rates)
    {
        while (ids.Length > 0)
        {
            MakeRoom();
            int room = Math.Min(_freeCount, ids.Length);
            ReadOnlySpan<int> ages = _births.Of(_key, ids[..room], rates);
            for (int i = 0; i < ages.Length; i++)
            {
                int day = EntityId.Day(ids[i]);
                Take(ids[i], day, FrontDoorStanding.OfNew(EntityId.Kind(ids[i])), day - ages[i], -ChildState.Never);
            }

            ids = ids[room..];
        }
    }

    /// <summary>Goes on until nobody is left.</summary>
    public void Finish()
    {
        for (int count = CloseGaps(Most); count > 0; count = CloseGaps(count))
        {
            Step(count);
        }
    }

    private void MakeRoom()
    {
        while (_freeCount == 0)
        {
            Step(Most);
        }
    }

    private int Take(ulong id, int day, int standing, int born, int referred)
    {
        FrontDoorColumns columns = _columns;
        int slot = _free[--_freeCount];
        columns.Ids[slot] = id;
        columns.Uses[slot] = 0;
        columns.Days[slot] = day;
        columns.Standing[slot] = standing * FrontDoorChain.Bands;
        columns.Born[slot] = born;
        columns.Referred[slot] = referred;
        return slot;
    }

    /// <summary>Fills the slots of those who have gone with the last of those who have not. The free slots are in ascending order.</summary>
    /// <returns>How many are left.</returns>
    private int CloseGaps(int count)
    {
        while (_freeCount > 0)
        {
            _columns.Move(--count, _free[--_freeCount]);
        }

        return count;
    }

    /// <summary>Each of the first <paramref name="count"/> wakes once.</summary>
    private void Step(int count)
    {
        FrontDoorColumns columns = _columns;
        Philox4x32.Fill(
            _key,
            columns.Ids.AsSpan(0, count),
            (ushort)Process.FrontDoor,
            columns.Uses.AsSpan(0, count),
            columns.FirstHalves.AsSpan(0, count),
            columns.SecondHalves.AsSpan(0, count));
        _history.Wakes += count;
        Choose(count);
        columns.Follow(count);
        Count(count);
        Wait(count);
        columns.Settle(count, _calendar.LastDay);
        int[] gone = columns.Gone;
        for (int i = 0; i < count; i++)
        {
            _free[_freeCount] = i;
            _freeCount += gone[i];
        }
    }

    /// <summary>Each comes to its place and takes its way from there.</summary>
    private void Choose(int count)
    {
        FrontDoorColumns columns = _columns;
        ReadOnlySpan<int> days = columns.Days.AsSpan(0, count);
        Span<uint> stretches = columns.Stretches.AsSpan(0, count);
        ReadOnlySpan<uint> stretchOf = _calendar.StretchOf;
        int firstDay = _calendar.FirstDay;
        for (int i = 0; i < days.Length; i++)
        {
            stretches[i] = stretchOf[days[i] - firstDay];
        }

        columns.Prepare(count);
        ReadOnlySpan<int> places = columns.Places.AsSpan(0, count);
        ReadOnlySpan<ulong> luck = columns.FirstHalves.AsSpan(0, count);
        ReadOnlySpan<Vector128<uint>> partings = _calendar.Partings;
        ReadOnlySpan<Way> ways = _calendar.Ways;
        Span<ulong> when = columns.When.AsSpan(0, count);
        Span<ulong> then = columns.Then.AsSpan(0, count);
        for (int i = 0; i < places.Length; i++)
        {
            int place = places[i];
            uint over = Vector128.GreaterThan(Vector128.Create((uint)luck[i]), partings[place]).ExtractMostSignificantBits();
            ref readonly Way way = ref ways[(place * FrontDoorChain.MostWays) + BitOperations.PopCount(over)];
            when[i] = way.When;
            then[i] = way.Then + ((ulong)(stretches[i] & ~FrontDoorCalendar.ChainMask) << (Way.EventsBit - FrontDoorCalendar.EventsShift));
        }
    }

    /// <summary>What happened is counted; who enters care goes to the county.</summary>
    private void Count(int count)
    {
        ReadOnlySpan<ulong> events = _columns.Events.AsSpan(0, count);
        ReadOnlySpan<ulong> then = _columns.Then.AsSpan(0, count);
        Span<int> counts = _calendar.Counts;
        for (int i = 0; i < events.Length; i++)
        {
            counts[(int)events[i]]++;
            if ((then[i] & (1 << Way.CareBit)) != 0)
            {
                EnterCare(i, (then[i] & (1 << Way.ReferredBit)) != 0);
            }
        }
    }

    /// <summary>How long until the next wake. The table has no number in the outer cells of a law, where the law itself is asked.</summary>
    private void Wait(int count)
    {
        ReadOnlySpan<double> table = _calendar.Quantiles;
        ReadOnlySpan<ulong> cells = _columns.Cells.AsSpan(0, count);
        ReadOnlySpan<double> within = _columns.Within.AsSpan(0, count);
        Span<double> waits = _columns.Waits.AsSpan(0, count);
        for (int i = 0; i < cells.Length; i++)
        {
            int at = (int)cells[i];
            double low = table[at];
            waits[i] = low + (within[i] * (table[at + 1] - low));
        }

        for (int i = 0; i < count; i += Vector256<double>.Count)
        {
            Vector256<double> some = Vector256.Create(_columns.Waits, i);
            if (!Vector256.EqualsAll(some, some))
            {
                AskLaws(i, Math.Min(count, i + Vector256<double>.Count));
            }
        }
    }

    private void AskLaws(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (double.IsNaN(_columns.Waits[i]))
            {
                _columns.Waits[i] = _calendar.LawAt((int)_columns.Cells[i]).At(RandomBlock.Uniform((uint)(_columns.FirstHalves[i] >> 32)));
            }
        }
    }

    /// <summary>The child is the county's from now on, as it stands.</summary>
    private void EnterCare(int slot, bool referred)
    {
        ulong id = _columns.Ids[slot];
        int day = _columns.Days[slot];
        int standing = _columns.Standing[slot] / FrontDoorChain.Bands;
        ChildState child = ChildTable.Unknown(id, EntityId.District(id));
        child.NextDay = child.PhaseEndDay = day;
        child.BirthDay = _columns.Born[slot];
        child.PhaseDay = _columns.Since[slot];
        child.LastReferralDay = referred ? day : _columns.Referred[slot];
        child.FrontDoorUses = (ushort)(_columns.Uses[slot] + 1);
        child.Facts = FrontDoorStanding.FactsOf(standing) & ChildFacts.PlannedBefore;
        child.Phase = FrontDoorStanding.PhaseOf(standing);
        _history.Enters(day, child);
    }
}
