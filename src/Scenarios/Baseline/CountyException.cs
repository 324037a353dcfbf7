namespace KentSufficiency.Scenarios.Baseline;

/// <summary>The data, as a scenario changes them, make no county: something is missing, or a law refuses a value.</summary>
/// <param name="scenario">The scenario's name.</param>
/// <param name="cause">What was missing or refused.</param>
public sealed class CountyException(string scenario, Exception cause)
    : Exception($"The data, as {scenario} changes them, make no county. {cause.Message.ReplaceLineEndings(" ")}", cause);
