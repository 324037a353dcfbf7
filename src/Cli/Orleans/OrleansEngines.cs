using KentSufficiency.Grains.Experiments;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Silo;
using KentSufficiency.Silo.Experiments;
using KentSufficiency.Silo.Storage;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Cli.Orleans;

/// <summary>The engines for --engine.</summary>
internal static class OrleansEngines
{
    /// <summary>All engines, by name.</summary>
    public static IReadOnlyDictionary<string, EngineMaker> All { get; } = new Dictionary<string, EngineMaker>(EngineChoice.LocalOnly)
    {
        [SiloEngine.EngineName] = (order, host) => new HostedEngine(MakeSilo(order, host)),
        [ClusterEngine.EngineName] = (order, host) => new HostedEngine(MakeCluster(order, host)),
    };

    /// <summary>Where experiments of silos in this process are kept.</summary>
    public static ExperimentFolder FolderOf(string? data, CommandHost host) =>
        new(data is null ? null : Path.Combine(host.CurrentDirectory, data), host.Time);

    /// <summary>How to reach a cluster.</summary>
    /// <exception cref="InputException">The environment names no database.</exception>
    public static ClientSettings ClusterOf(string name, CommandHost host)
    {
        try
        {
            return new ClientSettings { Cluster = name, PostgreSql = PostgreSqlConnection.FromEnvironment(), Log = host.Error };
        }
        catch (HostingException problem)
        {
            throw new InputException(problem.Message, problem);
        }
    }

    private static SiloEngine MakeSilo(EngineOrder order, CommandHost host)
    {
        ExperimentSpec spec = SpecOf(order);
        return new SiloEngine(FolderOf(order.Request.Data, host), spec)
        {
            Log = host.Error,
            Time = host.Time,
            Resumed = brought => TellResumed(spec, brought, host),
        };
    }

    private static ClusterEngine MakeCluster(EngineOrder order, CommandHost host)
    {
        ExperimentSpec spec = SpecOf(order);
        return new ClusterEngine(ClusterOf(order.Request.Cluster!, host), spec) { Resumed = brought => TellResumed(spec, brought, host) };
    }

    private static void TellResumed(ExperimentSpec spec, int brought, CommandHost host) =>
        host.Error.WriteLine($"Going on with unfinished experiment {spec.Id}: {brought:#,0} replications are there already.");

    private static ExperimentSpec SpecOf(EngineOrder order)
    {
        var model = ModelIdentity.OfProgram();
        return new ExperimentSpec
        {
            Scenarios = [.. order.Scenarios.Select(ScenarioText.Of)],
            DataHash = model.DataHash,
            Version = model.Version,
            Years = order.Years,
            DrawsParameters = order.Mode == ParameterMode.Drawn,
            Audit = order.Request.Audit,
            Seed = order.Request.Seed,
        };
    }

    /// <summary>Lets what is wrong with a port, a folder or a cluster be told as wrong input.</summary>
    private sealed class HostedEngine(IExperimentEngine inner) : IExperimentEngine
    {
        public string Name => inner.Name;

        public IReplicationRunner Open(
            ExperimentPlan plan, IReadOnlyList<IReplicationEngine> engines, IResultSink sink, IProgress<ExperimentProgress>? progress)
        {
            try
            {
                return inner.Open(plan, engines, sink, progress);
            }
            catch (HostingException problem)
            {
                throw new InputException(problem.Message, problem);
            }
        }
    }
}
