using System.Reflection;
using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Levers;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;

namespace KentSufficiency.Cli;

/// <summary>
/// Makes, for a scenario, a number of years and whether parameters are drawn, the maker of its engines: the first may read files, the second is called for each thread.
/// </summary>
internal delegate Func<SharedReplication, IReplicationEngine> EngineFactory(Scenario scenario, int years, ParameterMode parameters);

/// <summary>All that the commands touch outside themselves, so that tests can run them in their own process.</summary>
internal sealed record CommandHost
{
    /// <summary>Results.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Progress and complaints.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>What simulates.</summary>
    public required EngineFactory CreateEngine { get; init; }

    /// <summary>What can complete replications, by the name for --engine.</summary>
    public IReadOnlyDictionary<string, EngineMaker> Engines { get; init; } = EngineChoice.LocalOnly;

    /// <summary>What compiles the county for a screening of assumptions.</summary>
    public EngineCompiler Compiler { get; init; } = EngineCompiler.OfProgram;

    /// <summary>What scenarios may turn.</summary>
    public required Func<LeverCatalogue> Levers { get; init; }

    /// <summary>What was observed.</summary>
    public required Func<EvidenceLibrary> Evidence { get; init; }

    /// <summary>Begins to read what a county will be built from, on another thread.</summary>
    public Action ReadAhead { get; init; } = () => { };

    /// <summary>How many assumptions have a range.</summary>
    public required Func<int> RangedAssumptions { get; init; }

    /// <summary>How many of them come from a posterior sample of the data folder, together.</summary>
    public Func<int> SampledAssumptions { get; init; } = () => 0;

    /// <summary>The folder of shipped scenarios.</summary>
    public required string ScenarioDirectory { get; init; }

    /// <summary>The folder of data files, told in the manifest.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The folder that relative paths of new files start from.</summary>
    public string CurrentDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>Measures how long things take.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Shows stack traces (the environment variable KENT_DEBUG is 1).</summary>
    public bool Debug { get; init; }

    /// <summary>The product's version.</summary>
    public static string Version { get; } =
        typeof(CommandHost).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>The host of the real program.</summary>
    public static CommandHost OfProcess() => new()
    {
        Output = Console.Out,
        Error = Console.Error,
        CreateEngine = EngineCompiler.OfProgram.Create,
        Engines = OrleansParts.Engines,
        Levers = EngineCompiler.OfProgram.Levers,
        Evidence = EngineCompiler.OfProgram.Evidence,
        ReadAhead = EngineCompiler.OfProgram.ReadAhead,
        RangedAssumptions = EngineCompiler.OfProgram.RangedAssumptions,
        SampledAssumptions = EngineCompiler.OfProgram.SampledAssumptions,
        ScenarioDirectory = Path.Combine(AppContext.BaseDirectory, "scenarios"),
        DataDirectory = Path.Combine(AppContext.BaseDirectory, "data"),
        Debug = Environment.GetEnvironmentVariable("KENT_DEBUG") == "1",
    };
}
