using System.Runtime.CompilerServices;
using KentSufficiency.Benchmarks.County;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Send;

namespace KentSufficiency.Benchmarks.Limits;

/// <summary>
/// Where the time of one replication goes (<c>kent bench phases</c>): ten years of the whole county on one core, phase by phase, the median of some replications.
/// An event is a wake: an entity's day has come, or it arrives, and its rule runs. What follows from it on the same day is part of it.
/// The floor is what its draws and its memory would take if nothing else were done: its draws at the rate of blocks, the lines its state and its entry in the
/// calendar lie on as independent reads, and the cohorts that it goes through as reads in order, at the rates measured beside it.
/// </summary>
internal static class PhaseTable
{
    private const int Years = 10;
    private const int Lookups = 1 << 20;

    /// <summary>Measures and prints.</summary>
    public static int Print(int rounds)
    {
        CountyParameters kent = RealCounty.Kent(Years);
        var phases = new Phases(kent);
        for (uint replication = 0; replication < 2; replication++)
        {
            phases.Live(replication); // Compiles, and makes the tables large enough.
            phases.LiveWhole(replication);
        }

        if (DrawCount.IsOn)
        {
            return PhaseDraws.Write(Phases.Names, phases.Live(2));
        }

        var lived = new List<Spent[]>();
        var whole = new List<double>();
        for (uint replication = 2; replication < rounds + 2; replication++)
        {
            lived.Add(phases.Live(replication));
            whole.Add(phases.LiveWhole(replication).Seconds);
        }

        PrintPhases(phases, lived, Median(whole));
        PrintState(phases);
        long allocated = phases.AllocatedByWholeCounty((uint)rounds + 2);
        Console.WriteLine($"\nA replication of care and schools in one kernel, after the first ones, allocates {allocated:#,0} bytes: {(double)allocated / (kent.Horizon + 1):0.00} a day.");
        return 0;
    }

    private static void PrintPhases(Phases phases, List<Spent[]> lived, double whole)
    {
        double draw = DrawTime();
        double line = LineTime();
        double inOrder = InOrderTime();
        long[] draws = PhaseDraws.Read();
        Console.WriteLine($"Ten years of Kent, {(OperatingSystem.IsLinux() ? "processor" : "wall")} time, median of {lived.Count} replications; a draw in blocks of 512 takes {draw:0.0} ns, a line at a random place of 16 MiB {line:0.0} ns, in order {inOrder:0.0} ns.\n");
        Console.WriteLine("| phase | ms | events | events a second | ns an event | draws | floor, ms | floor over measured |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        var floors = new double[Phases.Names.Length];
        for (int phase = 0; phase < floors.Length; phase++)
        {
            double events = Median(lived.Select(one => (double)one[phase].Events));
            double cohorts = Phases.CohortsOf(phase, Years) * phases.Residents / (18.0 + Years) * Unsafe.SizeOf<ResidentState>() / 64;
            floors[phase] = 1e-6 * ((draws[phase] * draw) + (events * Phases.LinesOf(phase) * line) + (cohorts * inOrder));
            Row(Phases.Names[phase], [.. lived.Select(one => one[phase])], draws[phase], floors[phase]);
        }

        Row("the first three", [.. lived.Select(one => one[0] + one[1] + one[2])], draws.Take(3).Sum(), floors.Take(3).Sum());
        Row("all phases", [.. lived.Select(one => one.Aggregate((sum, phase) => sum + phase))], draws.Sum(), floors.Sum());
        double rounds = Median(lived.Select(one => one[Phases.OfferDays].Seconds));
        double rollover = Median(lived.Select(one => one[Phases.NewYears].Seconds));
        Console.WriteLine($"| all in one kernel, with what ties care and schools together | {1e3 * whole:0.0} | | | | | | |");
        Console.WriteLine($"| the same less offer days and 1 September | {1e3 * (whole - rounds - rollover):0.0} | | | | | | |");
    }

    private static void Row(string name, Spent[] spent, long draws, double floor)
    {
        double seconds = Median(spent.Select(one => one.Seconds));
        double events = Median(spent.Select(one => (double)one.Events));
        string rate = events == 0 ? "| | |" : $"{events:#,0} | {events / seconds:#,0} | {1e9 * seconds / events:0} |";
        Console.WriteLine($"| {name} | {1e3 * seconds:0.0} | {rate} {draws:#,0} | {floor:0.0} | {0.1 * floor / seconds:0}% |");
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
            ("entry of a calendar", sizeof(int), phases.Residents + phases.Children + phases.Households),
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

    private static double InOrderTime()
    {
        var memory = new MemoryBenchmarks { MiB = 16 };
        memory.Setup();
        return Best(() => memory.Copy(), 4) / (4 * (16 << 20) / 64);
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
