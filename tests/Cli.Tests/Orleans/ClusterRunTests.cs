using System.Globalization;
using System.Text.RegularExpressions;
using KentSufficiency.Grains.Experiments;
using KentSufficiency.ScenariosTests.Output;
using KentSufficiency.Silo;
using KentSufficiency.Silo.Storage;
using KentSufficiency.SiloTests.PostgreSql;

namespace KentSufficiency.CliTests.Orleans;

/// <summary>Two silos and a client, each a process of its own, with PostgreSQL: whoever is killed, the digest is that of a local run.</summary>
public sealed partial class ClusterRunTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>, IAsyncLifetime, IDisposable
{
    private const string Cluster = "tests";
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>Of care alone, since the school years cost twice as much and take no other way.</summary>
    private static readonly string[] s_experiment = ["run", "more.yaml", "--replications", "200", "--years", "1", "--quiet", "--out"];

    private readonly TemporaryFolder _folder = new();
    private readonly List<KentProcess> _processes = [];
    private PostgreSqlConnection? _connection;
    private string? _database;

    public async Task InitializeAsync()
    {
        if (PostgreSqlServer.WhyNot is null)
        {
            WriteScenarios();
            _connection = await server.CreateDatabaseAsync();
            _database = server.Text(NamePattern().Match(_connection.ToString()).Groups[1].Value);
            await KentProcess.Run(_folder.Path, _database, "db", "migrate");
            int[] ports = Ports.Free(4);
            await Task.WhenAll(StartSilo(ports[0], ports[1]), StartSilo(ports[2], ports[3]));
        }
    }

    public Task DisposeAsync()
    {
        _processes.ForEach(process => process.Dispose());
        return Task.CompletedTask;
    }

    public void Dispose() => _folder.Dispose();

    [PostgreSqlFact]
    public async Task A_silo_killed_in_the_middle_changes_nothing()
    {
        string local = DigestOf(await KentProcess.Run(_folder.Path, null, [.. s_experiment, "local", "--engine", "local"]));
        Assert.Equal(local, DigestOf(await StartRun("undisturbed").Done()));

        KentProcess run = StartRun("disturbed");
        await Under(way: 1);
        await _processes[1].Kill();
        Assert.Equal(local, DigestOf(await run.Done()));

        string listed = await KentProcess.Run(_folder.Path, _database, "experiments", "--cluster", Cluster);
        Assert.Contains("finished     200 of 200", listed);
        string id = listed.Trim().Split(' ')[0];
        Assert.Equal(local, DigestOf(await KentProcess.Run(_folder.Path, _database, "experiments", "show", id, "--cluster", Cluster)));
    }

    [PostgreSqlFact]
    public async Task A_client_that_is_killed_comes_again_and_takes_what_was_done()
    {
        string local = DigestOf(await KentProcess.Run(_folder.Path, null, [.. s_experiment, "local", "--engine", "local"]));
        KentProcess killed = StartRun("killed");
        await Under(way: 0);
        await killed.Kill();

        string again = await StartRun("again").Done();
        Assert.Equal(local, DigestOf(again));
        Assert.Contains("Going on with unfinished experiment", again);
    }

    private void WriteScenarios()
    {
        _folder.Write("care-only.yaml", """
            name: care-only
            title: Kent's children in care, without its schools
            source: data/assumptions
            start: 2019-07-31
            covers: care
            """);
        _folder.Write("more.yaml", """
            name: more
            title: More enquiries about fostering
            source: kcc-2019-10 p.232
            extends: care-only
            levers:
              - lever: fostering/enquiries-a-year
                scale: 1.54
                from: 2019-08-01
            """);
    }

    private KentProcess StartRun(string name)
    {
        KentProcess run = KentProcess.Start(_folder.Path, _database, null, [.. s_experiment, name, "--engine", "cluster", "--cluster", Cluster]);
        _processes.Add(run);
        return run;
    }

    private async Task StartSilo(int port, int gateway)
    {
        string[] arguments =
        [
            "silo", "--cluster", Cluster, "--cores", "1",
            "--port", port.ToString(CultureInfo.InvariantCulture), "--gateway", gateway.ToString(CultureInfo.InvariantCulture),
        ];
        var silo = KentProcess.Start(_folder.Path, _database, "is ready", arguments);
        _processes.Add(silo);
        await silo.Ready();
    }

    /// <summary>Waits until some, and not nearly all, of the experiment's latest attempt is done.</summary>
    private async Task Under(int way)
    {
        await using KentClient client = await KentClient.ConnectAsync(new ClientSettings { Cluster = Cluster, PostgreSql = _connection, Log = TextWriter.Null });
        using var limit = new CancellationTokenSource(s_patience);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        ExperimentStatus status;
        do
        {
            await pace.WaitForNextTickAsync(limit.Token);
            IReadOnlyList<ExperimentEntry> entries = await client.Grains.GetGrain<IExperimentDirectoryGrain>(ExperimentKeys.Directory).List();
            status = entries.Count == 0
                ? new ExperimentStatus { Stage = ExperimentStage.Unknown }
                : await client.Grains.GetGrain<IExperimentGrain>(ExperimentKeys.Experiment(entries[0].Id)).GetStatus();
        }
        while (status.Attempt != way || status.Stage != ExperimentStage.Running || status.LeadingBatches < 3);

        Assert.InRange(status.Runs, 1, 399);
    }

    private static string DigestOf(string text) => DigestPattern().Match(text) is { Success: true } match
        ? match.Groups[1].Value
        : throw new InvalidOperationException($"No digest in: {text}");

    [GeneratedRegex("Digest ([0-9a-f]{64})")]
    private static partial Regex DigestPattern();

    [GeneratedRegex("'(kent[0-9]+)'")]
    private static partial Regex NamePattern();
}
