using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Grains.Experiments;

/// <summary>Makes the scenarios of an experiment ready to run. Used by any thread.</summary>
public interface IExperimentCompiler
{
    /// <summary>The scenarios in order, each with what makes its engines.</summary>
    IReadOnlyList<PlannedScenario> Compile(ExperimentSpec spec);
}

/// <summary>Compiles with the data beside the program.</summary>
/// <param name="compiler">Reads the data.</param>
public sealed class ExperimentCompiler(EngineCompiler compiler) : IExperimentCompiler
{
    /// <inheritdoc/>
    /// <exception cref="ScenarioException">A scenario breaks a rule.</exception>
    /// <exception cref="CountyException">The data, as a scenario changes them, make no county.</exception>
    public IReadOnlyList<PlannedScenario> Compile(ExperimentSpec spec)
    {
        var library = new ScenarioLibrary(compiler.Levers());
        ParameterMode mode = spec.DrawsParameters ? ParameterMode.Drawn : ParameterMode.Fixed;
        return [.. spec.Scenarios.Select(text => new PlannedScenario(text.Name, compiler.Create(text.ReadBy(library), spec.Years, mode)))];
    }
}
