namespace KentSufficiency.Silo.LivingCounty;

/// <summary>What was asked of a living county cannot be done. The message is one sentence or two for the one who asked, says what to do, and holds no secret.</summary>
/// <param name="message">The message.</param>
/// <param name="isFailure">Whether something broke, rather than that it was asked for wrongly or at the wrong time.</param>
/// <param name="cause">What happened underneath.</param>
public sealed class TwinException(string message, bool isFailure = false, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Whether something broke: a process that ended, a day that could not be lived.</summary>
    public bool IsFailure { get; } = isFailure;
}
