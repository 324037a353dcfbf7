namespace KentSufficiency.Scenarios.Fidelity;

/// <summary>A cohort, or what it is to be compared with, cannot be used; the message says why, for whoever asked.</summary>
public sealed class FidelityException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, and what would help.</param>
    public FidelityException(string message)
        : base(message)
    {
    }
}
