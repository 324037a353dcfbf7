namespace KentSufficiency.Simulation.Time;

/// <summary>
/// The calendar of the kernel: which entities wake on which day. A ring of day slots, each a chain of fixed-size chunks in one shared
/// pool, so that scheduling appends to memory already near and draining reads in sequence. A chunk is one cache line.
/// </summary>
/// <remarks>
/// <para><b>Ties.</b> The order of the entities within a day carries no meaning and callers must not depend on it: it may differ
/// between versions, slot counts and engines. Whatever must be ordered is ordered by the caller's key: event class, priority,
/// addressed lot, entity.</para>
/// <para><b>Laps.</b> A slot holds one day of the present lap. Entries for later laps lie in a list of their own, which is looked through when
/// a lap begins. An entity may be pending any number of times; each entry is drained exactly once.</para>
/// <para>Scheduling takes constant time, draining time proportional to the entries drained, and to those of later laps once a lap. Nothing is
/// allocated once the pool has reached its largest size. Not thread-safe.</para>
/// </remarks>
public sealed class DayWheel
{
    private const int ChunkSize = 16;
    private const int None = -1;

    private readonly Slot[] _slots;
    private readonly int _slotMask;
    private int[] _entities;
    private int[] _next;
    private Entry[] _later = [];
    private int _laterCount;
    private int _lapEnd;
    private int _free;

    /// <summary>Creates an empty wheel.</summary>
    /// <param name="firstDay">The first day that will be drained.</param>
    /// <param name="slotsLog2">
    /// The number of slots as a power of two, from 0 to 20; 12 (4,096 days, eleven years) keeps a ten-year run free of laps.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The number of slots is out of range.</exception>
    public DayWheel(int firstDay, int slotsLog2 = 12)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slotsLog2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(slotsLog2, 20);
        _slots = new Slot[1 << slotsLog2];
        _slotMask = _slots.Length - 1;
        _entities = [];
        _next = [];
        Reset(firstDay);
    }

    /// <summary>The day to be drained next, and the first that may be scheduled.</summary>
    public int NextDay { get; private set; }

    /// <summary>The number of entries scheduled and not yet drained.</summary>
    public int PendingCount { get; private set; }

    /// <summary>Schedules an entity to wake on a day.</summary>
    /// <param name="entity">The entity's index.</param>
    /// <param name="day">The day, <see cref="NextDay"/> or later.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The day has been drained. That includes the day whose entities the caller is waking at the moment: it would never come.
    /// </exception>
    public void Schedule(int entity, int day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, NextDay);
        PendingCount++;
        if (day < _lapEnd)
        {
            Append(ref _slots[day & _slotMask], entity);
        }
        else
        {
            Defer(new Entry(entity, day));
        }
    }

    /// <summary>Moves the wheel on by one day and takes out the entities due on it.</summary>
    /// <param name="day">The day; it must be <see cref="NextDay"/>, since a skipped day's entities would never wake.</param>
    /// <param name="due">Receives the entities from index 0, in no meaningful order; replaced by a larger array where too small.</param>
    /// <returns>The number of entities due. What follows them in <paramref name="due"/> is rubbish.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The day is not the next.</exception>
    public int Drain(int day, ref int[] due)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(day, NextDay);
        ref Slot slot = ref _slots[day & _slotMask];
        int chunk = slot.Chunk;
        int filled = slot.Filled;
        slot = Slot.Empty;
        int count = 0;
        while (chunk != None)
        {
            if (due.Length - count < ChunkSize)
            {
                Array.Resize(ref due, Math.Max(2 * due.Length, count + ChunkSize));
            }

            _entities.AsSpan(chunk * ChunkSize, ChunkSize).CopyTo(due.AsSpan(count));
            count += filled;
            int following = _next[chunk];
            Release(chunk);
            chunk = following;
            filled = ChunkSize; // Only the first chunk of a chain may be part full.
        }

        PendingCount -= count;
        NextDay = day + 1;
        if (NextDay == _lapEnd)
        {
            BeginLap();
        }

        return count;
    }

    /// <summary>Forgets all entries and starts at another day, keeping the memory for the next replication.</summary>
    /// <param name="firstDay">The first day that will be drained.</param>
    public void Reset(int firstDay)
    {
        Array.Fill(_slots, Slot.Empty);
        LinkFree(0);
        NextDay = firstDay;
        _lapEnd = firstDay + _slots.Length;
        PendingCount = _laterCount = 0;
    }

    /// <summary>Becomes a copy of another wheel with as many slots.</summary>
    /// <exception cref="ArgumentException">The other has another number of slots.</exception>
    public void CopyFrom(DayWheel other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (_slots.Length != other._slots.Length)
        {
            throw new ArgumentException("A wheel copies one with as many slots.", nameof(other));
        }

        Resize(ref _next, other._next.Length);
        Resize(ref _entities, other._entities.Length);
        Resize(ref _later, other._later.Length);
        other._slots.CopyTo(_slots);
        other._next.CopyTo(_next);
        other._entities.CopyTo(_entities);
        other._later.CopyTo(_later);
        _free = other._free;
        _laterCount = other._laterCount;
        _lapEnd = other._lapEnd;
        NextDay = other.NextDay;
        PendingCount = other.PendingCount;
    }

    private static void Resize<T>(ref T[] array, int length)
    {
        if (array.Length != length)
        {
            array = new T[length];
        }
    }

    /// <summary>All slots are empty: takes in what is due in the days of the lap that begins.</summary>
    private void BeginLap()
    {
        _lapEnd += _slots.Length;
        int kept = 0;
        for (int i = 0; i < _laterCount; i++)
        {
            Entry entry = _later[i];
            if (entry.Day < _lapEnd)
            {
                Append(ref _slots[entry.Day & _slotMask], entry.Entity);
            }
            else
            {
                _later[kept++] = entry;
            }
        }

        _laterCount = kept;
    }

    private void Defer(Entry entry)
    {
        if (_laterCount == _later.Length)
        {
            Array.Resize(ref _later, Math.Max(64, 2 * _laterCount));
        }

        _later[_laterCount++] = entry;
    }

    private void Append(ref Slot slot, int entity)
    {
        if (slot.Filled == ChunkSize)
        {
            int chunk = Take();
            _next[chunk] = slot.Chunk;
            slot = new Slot(chunk, 0);
        }

        _entities[(slot.Chunk * ChunkSize) + slot.Filled] = entity;
        slot.Filled++;
    }

    private int Take()
    {
        if (_free == None)
        {
            Grow();
        }

        int chunk = _free;
        _free = _next[chunk];
        return chunk;
    }

    private void Release(int chunk)
    {
        _next[chunk] = _free;
        _free = chunk;
    }

    private void Grow()
    {
        int chunks = _next.Length;
        int more = Math.Max(64, 2 * chunks);
        Array.Resize(ref _next, more);
        Array.Resize(ref _entities, more * ChunkSize);
        LinkFree(chunks);
    }

    // Chains the chunks from the given one on; there are no other free chunks when this is called.
    private void LinkFree(int from)
    {
        for (int chunk = from; chunk < _next.Length; chunk++)
        {
            _next[chunk] = chunk + 1 < _next.Length ? chunk + 1 : None;
        }

        _free = from < _next.Length ? from : None;
    }

    private readonly record struct Entry(int Entity, int Day);

    /// <summary>A day's chain: its first chunk and how much of it is filled. An empty slot looks full, so that it takes a chunk.</summary>
    private struct Slot(int chunk, int filled)
    {
        public static readonly Slot Empty = new(None, ChunkSize);
        public int Chunk = chunk;
        public int Filled = filled;
    }
}
