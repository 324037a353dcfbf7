namespace KentSufficiency.Scenarios.Report;

/// <summary>A folder of results cannot be read. The message is written for the one who named it.</summary>
public sealed class ResultsException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="place">The folder as it was given, or a file in it with the line.</param>
    /// <param name="reason">What is wrong with it, as a clause.</param>
    /// <param name="cause">What was found out first, if anything.</param>
    public ResultsException(string place, string reason, Exception? cause = null)
        : base($"{place} {reason}.", cause)
    {
    }
}
