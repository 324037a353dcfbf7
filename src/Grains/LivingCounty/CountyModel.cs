using System.Collections.Concurrent;
using KentSufficiency.Grains.Experiments;
using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>A living county's definition, compiled: what its grains need to run their rules. Immutable.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Parameters">What the rules run on.</param>
public sealed record CountyModel(CountyDefinition Definition, CountyParameters Parameters)
{
    /// <summary>Seed and replication.</summary>
    public DrawKey Key { get; } = new(Definition.Seed, 0);

    /// <summary>The conditions of a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="unaccompanied">Unaccompanied children looked after on the evening before.</param>
    public Today On(int day, int unaccompanied) => new(day, Date(day).Month, unaccompanied, Parameters.RatesOn(day));

    /// <summary>The date of a day.</summary>
    public DateOnly Date(int day) => Parameters.Start.AddDays(day);
}

/// <summary>Compiles definitions.</summary>
public interface ICountyCompiler
{
    /// <summary>What the rules of a county run on.</summary>
    CountyParameters Compile(CountyDefinition definition);
}

/// <summary>Compiles with the data beside the program.</summary>
/// <param name="compiler">Reads the data.</param>
public sealed class CountyCompiler(EngineCompiler compiler) : ICountyCompiler
{
    /// <inheritdoc/>
    /// <exception cref="ScenarioException">The scenario breaks a rule.</exception>
    /// <exception cref="CountyException">The data, as the scenario changes them, make no county.</exception>
    /// <exception cref="InvalidDataException">The county was made with other data.</exception>
    public CountyParameters Compile(CountyDefinition definition)
    {
        string here = ModelIdentity.OfProgram().DataHash;
        return here == definition.DataHash
            ? compiler.Compile(definition.Scenario.ReadBy(new ScenarioLibrary(compiler.Levers())), definition.Years)
            : throw new InvalidDataException(
                "The living county was made with other data than those beside this program. Its days can only go on with the data they began with.");
    }
}

/// <summary>The compiled counties of a silo, each compiled once. Thread-safe.</summary>
/// <param name="compiler">Compiles.</param>
public sealed class CountyModels(ICountyCompiler compiler)
{
    private readonly ConcurrentDictionary<string, Task<CountyModel>> _models = new(StringComparer.Ordinal);

    /// <summary>The model of a twin; asks its county when this silo has not seen it yet.</summary>
    /// <param name="twin">The twin's name.</param>
    /// <param name="grains">Finds the county.</param>
    /// <exception cref="InvalidOperationException">There is no such county.</exception>
    public ValueTask<CountyModel> OfAsync(string twin, IGrainFactory grains) =>
        _models.TryGetValue(twin, out Task<CountyModel>? known) && known.IsCompletedSuccessfully
            ? new ValueTask<CountyModel>(known.Result)
            : new ValueTask<CountyModel>(AskAsync(twin, grains));

    /// <summary>Compiles a definition and keeps the result under the twin's name.</summary>
    public CountyModel Keep(string twin, CountyDefinition definition)
    {
        var model = new CountyModel(definition, compiler.Compile(definition));
        _models[twin] = Task.FromResult(model);
        return model;
    }

    private async Task<CountyModel> AskAsync(string twin, IGrainFactory grains)
    {
        CountyDefinition definition = await grains.GetGrain<ICountyGrain>(CountyKeys.County(twin)).GetDefinition()
            ?? throw new InvalidOperationException($"There is no living county {twin}.");
        return Keep(twin, definition);
    }
}
