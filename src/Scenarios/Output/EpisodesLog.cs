using System.Globalization;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Scenarios.Output;

/// <summary>
/// Makes episodes of the events of one replication. A child has one state a day, that of its end: a placement begun and left on one day
/// leaves no episode. Relies on the order of the log, in which the events of a child's day stand together.
/// </summary>
internal sealed class EpisodesLog : IEventLog
{
    /// <summary>PLACE: the status of the placement changed, the carers did not.</summary>
    private const string StatusOnly = "PLACE";

    private static readonly string s_present = EventNames.Of(EventKind.PresentAtStart);
    private static readonly string s_careStarted = EventNames.Of(EventKind.CareStarted);
    private static readonly string s_legalChanged = EventNames.Of(EventKind.LegalStatusChanged);
    private static readonly string s_placed = EventNames.Of(EventKind.PlacementStarted);
    private static readonly string s_left = EventNames.Of(EventKind.PlacementEnded);
    private static readonly string s_careEnded = EventNames.Of(EventKind.CareEnded);

    private readonly Dictionary<ulong, Episode> _open = [];
    private readonly List<Episode> _ended = [];
    private ChildDay _day = new(default, 0);

    /// <inheritdoc/>
    public void Record(in EventRecord happened)
    {
        if (happened.Date != _day.Date || happened.Entity != _day.Child)
        {
            Conclude();
            _day = new ChildDay(happened.Date, happened.Entity);
        }

        if (happened.Kind == s_placed)
        {
            _day.Placed = happened.Code;
        }
        else if (happened.Kind == s_left)
        {
            // The first of a day is the one that ended the placement of the day before.
            _day.Left ??= happened.Code;
        }
        else if (happened.Kind == s_legalChanged)
        {
            _day.Legal = happened.Code;
        }
        else if (happened.Kind == s_careStarted)
        {
            _day.Started = happened.Code;
        }
        else if (happened.Kind == s_careEnded)
        {
            _day.Ended = happened.Code;
        }
        else if (happened.Kind == s_present)
        {
            Open(happened);
        }
    }

    /// <summary>All episodes so far, by child and then by date.</summary>
    public IReadOnlyList<Episode> Episodes()
    {
        Conclude();
        _day = new ChildDay(default, 0);
        return [.. _ended.Concat(_open.Values).OrderBy(episode => episode.Child).ThenBy(episode => episode.Began)];
    }

    /// <summary>The present episode of a child whose history lies before the log: its start only where it is the child's first placement.</summary>
    private void Open(in EventRecord present)
    {
        string[] codes = present.Code.Split('/');
        DateOnly entered = Date(codes[4]);
        DateOnly placed = Date(codes[5]);
        char reason = placed == entered ? 'S' : 'P';
        _open[present.Entity] = new Episode(present.Entity, placed, reason, codes[0], codes[1], codes[2], codes[3]);
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The child's day is over: what does its end differ in from its beginning?</summary>
    private void Conclude()
    {
        if (_open.TryGetValue(_day.Child, out Episode? before))
        {
            if (_day.Ended is not null)
            {
                _ended.Add(before with { Ended = _day.Date, EndReason = _day.Ended });
                _open.Remove(_day.Child);
            }
            else
            {
                Continue(before);
            }
        }
        else if (_day is { Started: string started, Placed: string placed })
        {
            string[] legal = started.Split('/');
            string[] place = placed.Split('/');
            _open.Add(_day.Child, new Episode(_day.Child, _day.Date, 'S', legal[0], legal[1], place[0], place[1]));
        }
    }

    private void Continue(Episode before)
    {
        string[] place = _day.Placed?.Split('/') ?? [before.Place, before.Provider];
        string legal = _day.Legal ?? before.Legal;
        bool otherLegal = legal != before.Legal;
        bool otherCarers = _day.Placed is not null && _day.Left is not null;
        bool otherStatus = !otherCarers && (place[0] != before.Place || place[1] != before.Provider);
        if (!otherLegal && !otherCarers && !otherStatus)
        {
            return;
        }

        char reason = otherCarers ? (otherLegal ? 'B' : 'P') : otherStatus ? (otherLegal ? 'U' : 'T') : 'L';
        _ended.Add(before with
        {
            Ended = _day.Date,
            EndReason = "X1",
            MoveReason = otherCarers ? _day.Left! : otherStatus ? StatusOnly : "",
        });
        _open[_day.Child] = new Episode(_day.Child, _day.Date, reason, legal, before.Need, place[0], place[1]);
    }

    /// <summary>What happened to one child on one day: codes, or null for nothing of the kind.</summary>
    private sealed class ChildDay(DateOnly date, ulong child)
    {
        public DateOnly Date { get; } = date;

        public ulong Child { get; } = child;

        public string? Started { get; set; }

        public string? Ended { get; set; }

        public string? Legal { get; set; }

        public string? Placed { get; set; }

        public string? Left { get; set; }
    }
}
