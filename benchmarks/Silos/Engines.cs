using KentSufficiency.Grains.Experiments;

namespace KentSufficiency.Silos;

/// <summary>What a silo and a cluster cost against the cores alone. Runs of the program alternate, and each is held against the local run beside it.</summary>
internal static class Engines
{
    private const double SiloTarget = 95;
    private const double ClusterTarget = 85;
    private const double StartTarget = 2.5;

    public static async Task RunAsync(int replications, int rounds)
    {
        string folder = Directory.CreateTempSubdirectory("kent-silos").FullName;
        string[] local = ["--engine", "local"];
        string[] silo = ["--engine", "silo", "--data", Path.Combine(folder, "data")];
        Cluster? cluster = PostgreSql.Programs is null ? null : await Cluster.StartAsync();
        var locals = new List<KentRun>();
        var silos = new List<KentRun>();
        var clusters = new List<KentRun>();
        var starts = new List<(KentRun Local, KentRun Silo)>();
        try
        {
            await KentRun.OfAsync(folder, 2, local); // Reads the files into the machine's memory.
            for (int round = 0; round < rounds; round++)
            {
                Table.Tell($"engines: round {round + 1} of {rounds}");
                locals.Add(await KentRun.OfAsync(folder, replications, local));
                silos.Add(await KentRun.OfAsync(folder, replications, silo));
                if (cluster is not null)
                {
                    clusters.Add(await cluster.RunAsync(folder, replications));
                }

                starts.Add((await KentRun.OfAsync(folder, 1, local), await KentRun.OfAsync(folder, 1, silo)));
            }
        }
        finally
        {
            if (cluster is not null)
            {
                await cluster.DisposeAsync();
            }

            Directory.Delete(folder, recursive: true);
        }

        Table.Begin($"{replications} replications of baseline-2019 over 2 years, 2 threads, median of {rounds} rounds (least to most)",
            "engine", "s", "throughput against local", "target", "the same by processor time", "s more a batch");
        Tell("local", locals, locals, null);
        Tell("silo, SQLite", silos, locals, SiloTarget);
        if (cluster is null)
        {
            Console.WriteLine("\nNo cluster: PostgreSQL is not installed.");
        }
        else
        {
            Tell("cluster of 2 processes, PostgreSQL", clusters, locals, ClusterTarget);
        }

        Table.Begin("Start to end of `kent run` with 1 replication: the first result, all files and the stop of the silo", "engine", "s", "target", "s of processor time");
        Table.Row("local", $"{Table.Median(starts.Select(run => run.Local.Whole)):0.00}", "", $"{Table.Median(starts.Select(run => run.Local.Processor)):0.00}");
        Table.Row(
            "silo, SQLite", $"{Table.Median(starts.Select(run => run.Silo.Whole)):0.00}", $"{StartTarget}", $"{Table.Median(starts.Select(run => run.Silo.Processor)):0.00}");

        void Tell(string name, List<KentRun> runs, List<KentRun> beside, double? target)
        {
            double batches = Math.Ceiling((double)replications / BatchPlan.RunsInBatch);
            Table.Row(
                name,
                $"{Table.Median(runs.Select(run => run.Computing)):0.0}",
                Table.Share(runs.Zip(beside, (run, other) => other.Computing / run.Computing)),
                target is double percent ? $"{percent}%" : "",
                Table.Share(runs.Zip(beside, (run, other) => other.Processor / run.Processor)),
                $"{Table.Median(runs.Zip(beside, (run, other) => run.Computing - other.Computing)) / batches:0.0000}");
        }
    }
}
