using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Cli;

/// <summary>What an engine may need to know of a run.</summary>
internal sealed record EngineOrder
{
    /// <summary>What was asked for.</summary>
    public required RunRequest Request { get; init; }

    /// <summary>The scenarios, the baseline first.</summary>
    public required IReadOnlyList<Scenario> Scenarios { get; init; }

    /// <summary>Years from start to horizon.</summary>
    public required int Years { get; init; }

    /// <summary>Whether parameters are drawn.</summary>
    public required ParameterMode Mode { get; init; }
}

/// <summary>Makes an engine for a run; nothing is started before it is used.</summary>
internal delegate IExperimentEngine EngineMaker(EngineOrder order, CommandHost host);

/// <summary>Which engine runs.</summary>
internal static class EngineChoice
{
    /// <summary>Leaves the choice to the program.</summary>
    public const string Auto = "auto";

    private const string Silo = "silo";

    /// <summary>What every build has.</summary>
    public static IReadOnlyDictionary<string, EngineMaker> LocalOnly { get; } =
        new Dictionary<string, EngineMaker> { [LocalEngine.EngineName] = (_, _) => new LocalEngine() };

    /// <summary>Makes the engine that a run asks for.</summary>
    /// <exception cref="InputException">This build has no such engine.</exception>
    public static IExperimentEngine Make(EngineOrder order, CommandHost host)
    {
        string usual = host.Engines.ContainsKey(Silo) ? Silo : LocalEngine.EngineName;
        string name = order.Request.Engine == Auto ? usual : order.Request.Engine;
        return host.Engines.TryGetValue(name, out EngineMaker? make)
            ? make(order, host)
            : throw new InputException($"--engine {name} is missing: {OrleansParts.WhyMissing}");
    }
}
