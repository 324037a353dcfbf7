namespace KentSufficiency.Scenarios.Experiments;

/// <summary>
/// What completes replications cannot do so: silos that cannot be reached or refuse, a store that is full, results that are not the same when
/// computed twice. Nothing is said about the model. The message is a sentence with a remedy.
/// </summary>
public sealed class EngineException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="cause">What was thrown, if anything.</param>
    public EngineException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
