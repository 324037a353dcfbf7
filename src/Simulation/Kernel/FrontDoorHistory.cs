using KentSufficiency.Simulation.County;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// What the front door did in one replication to children who had not been looked after before: flows and stocks at the ends of
/// months, and who enters care on which day. Nothing in it depends on homes, so scenarios with the same front door share one.
/// </summary>
internal sealed class FrontDoorHistory
{
    private const int None = -1;
    private static readonly int s_phases = Enum.GetValues<Phase>().Length;

    private long[] _flows = [];
    private int[] _stocks = [];
    private int[] _first = [];
    private int[] _next = new int[1024];
    private ChildState[] _entering = new ChildState[1024];
    private int _count;
    private int _firstDay;

    /// <summary>Children who woke or arrived.</summary>
    public long Wakes { get; set; }

    /// <summary>What happened, when asked.</summary>
    public ToldEvents Told { get; } = new();

    /// <summary>Whether events were kept.</summary>
    public bool Telling { get; private set; }

    /// <summary>A history in which nothing happens: of a county whose front door is counted elsewhere.</summary>
    /// <param name="notes">The number of dates on which flows are noted.</param>
    public static FrontDoorHistory Nothing(int notes) =>
        new() { _flows = new long[notes * FlowIndex.Count], _stocks = new int[notes * s_phases] };

    /// <summary>Forgets what belonged to the replication before.</summary>
    public void Begin(int firstDay, int lastDay, bool telling)
    {
        int days = lastDay - firstDay + 1;
        if (_first.Length != days)
        {
            _first = new int[days];
        }

        Array.Fill(_first, None);
        _firstDay = firstDay;
        Wakes = _count = 0;
        Told.Clear();
        Telling = telling;
    }

    /// <summary>A child is to be looked after from a day on.</summary>
    public void Enters(int day, in ChildState child)
    {
        if (_count == _entering.Length)
        {
            Array.Resize(ref _entering, 2 * _count);
            Array.Resize(ref _next, 2 * _count);
        }

        ref int first = ref _first[day - _firstDay];
        _entering[_count] = child;
        _next[_count] = first;
        first = _count++;
    }

    /// <summary>Those who enter care on a day, in no meaningful order: each is a number for <see cref="Child"/>, the last is negative.</summary>
    public int FirstOn(int day) => _first[day - _firstDay];

    /// <summary>The next of the same day; negative after the last.</summary>
    public int After(int entering) => _next[entering];

    /// <summary>The child, as it stood when care began.</summary>
    public ref readonly ChildState Child(int entering) => ref _entering[entering];

    /// <summary>Keeps the events of a child on a day.</summary>
    public void Tell(int day, ReadOnlySpan<LoggedEvent> told)
    {
        foreach (ref readonly LoggedEvent happened in told)
        {
            Told.Add(day, happened);
        }
    }

    /// <summary>Adds up what happened between the dates on which flows are noted.</summary>
    public void Complete(Effects[] between)
    {
        if (_flows.Length != between.Length * FlowIndex.Count)
        {
            _flows = new long[between.Length * FlowIndex.Count];
            _stocks = new int[between.Length * s_phases];
        }

        for (int note = 0; note < between.Length; note++)
        {
            Add(between[note].Flows, _flows, note);
            Add(between[note].Stocks, _stocks, note);
        }

        Told.Sort();
    }

    /// <summary>Flows from the first day to a noted date.</summary>
    public ReadOnlySpan<long> FlowsAt(int note) => _flows.AsSpan(note * FlowIndex.Count, FlowIndex.Count);

    /// <summary>Children by phase on a noted date.</summary>
    public ReadOnlySpan<int> StocksAt(int note) => _stocks.AsSpan(note * s_phases, s_phases);

    private static void Add<T>(T[] change, T[] into, int note)
        where T : System.Numerics.INumber<T>
    {
        int at = note * change.Length;
        for (int i = 0; i < change.Length; i++)
        {
            into[at + i] = change[i] + (note == 0 ? T.Zero : into[at + i - change.Length]);
        }
    }
}
