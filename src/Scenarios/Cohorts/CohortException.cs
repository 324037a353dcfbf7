namespace KentSufficiency.Scenarios.Cohorts;

/// <summary>A cohort that was asked for cannot be; the message says why, for whoever asked.</summary>
public sealed class CohortException(string message) : Exception(message);
