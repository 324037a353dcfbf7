using KentSufficiency.Simulation.LivingCounty;

namespace KentSufficiency.Grains.LivingCounty.Surrogates;

/// <summary>What became of a command on its way between silos.</summary>
[GenerateSerializer]
[Alias("kent.CommandOutcome")]
internal struct CommandOutcomeSurrogate
{
    [Id(0)]
    public bool Done;

    [Id(1)]
    public string Words;
}

/// <summary>Turns what became of a command into what travels, and back.</summary>
[RegisterConverter]
internal sealed class CommandOutcomeConverter : IConverter<CommandOutcome, CommandOutcomeSurrogate>
{
    /// <inheritdoc/>
    public CommandOutcome ConvertFromSurrogate(in CommandOutcomeSurrogate surrogate) => new(
        surrogate.Done,
        surrogate.Words);

    /// <inheritdoc/>
    public CommandOutcomeSurrogate ConvertToSurrogate(in CommandOutcome value) => new()
    {
        Done = value.Done,
        Words = value.Words,
    };
}
