namespace KentSufficiency.Simulation.LivingCounty;

/// <summary>What somebody asks of the placement service.</summary>
public enum DeskRequest
{
    /// <summary>A child is to live with a household.</summary>
    Place,

    /// <summary>A household is taken off the register, and all who live there need a home tonight.</summary>
    CloseHome,
}

/// <summary>A command to the placement service, carried out in the morning of a day before anything else is resolved.</summary>
/// <param name="Request">What is asked for.</param>
/// <param name="Child">The child's address, where one is concerned.</param>
/// <param name="Household">The household's address.</param>
public readonly record struct DeskCommand(DeskRequest Request, ulong Child, ulong Household);

/// <summary>What became of a command.</summary>
/// <param name="Done">Whether it was carried out.</param>
/// <param name="Words">What happened, or why nothing did, in a sentence.</param>
public readonly record struct CommandOutcome(bool Done, string Words);
