using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// Children at the front door who go through their wakes by <see cref="FrontDoorRules"/>, many abreast: where events are told, where somebody asks who
/// is there at the end, and those who have been in care before.
/// </summary>
internal sealed class FrontDoorByRule
{
    private const int Most = 512;

    private readonly ChildState[] _children = new ChildState[Most];
    private readonly ulong[] _ids = new ulong[Most];
    private readonly ulong[] _ordinals = new ulong[Most];
    private readonly RandomBlock[] _luck = new RandomBlock[Most];
    private readonly FrontDoorLane _lane;
    private readonly List<ChildState>? _staying;
    private FrontDoorHistory _history = new();
    private DrawKey _key;
    private int _count;

    /// <summary>Creates it for a lane.</summary>
    /// <param name="lane">The lane, which knows the days.</param>
    /// <param name="staying">Receives those who are at the front door at the end of the last day; null where nobody asks.</param>
    public FrontDoorByRule(FrontDoorLane lane, List<ChildState>? staying)
    {
        _lane = lane;
        _staying = staying;
    }

    /// <summary>Begins a replication.</summary>
    public void Begin(DrawKey key, FrontDoorHistory history)
    {
        _key = key;
        _history = history;
        _count = 0;
    }

    /// <summary>Takes a child, whose next day is that of the first wake.</summary>
    public void Take(in ChildState child)
    {
        if (child.NextDay > _lane.LastDay)
        {
            _staying?.Add(child);
            return;
        }

        while (_count == Most)
        {
            Step();
        }

        _children[_count++] = child;
    }

    /// <summary>Goes on until nobody is left.</summary>
    public void Finish()
    {
        while (_count > 0)
        {
            Step();
        }
    }

    /// <summary>Each of those abreast wakes once. From the last to the first, so that the last may take the place of one who goes.</summary>
    private void Step()
    {
        for (int i = 0; i < _count; i++)
        {
            _ids[i] = _children[i].Id;
            _ordinals[i] = _children[i].FrontDoorUses;
        }

        Philox4x32.Fill(_key, _ids.AsSpan(0, _count), (ushort)Process.FrontDoor, _ordinals.AsSpan(0, _count), _luck.AsSpan(0, _count));
        _history.Wakes += _count;
        for (int i = _count - 1; i >= 0; i--)
        {
            if (!Wake(ref _children[i], _luck[i]))
            {
                _children[i] = _children[--_count];
            }
        }
    }

    /// <summary>One wake of one child.</summary>
    /// <returns>Whether the child wakes again.</returns>
    private bool Wake(ref ChildState child, in RandomBlock luck)
    {
        Today today = _lane.On(child.NextDay);
        Effects effects = _lane.EffectsOn(today.Day);
        bool entersCare = false;
        if (child.Phase != Phase.Gone)
        {
            entersCare = FrontDoorRules.Wake(ref child, luck, today, effects);
        }
        else if (EntityId.Kind(child.Id) == EntityKind.ReferredChild)
        {
            FrontDoorRules.ArriveAtReferral(ref child, luck, today, effects);
        }
        else
        {
            FrontDoorRules.ArriveAtEarlyHelp(ref child, luck, today, effects);
        }

        if (effects.Telling)
        {
            _history.Tell(today.Day, effects.Told);
            effects.ClearDay();
        }

        if (entersCare)
        {
            effects.Count(Flow.ChildrenOut);
            effects.Stocks[(int)child.Phase]--;
            _history.Enters(today.Day, child);
            return false;
        }

        if (child.Phase == Phase.Gone)
        {
            return false;
        }

        child.NextDay = Math.Max(child.NextDay, today.Day + 1);
        if (child.NextDay > _lane.LastDay)
        {
            _staying?.Add(child);
            return false;
        }

        return true;
    }
}
