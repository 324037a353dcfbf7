#pragma warning disable RS0030 // A peer draws as its users do: from a seeded System.Random.

namespace KentSufficiency.Peers.DotNet;

/// <summary>W1 as it is written without a library: a loop over the events of a <see cref="PriorityQueue{TElement, TPriority}"/>.</summary>
internal static class QueueLoop
{
    private const double ArrivalsPerUnit = 45;
    private const int Servers = 50;
    private const int LeadIn = 4_500;
    private const int Counted = 33_000;

    private enum Event
    {
        Arrival,
        Departure,
    }

    public static double Replication(int number)
    {
        var random = new Random(number);
        var events = new PriorityQueue<Event, double>();
        var waiting = new Queue<double>();
        int free = Servers;
        int begun = 0;
        double waited = 0;
        events.Enqueue(Event.Arrival, Exponential(random, 1 / ArrivalsPerUnit));
        while (begun < LeadIn + Counted && events.TryDequeue(out Event next, out double now))
        {
            if (next == Event.Arrival)
            {
                waiting.Enqueue(now);
                events.Enqueue(Event.Arrival, now + Exponential(random, 1 / ArrivalsPerUnit));
            }
            else
            {
                free++;
            }

            while (free > 0 && waiting.TryDequeue(out double arrived))
            {
                free--;
                waited += begun++ >= LeadIn ? now - arrived : 0;
                events.Enqueue(Event.Departure, now + Exponential(random, 1));
            }
        }

        return waited / Counted;
    }

    private static double Exponential(Random random, double mean) => -mean * Math.Log(1 - random.NextDouble());
}
