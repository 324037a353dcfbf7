using KentSufficiency.Simulation.County;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>The events of a day of the school side, when events are told.</summary>
internal sealed class SchoolEvents
{
    private readonly List<LoggedEvent> _told = [];

    /// <summary>Whether events are told.</summary>
    public bool Telling { get; set; }

    /// <summary>The events of the day, in the order in which they were told.</summary>
    public IReadOnlyList<LoggedEvent> Told => _told;

    /// <summary>Tells an event, when events are told.</summary>
    public void Tell(ulong entity, EventKind kind, string code = "", ulong other = 0)
    {
        if (Telling)
        {
            _told.Add(new LoggedEvent(entity, _told.Count, kind, code, other));
        }
    }

    /// <summary>Forgets the events of the day.</summary>
    public void ClearDay() => _told.Clear();
}
