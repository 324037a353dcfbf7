using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.LivingCounty;

namespace KentSufficiency.Simulation.FrontDoor;

/// <summary>What there is to count of a wake at the front door, so that a wake adds one to one number, and flows and stocks are made of these at the end.</summary>
internal sealed class FrontDoorEvents
{
    /// <summary>The most kinds of event; as a power of 2, the calendar's counts rely on it.</summary>
    public const int Most = 1 << MostLog2;

    /// <summary>The power of 2.</summary>
    public const int MostLog2 = 6;

    private readonly List<Consequences> _events = new(Most);

    /// <summary>The number of an event, or of the first of two that belong together: without and with a re-referral.</summary>
    /// <param name="first">What is counted.</param>
    /// <param name="again">What is counted of a child referred before; the same where the event is no referral.</param>
    public int NumberOf(Consequences first, Consequences again)
    {
        bool two = !AreSame(first, again);
        for (int i = 0; i < _events.Count; i++)
        {
            if (AreSame(_events[i], first) && (!two || (i + 1 < _events.Count && AreSame(_events[i + 1], again))))
            {
                return i;
            }
        }

        int number = _events.Count;
        _events.Add(first);
        if (two)
        {
            _events.Add(again);
        }

        return _events.Count <= Most ? number : throw new InvalidOperationException($"There are more than {Most} kinds of event at the front door.");
    }

    /// <summary>Adds to flows and stocks what events mean.</summary>
    /// <param name="counts">How often each happened.</param>
    /// <param name="into">Flows and stocks.</param>
    public void Add(ReadOnlySpan<int> counts, Effects into)
    {
        for (int i = 0; i < _events.Count; i++)
        {
            foreach (CountChange change in _events[i].Flows)
            {
                into.Flows[change.Of] += change.By * counts[i];
            }

            foreach (CountChange change in _events[i].Stocks)
            {
                into.Stocks[change.Of] += (int)change.By * counts[i];
            }
        }
    }

    private static bool AreSame(Consequences one, Consequences other) =>
        one.Flows.AsSpan().SequenceEqual(other.Flows) && one.Stocks.AsSpan().SequenceEqual(other.Stocks);
}
