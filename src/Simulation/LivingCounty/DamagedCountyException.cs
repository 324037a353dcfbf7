namespace KentSufficiency.Simulation.LivingCounty;

/// <summary>What a living county kept does not fit together.</summary>
/// <param name="message">What does not fit; names the entity.</param>
public sealed class DamagedCountyException(string message) : Exception(message);
