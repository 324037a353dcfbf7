namespace KentSufficiency.Scenarios.Ssda903;

/// <summary>A rule of the Department that is not checked.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Meaning">What it looks for.</param>
/// <param name="Reason">Why it is not checked.</param>
public sealed record UncheckedRule(string Number, string Meaning, string Reason);
