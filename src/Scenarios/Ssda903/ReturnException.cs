namespace KentSufficiency.Scenarios.Ssda903;

/// <summary>A folder that holds no return, or a file of it that cannot be read as one; the message is for the one who wrote it.</summary>
public sealed class ReturnException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The file, what is wrong and what is expected.</param>
    public ReturnException(string message)
        : base(message)
    {
    }
}
