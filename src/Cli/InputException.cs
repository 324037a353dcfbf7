namespace KentSufficiency.Cli;

/// <summary>What was asked for cannot be done as it was asked. The message is written for the one who asked.</summary>
internal sealed class InputException(string message, Exception? cause = null) : Exception(message, cause);
