using System.Collections.Concurrent;
using KentSufficiency.Grains;
using KentSufficiency.Grains.Experiments;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.ScenariosTests.Experiments;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Measures;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Storage;
using Orleans.TestingHost;

namespace KentSufficiency.GrainsTests.Experiments;

/// <summary>One run of an engine, as a test may see it before it happens.</summary>
internal sealed record Seen(string Silo, string Scenario, uint Replication, CancellationToken Cancellation);

/// <summary>Silos in this process that share a store and run fake engines.</summary>
internal sealed class TestSilos : IAsyncDisposable
{
    public static readonly string[] ScenarioNames = ["base", "strategy"];

    private TestSilos(InProcessTestCluster cluster) => Cluster = cluster;

    public InProcessTestCluster Cluster { get; }

    public required SharedStorage Storage { get; init; }

    public required Hooks Hooks { get; init; }

    public IGrainFactory Grains => Cluster.Client;

    public static async Task<TestSilos> Start(short count, Hooks? hooks = null, Func<string, string>? dataOf = null)
    {
        hooks ??= new Hooks();
        var storage = new SharedStorage();
        var builder = new InProcessTestClusterBuilder(count);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((options, silo) =>
        {
            silo.Configure<ClusterMembershipOptions>(membership =>
            {
                membership.ProbeTimeout = TimeSpan.FromMilliseconds(500);
                membership.NumMissedProbesLimit = 2;
            });
            silo.Services.AddSingleton(new ModelIdentity("1.0", dataOf?.Invoke(options.SiloName) ?? "data"));
            silo.Services.AddSingleton<IExperimentCompiler>(new Compiler(options.SiloName, hooks));
            silo.Services.AddKeyedSingleton(
                StorageNames.Experiments, (services, name) => storage.Open(services.GetRequiredKeyedService<IGrainStorageSerializer>(name)));
            silo.Services.AddExperiments(cores: 2);
        });
        InProcessTestCluster cluster = builder.Build();
        await cluster.DeployAsync();
        return new TestSilos(cluster) { Storage = storage, Hooks = hooks };
    }

    public static ExperimentSpec Spec(uint seed = 1) => new()
    {
        Scenarios = [.. ScenarioNames.Select(name => new ScenarioText(name, [new ScenarioTextFile($"{name}.yaml", "", $"name: {name}")]))],
        DataHash = "data",
        Version = "1.0",
        Years = 1,
        DrawsParameters = true,
        Audit = false,
        Seed = seed,
    };

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();

    private sealed class Compiler(string silo, Hooks hooks) : IExperimentCompiler
    {
        public IReadOnlyList<PlannedScenario> Compile(ExperimentSpec spec) => [.. spec.Scenarios.Select(scenario => new PlannedScenario(scenario.Name, _ =>
        {
            hooks.Engines.Add(scenario.Name);
            return new HookedEngine(Engine(scenario.Name), (replication, token) => hooks.Before?.Invoke(new Seen(silo, scenario.Name, replication, token)));
        }))];
    }

    public static FakeEngine Engine(string scenario) => new() { Effect = scenario == "base" ? 0 : 50 };

    private sealed class HookedEngine(FakeEngine inner, Action<uint, CancellationToken> before) : IReplicationEngine
    {
        public IReadOnlyList<MeasureDefinition> Measures => inner.Measures;

        public IReadOnlyList<DateOnly> Dates => inner.Dates;

        public RecordLayout Layout => inner.Layout;

        public void Run(uint seed, uint replication, Span<long> results, bool audit, IEventLog? log, CancellationToken cancellation)
        {
            before(replication, cancellation);
            inner.Run(seed, replication, results, audit, log, cancellation);
        }
    }
}

/// <summary>What a test may look at and interfere with.</summary>
internal sealed class Hooks
{
    /// <summary>Called before each run of an engine, on the thread of the kernel.</summary>
    public Action<Seen>? Before { get; set; }

    /// <summary>The scenarios that engines were made for.</summary>
    public ConcurrentBag<string> Engines { get; } = [];
}
