using System.Diagnostics;
using KentSufficiency.Silo;

namespace KentSufficiency.Silos;

/// <summary>Two silos in processes of their own, a core each, which share a PostgreSQL.</summary>
internal sealed class Cluster(PostgreSql database) : IAsyncDisposable
{
    private const string Name = "benchmark";

    private readonly List<Process> _silos = [];

    /// <summary>Processor time of the silos so far; what the database takes is not in it.</summary>
    public double ProcessorSeconds => _silos.Sum(silo =>
    {
        silo.Refresh();
        return silo.TotalProcessorTime.TotalSeconds;
    });

    public static async Task<Cluster> StartAsync()
    {
        PostgreSql database = await PostgreSql.StartAsync();
        await KentRun.DoAsync(KentRun.Command(database.Connection, "db", "migrate"));
        var cluster = new Cluster(database);
        for (int silo = 0; silo < 2; silo++)
        {
            await cluster.AddAsync();
        }

        return cluster;
    }

    public async Task<KentRun> RunAsync(string folder, int replications)
    {
        double before = ProcessorSeconds;
        KentRun run = await KentRun.OfAsync(folder, replications, ["--engine", "cluster", "--cluster", Name], database.Connection);
        return run with { Processor = run.Processor + ProcessorSeconds - before };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Process silo in _silos)
        {
            silo.Kill();
            await silo.WaitForExitAsync();
            silo.Dispose();
        }

        await database.DisposeAsync();
    }

    private async Task AddAsync()
    {
        int[] ports = Ports.Free(2);
        Process silo = Process.Start(KentRun.Command(
            database.Connection, "silo", "--cluster", Name, "--port", $"{ports[0]}", "--gateway", $"{ports[1]}", "--cores", "1"))!;
        _silos.Add(silo);
        _ = silo.StandardError.ReadToEndAsync();
        while (await silo.StandardOutput.ReadLineAsync() is string line && !line.Contains("is ready", StringComparison.Ordinal))
        {
        }
    }
}
