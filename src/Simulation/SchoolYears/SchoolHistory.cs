using KentSufficiency.Simulation.CareSchools;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>
/// What the school years of one replication came to: what was measured on the census dates and, when asked, the events. Nothing in it
/// depends on the care side, so scenarios with the same schools and the same school rates share one.
/// </summary>
internal sealed class SchoolHistory
{
    private readonly List<(int Day, LoggedEvent Event)> _told = [];
    private long[] _values = [];
    private int _width;
    private int _toldBefore;

    /// <summary>The residents who may enter care, and what changed about them.</summary>
    public KnownResidents Known { get; } = new();

    /// <summary>Which schools were open, with which grade.</summary>
    public SchoolStandings Standings { get; } = new();

    /// <summary>Whether events were kept.</summary>
    public bool Telling { get; private set; }

    /// <summary>Children who woke or came.</summary>
    public long Wakes { get; set; }

    /// <summary>Forgets what belonged to the replication before.</summary>
    public void Begin(int dates, int width, bool telling)
    {
        if (_values.Length != dates * width)
        {
            _values = new long[dates * width];
        }

        _width = width;
        _toldBefore = 0;
        _told.Clear();
        Known.Clear();
        Standings.Clear();
        Telling = telling;
        Wakes = 0;
    }

    /// <summary>The values measured on a census date, by its number: numerator and denominator of each measure.</summary>
    public Span<long> At(int census) => _values.AsSpan(census * _width, _width);

    /// <summary>Forgets the events kept so far.</summary>
    public void ForgetTold()
    {
        _told.Clear();
        _toldBefore = 0;
    }

    /// <summary>Keeps the events of a day.</summary>
    public void Tell(int day, IReadOnlyList<LoggedEvent> told)
    {
        for (int i = 0; i < told.Count; i++)
        {
            _told.Add((day, told[i]));
        }
    }

    /// <summary>Tells the events of a day; days are asked for in order, and from the start again by the next scenario.</summary>
    public void TellDay(int day, Effects effects)
    {
        if (_toldBefore > 0 && _told[_toldBefore - 1].Day >= day)
        {
            _toldBefore = 0;
        }

        for (; _toldBefore < _told.Count && _told[_toldBefore].Day <= day; _toldBefore++)
        {
            LoggedEvent happened = _told[_toldBefore].Event;
            effects.Tell(happened.Entity, happened.Kind, happened.Code, happened.Other);
        }
    }
}
