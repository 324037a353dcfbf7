using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Levers;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.Scenarios.Baseline;

/// <summary>
/// Where engines are made: the one place that knows which kernel runs a scenario. Reads the data folder once, when it is first needed; may
/// be used by any number of threads.
/// </summary>
public sealed class EngineCompiler
{
    private readonly Lazy<DataTables> _tables;
    private readonly Lazy<CountyBuilder> _builder;
    private readonly Lazy<LeverCatalogue> _levers;

    /// <summary>Reads nothing yet.</summary>
    /// <param name="dataDirectory">Gives the data folder.</param>
    /// <param name="builder">Gives what compiles the county; null for the assumptions of the data folder.</param>
    public EngineCompiler(Func<string> dataDirectory, Func<CountyBuilder>? builder = null)
    {
        _tables = new Lazy<DataTables>(() => new DataTables(dataDirectory()));
        _builder = new Lazy<CountyBuilder>(builder ?? (() => new CountyBuilder(_tables.Value)));
        _levers = new Lazy<LeverCatalogue>(() => LeverCatalogue.Load(_tables.Value));
    }

    /// <summary>The compiler of the data beside the program, which all of a process share.</summary>
    public static EngineCompiler OfProgram { get; } = new(DataFolder.Locate);

    /// <summary>What a scenario may turn.</summary>
    public LeverCatalogue Levers() => _levers.Value;

    /// <summary>What was observed.</summary>
    public EvidenceLibrary Evidence() => _tables.Value.Evidence;

    /// <summary>Begins to read on another thread what a county will be built from: see <see cref="DataTables.ReadAhead"/>.</summary>
    public void ReadAhead() => _tables.Value.ReadAhead();

    /// <summary>How many assumptions have a range.</summary>
    public int RangedAssumptions() => _builder.Value.RangedAssumptions;

    /// <summary>How many of them come from a posterior sample, together.</summary>
    public int SampledAssumptions() => _builder.Value.SampledAssumptions;

    /// <summary>
    /// Compiles a scenario once, and again for each replication where parameters are drawn; each call of the result makes an engine.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="years">Years from start to horizon.</param>
    /// <param name="mode">Whether each replication draws its parameters.</param>
    /// <exception cref="CountyException">The data, as the scenario changes them, make no county.</exception>
    public Func<SharedReplication, IReplicationEngine> Create(Scenario scenario, int years, ParameterMode mode) => Create(scenario, years, mode, null);

    /// <summary>The same for engines that go on from a county as it stands.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="years">Years from start to horizon.</param>
    /// <param name="mode">Whether each replication draws its parameters.</param>
    /// <param name="from">The county, made with the same start and arrival layers; null to begin with the lead-in.</param>
    /// <exception cref="CountyException">The data, as the scenario changes them, make no county.</exception>
    public Func<SharedReplication, IReplicationEngine> Create(Scenario scenario, int years, ParameterMode mode, CountySnapshot? from)
    {
        CountyParameters parameters = Compile(scenario, years);
        Func<DrawKey, CountyParameters>? draw =
            mode == ParameterMode.Drawn ? _builder.Value.Drawn(scenario, years, parameters) : null;
        return scenario.Covers == ScenarioCoverage.Schools
            ? shared => new SchoolsKernel(parameters, draw, shared)
            : shared => new CountyKernel(parameters, draw, shared, from);
    }

    /// <summary>Compiles a scenario for engines whose assumptions are set before each run; each call of the result makes one.</summary>
    /// <param name="scenario">The scenario; not a validation scenario.</param>
    /// <param name="years">Years from start to horizon.</param>
    /// <param name="schools">False to leave the schools out where there is care as well: it then runs in a fraction of the time.</param>
    /// <exception cref="CountyException">The data, as the scenario changes them, make no county.</exception>
    public Func<SharedReplication, PointEngine> CreateAtPoints(Scenario scenario, int years, bool schools = true)
    {
        bool alone = scenario.Covers == ScenarioCoverage.Schools;
        Func<AssumptionPoint, CountyParameters> compile = _builder.Value.AtPoints(scenario, years, Compile(scenario, years), schools || alone);
        CountyParameters central = compile(new AssumptionPoint(new Dictionary<string, double>()));
        return shared => new PointEngine(central, compile, current => alone
            ? new SchoolsKernel(central, _ => current(), shared)
            : new CountyKernel(central, _ => current(), shared));
    }

    /// <summary>The assumptions with a range that one side of a scenario's county is made from; see <see cref="CountyBuilder.Ranged"/>.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="schools">Whether the school side is meant.</param>
    public IReadOnlyList<Assumption> Ranged(Scenario scenario, bool schools) => _builder.Value.Ranged(scenario, schools);

    /// <summary>Compiles a scenario with the values of the data. What the data lack, or a law refuses, is a matter for whoever wrote the data or the scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="years">Years from start to horizon.</param>
    /// <exception cref="CountyException">The data, as the scenario changes them, make no county.</exception>
    public CountyParameters Compile(Scenario scenario, int years)
    {
        CountyBuilder builder = _builder.Value;
        try
        {
            return builder.Build(scenario, years);
        }
        catch (Exception problem) when (problem is KeyNotFoundException or ArgumentException or NotSupportedException)
        {
            throw new CountyException(scenario.Name, problem);
        }
    }
}
