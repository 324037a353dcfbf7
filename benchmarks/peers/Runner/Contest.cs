using System.Diagnostics;

namespace KentSufficiency.Peers.Runner;

/// <summary>How one contestant did.</summary>
/// <param name="Of">Who.</param>
/// <param name="Trials">One for each round.</param>
internal sealed record Performance(Contestant Of, IReadOnlyList<Trial> Trials)
{
    /// <summary>Median milliseconds of processor time a replication.</summary>
    public double Processor => Median(Trials.Select(trial => 1000 * trial.Processor / Of.Replications));

    /// <summary>The same by the clock on the wall.</summary>
    public double Wall => Median(Trials.Select(trial => 1000 * trial.Wall / Of.Replications));

    /// <summary>How many times the other's time this one took: the ratio of medians, and the least and the most of ratios taken side by side.</summary>
    public (double Ratio, double Least, double Most) Against(Performance engine)
    {
        double[] rounds = [.. Trials.Zip(engine.Trials, (mine, its) => mine.Processor / Of.Replications / (its.Processor / engine.Of.Replications))];
        return (Processor / engine.Processor, rounds.Min(), rounds.Max());
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>Lets the contestants of a workload take turns; each round has replications of its own, so that all rounds count for the agreement.</summary>
internal static class Contest
{
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(4);

    public static Performance[] Hold(Workload workload, int rounds)
    {
        Contestant[] all = [workload.Engine, .. workload.Peers];
        List<Trial>[] trials = [.. all.Select(static _ => new List<Trial>())];
        Array.ForEach(all, WarmUp);
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < all.Length; i++)
            {
                trials[i].Add(all[i].Run(round * all[i].Replications, all[i].Replications));
                Console.Error.WriteLine($"{workload.Id}, round {round + 1}: {all[i].Name}, {trials[i][^1].Wall:0.00} s, load {Machine.Load()}");
            }
        }

        return [.. all.Select((one, i) => new Performance(one, trials[i]))];
    }

    /// <summary>
    /// Runs what is compiled in this process until the compiler has seen enough of it; the compiler works on the same core. These replications do not count.
    /// </summary>
    private static void WarmUp(Contestant one)
    {
        if (!one.Files.All(static file => file.EndsWith(".cs", StringComparison.Ordinal)))
        {
            return;
        }

        long start = Stopwatch.GetTimestamp();
        for (int first = int.MaxValue / 2; Stopwatch.GetElapsedTime(start) < s_warmUp; first += one.Replications)
        {
            one.Run(first, one.Replications);
        }
    }
}
