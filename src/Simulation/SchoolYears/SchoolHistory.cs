using KentSufficiency.Simulation.CareSchools;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>
/// What the school years of one replication came to: what was measured on the census dates and, when asked, the events. Nothing in it
/// depends on the care side, so scenarios with the same schools and the same school rates share one.
/// </summary>
internal sealed class SchoolHistory
{
    private long[] _values = [];
    private int _width;

    /// <summary>The residents who may enter care, and what changed about them.</summary>
    public KnownResidents Known { get; } = new();

    /// <summary>Which schools were open, with which grade.</summary>
    public SchoolStandings Standings { get; } = new();

    /// <summary>What happened, when asked.</summary>
    public ToldEvents Told { get; } = new();

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
        Told.Clear();
        Known.Clear();
        Standings.Clear();
        Telling = telling;
        Wakes = 0;
    }

    /// <summary>The values measured on a census date, by its number: numerator and denominator of each measure.</summary>
    public Span<long> At(int census) => _values.AsSpan(census * _width, _width);

    /// <summary>Keeps the events of a day.</summary>
    public void Tell(int day, IReadOnlyList<LoggedEvent> told)
    {
        for (int i = 0; i < told.Count; i++)
        {
            Told.Add(day, told[i]);
        }
    }
}
