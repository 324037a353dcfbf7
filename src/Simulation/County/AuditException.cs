namespace KentSufficiency.Simulation.County;

/// <summary>A conservation law was broken: a defect of the program, never of its input.</summary>
public sealed class AuditException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="date">The simulated date on which the law was found broken.</param>
    /// <param name="law">The law and what was found, in one sentence.</param>
    public AuditException(DateOnly date, string law)
        : base($"Audit failed on {date:yyyy-MM-dd}: {law}")
    {
        Date = date;
    }

    /// <summary>The simulated date on which the law was found broken.</summary>
    public DateOnly Date { get; }
}
