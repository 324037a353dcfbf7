using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Residents;

namespace KentSufficiency.Scenarios.Cohorts.History;

/// <summary>One thing that happened to a resident.</summary>
/// <param name="Day">The day.</param>
/// <param name="Kind">What.</param>
/// <param name="Code">Its code: how, why, the planning area, the setting.</param>
/// <param name="Other">Address of the school, or 0.</param>
public readonly record struct ResidentEvent(int Day, EventKind Kind, string Code, ulong Other);

/// <summary>
/// All that happened to the residents of one replication, by resident and in order of time. Collected as it is told, a line a thing, and put in order once.
/// </summary>
internal sealed class ResidentEvents
{
    private readonly List<(ulong Id, ResidentEvent Event)> _told = new(1 << 16);
    private ResidentEvent[] _events = [];
    private int[] _from = [0];

    /// <summary>Whether an address is that of a resident.</summary>
    public static bool IsResident(ulong id) => EntityId.Kind(id) is >= EntityKind.StockResident and <= EntityKind.SiteChild;

    /// <summary>Keeps what is part of a school history.</summary>
    public void Happened(int day, in LoggedEvent happened)
    {
        if (happened.Kind is EventKind.StartedSchool or EventKind.LeftSchool or EventKind.MovedHome or EventKind.LeftKent
            or EventKind.PlanAnswered or EventKind.PlanEnded or EventKind.BornInKent or EventKind.MovedIntoKent)
        {
            _told.Add((happened.Entity, new ResidentEvent(day, happened.Kind, happened.Code, happened.Other)));
        }
    }

    /// <summary>Puts the events in order.</summary>
    /// <param name="residents">All residents ever.</param>
    /// <returns>The number of each resident by address.</returns>
    public Dictionary<ulong, int> Sort(ReadOnlySpan<ResidentState> residents)
    {
        var numbers = new Dictionary<ulong, int>(residents.Length);
        for (int number = 0; number < residents.Length; number++)
        {
            numbers.Add(residents[number].Id, number);
        }

        int[] of = new int[_told.Count];
        _from = new int[residents.Length + 1];
        for (int i = 0; i < of.Length; i++)
        {
            of[i] = numbers[_told[i].Id];
            _from[of[i] + 1]++;
        }

        for (int number = 0; number < residents.Length; number++)
        {
            _from[number + 1] += _from[number];
        }

        int[] next = _from[..^1];
        _events = new ResidentEvent[of.Length];
        for (int i = 0; i < of.Length; i++)
        {
            _events[next[of[i]]++] = _told[i].Event;
        }

        _told.Clear();
        _told.TrimExcess();
        return numbers;
    }

    /// <summary>What happened to a resident, in order of time.</summary>
    public ReadOnlySpan<ResidentEvent> Of(int number) => _events.AsSpan(_from[number], _from[number + 1] - _from[number]);
}
