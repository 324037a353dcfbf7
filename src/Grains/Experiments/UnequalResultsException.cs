namespace KentSufficiency.Grains.Experiments;

/// <summary>The same batch was computed twice with unequal results, which the design rules out: none of its experiment can be trusted.</summary>
public sealed class UnequalResultsException(string message) : Exception(message);
