using BenchmarkDotNet.Attributes;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Time;

namespace KentSufficiency.Benchmarks.Core;

/// <summary>
/// The hold model: a constant number of pending events, each of which schedules its successor 1 to 730 days ahead. As many days of it an
/// invocation as hold 30,000 events; the time is that of one event.
/// </summary>
[MemoryDiagnoser]
public class WheelBenchmarks
{
    private const int Events = 30_000;
    private const int MeanDelay = 365;

    // The hold model's own delays, made beforehand and shared, so that the calendars alone are compared.
    private readonly int[] _delays = new int[1 << 16];
    private readonly PriorityQueue<int, int> _heap = new();
    private readonly DayWheel _wheel = new(firstDay: 0);
    private int[] _due = [];
    private int _heapDay;
    private int _wheelEvents;
    private int _heapEvents;

    /// <summary>Events that wait.</summary>
    [Params(1_000, 30_000, 300_000)]
    public int Pending { get; set; }

    private int Days => Events * MeanDelay / Pending;

    [GlobalSetup]
    public void Setup()
    {
        for (int i = 0; i < _delays.Length; i++)
        {
            _delays[i] = 1 + (int)(new Draws(new DrawKey(2026, 7), (ulong)i).Block(1, 0).A % ((2 * MeanDelay) - 1));
        }

        for (int entity = 0; entity < Pending; entity++)
        {
            _wheel.Schedule(entity, Delay(_wheelEvents++));
            _heap.Enqueue(entity, Delay(_heapEvents++));
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Events)]
    public int PriorityQueue()
    {
        for (int end = _heapDay + Days; _heapDay < end; _heapDay++)
        {
            while (_heap.TryPeek(out int entity, out int day) && day <= _heapDay)
            {
                _heap.DequeueEnqueue(entity, day + Delay(_heapEvents++));
            }
        }

        return _heapEvents;
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public int Wheel()
    {
        for (int end = _wheel.NextDay + Days; _wheel.NextDay < end;)
        {
            int day = _wheel.NextDay;
            int count = _wheel.Drain(day, ref _due);
            for (int i = 0; i < count; i++)
            {
                _wheel.Schedule(_due[i], day + Delay(_wheelEvents++));
            }
        }

        return _wheelEvents;
    }

    private int Delay(int number) => _delays[number & (_delays.Length - 1)];
}
