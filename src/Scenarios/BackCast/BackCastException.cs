namespace KentSufficiency.Scenarios.BackCast;

/// <summary>A back-cast that cannot be made of what was known; the message is for the one who asked for it.</summary>
public sealed class BackCastException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is missing or wrong, and what would help.</param>
    public BackCastException(string message)
        : base(message)
    {
    }
}
