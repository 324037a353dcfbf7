namespace KentSufficiency.Scenarios.Output;

/// <summary>The folder for the results cannot be used. The message is written for the one who chose it.</summary>
public sealed class OutputException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="folder">The folder as it was given.</param>
    /// <param name="reason">What is wrong with it, as a clause.</param>
    /// <param name="cause">What the system said, if it said anything.</param>
    public OutputException(string folder, string reason, Exception? cause = null)
        : base($"The folder for the results, {folder}, {reason}.", cause)
    {
    }
}
