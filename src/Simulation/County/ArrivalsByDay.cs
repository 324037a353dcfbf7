namespace KentSufficiency.Simulation.County;

/// <summary>Arrivals that were drawn ahead, put together by day. Allocates nothing once it has been as large as it gets.</summary>
internal sealed class ArrivalsByDay
{
    private ulong[] _ids = [];
    private int[] _ends = [];
    private int _firstDay;

    /// <summary>The addresses of those who arrive on a day, in the order in which they were drawn.</summary>
    public ReadOnlySpan<ulong> On(int day)
    {
        int at = day - _firstDay;
        return _ids.AsSpan((at == 0 ? 0 : _ends[at - 1]).._ends[at]);
    }

    /// <summary>Takes the arrivals of some days in place of what was there.</summary>
    /// <param name="drawn">Their addresses.</param>
    /// <param name="firstDay">The first day.</param>
    /// <param name="days">How many days.</param>
    public void Take(ReadOnlySpan<ulong> drawn, int firstDay, int days)
    {
        _firstDay = firstDay;
        if (_ids.Length < drawn.Length)
        {
            _ids = new ulong[drawn.Length + (drawn.Length / 4)];
        }

        if (_ends.Length < days)
        {
            _ends = new int[days];
        }

        Span<int> ends = _ends.AsSpan(0, days);
        ends.Clear();
        foreach (ulong id in drawn)
        {
            ends[EntityId.Day(id) - firstDay]++;
        }

        int before = 0;
        foreach (ref int end in ends)
        {
            (end, before) = (before, before + end); // Where the day begins: each who is put there moves it towards its end.
        }

        foreach (ulong id in drawn)
        {
            _ids[ends[EntityId.Day(id) - firstDay]++] = id;
        }
    }
}
