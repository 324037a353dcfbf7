using System.Runtime.CompilerServices;
using KentSufficiency.Benchmarks.County;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Send;

namespace KentSufficiency.Benchmarks.Limits;

/// <summary>
/// Where the time of one replication goes (<c>kent bench phases</c>): ten years of the whole county on one core, phase by phase, the median of some replications.
/// An event is a wake: an entity's day has come, or it arrives, and its rule runs. What follows from it on the same day is part of it.
/// The floor is what its draws and its cache lines would take if nothing else were done: one block of draws for each event, and the lines its state and its entry in the
/// calendar lie on, at the rates measured beside it.
/// </summary>
internal static class PhaseTable
{
    private const int Lookups = 1 << 20;

    /// <summary>Measures and prints.</summary>
    public static int Print(int rounds)
    {
        CountyParameters kent = RealCounty.Kent(years: 10);
        var phases = new Phases(kent);
        for (uint replication = 0; replication < 2; replication++)
        {
            phases.Live(replication); // Compiles, and makes the tables large enough.
        }

        var lived = Enumerable.Range(2, rounds).Select(replication => phases.Live((uint)replication)).ToList();
        double draw = DrawTime();
        double line = LineTime();
        Console.WriteLine($"Ten years of Kent, {(OperatingSystem.IsLinux() ? "processor" : "wall")} time, median of {rounds} replications; a draw in blocks of 512 takes {draw:0.0} ns, a line at a random place of 16 MiB {line:0.0} ns.\n");
        Console.WriteLine("| phase | ms | events | events a second | ns an event | floor, ns an event | floor over measured |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (int phase = 0; phase < Phases.Names.Length; phase++)
        {
            Row(Phases.Names[phase], [.. lived.Select(one => one[phase])], draw + (Phases.LinesOf(phase) * line));
        }

        Row("the first three", [.. lived.Select(one => one[0] + one[1] + one[2])], double.NaN);
        Row("whole", [.. lived.Select(one => one.Aggregate((sum, phase) => sum + phase))], double.NaN);
        PrintState(phases);
        long allocated = phases.AllocatedByWholeCounty((uint)rounds + 2);
        Console.WriteLine($"\nA replication of care and schools in one kernel, after the first ones, allocates {allocated:#,0} bytes: {(double)allocated / (kent.Horizon + 1):0.00} a day.");
        return 0;
    }

    private static void Row(string name, Spent[] spent, double floor)
    {
        double seconds = Median(spent.Select(one => one.Seconds));
        double events = Median(spent.Select(one => (double)one.Events));
        double each = 1e9 * seconds / events;
        Console.WriteLine(events == 0
            ? $"| {name} | {1e3 * seconds:0.0} | | | | | |"
            : double.IsNaN(floor)
                ? $"| {name} | {1e3 * seconds:0.0} | {events:#,0} | {events / seconds:#,0} | {each:0} | | |"
                : $"| {name} | {1e3 * seconds:0.0} | {events:#,0} | {events / seconds:#,0} | {each:0} | {floor:0} | {100 * floor / each:0}% |");
    }

    private static void PrintState(Phases phases)
    {
        Console.WriteLine("\n| state | bytes each | at the end of a replication | KiB |\n| --- | ---: | ---: | ---: |");
        (string Name, int Bytes, int Count)[] states =
        [
            (nameof(ResidentState), Unsafe.SizeOf<ResidentState>(), phases.Residents),
            (nameof(ChildState), Unsafe.SizeOf<ChildState>(), phases.Children),
            (nameof(HouseholdState), Unsafe.SizeOf<HouseholdState>(), phases.Households),
            (nameof(Home), Unsafe.SizeOf<Home>(), phases.Homes),
            (nameof(PlanState), Unsafe.SizeOf<PlanState>(), phases.Plans),
            ("entry of a calendar", 8, phases.Residents + phases.Children + phases.Households),
        ];
        foreach ((string name, int bytes, int count) in states)
        {
            Console.WriteLine($"| {name} | {bytes} | {count:#,0} | {bytes * (long)count / 1024:#,0} |");
        }

        Console.WriteLine($"| all | | | {states.Sum(state => state.Bytes * (long)state.Count) / 1024:#,0} |");
    }

    private static double DrawTime()
    {
        var draws = new Core.DrawBenchmarks();
        draws.Setup();
        return Best(() => draws.Filled(), 2000) / (2000 * 512);
    }

    private static double LineTime()
    {
        var memory = new MemoryBenchmarks { MiB = 16 };
        memory.Setup();
        return Best(() => memory.Independent(), Lookups >> 16) / Lookups;
    }

    /// <summary>Nanoseconds of the fastest of some attempts: rates of the machine, not of what disturbs it.</summary>
    private static double Best(Action work, int times)
    {
        double best = double.PositiveInfinity;
        for (int attempt = 0; attempt < 20; attempt++)
        {
            double seconds = Phases.Seconds(() =>
            {
                for (int i = 0; i < times; i++)
                {
                    work();
                }
            });
            best = Math.Min(best, 1e9 * seconds);
        }

        return best;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
