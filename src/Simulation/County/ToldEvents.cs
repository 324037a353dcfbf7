namespace KentSufficiency.Simulation.County;

/// <summary>Events that were lived through once, to be told again day by day to each scenario that shares them.</summary>
internal sealed class ToldEvents
{
    private readonly List<(int Day, LoggedEvent Event)> _told = [];
    private int _before;

    /// <summary>Forgets all events.</summary>
    public void Clear()
    {
        _told.Clear();
        _before = 0;
    }

    /// <summary>Keeps an event of a day.</summary>
    public void Add(int day, in LoggedEvent happened) => _told.Add((day, happened));

    /// <summary>Puts the events in the order of days, and within a day in their own.</summary>
    public void Sort() =>
        _told.Sort(static (one, other) => one.Day != other.Day ? one.Day.CompareTo(other.Day) : one.Event.CompareTo(other.Event));

    /// <summary>Tells the events of a day; days are asked for in order, and from the start again by the next scenario.</summary>
    public void TellDay(int day, Effects effects)
    {
        if (_before > 0 && _told[_before - 1].Day >= day)
        {
            _before = 0;
        }

        for (; _before < _told.Count && _told[_before].Day <= day; _before++)
        {
            LoggedEvent happened = _told[_before].Event;
            effects.Tell(happened.Entity, happened.Kind, happened.Code, happened.Other);
        }
    }
}
