namespace KentSufficiency.Scenarios.Alignment;

/// <summary>A file of totals breaks a rule, or one of its totals cannot be met. The message is written for the author of the file.</summary>
/// <param name="message">Where, and what is wrong.</param>
public sealed class AlignmentException(string message) : Exception(message);
