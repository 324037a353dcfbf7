namespace KentSufficiency.Silo;

/// <summary>
/// A silo or a client cannot be hosted as it was asked for: a port is taken, a database is missing, a schema is of another version.
/// The message is written for the one who asked, says what to do, and holds no secret.
/// </summary>
/// <param name="message">One sentence or two.</param>
/// <param name="cause">What happened underneath; may hold more than the message, so show it for debugging only.</param>
public sealed class HostingException(string message, Exception? cause = null) : Exception(message, cause);
