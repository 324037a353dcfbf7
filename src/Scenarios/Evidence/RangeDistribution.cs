namespace KentSufficiency.Scenarios.Evidence;

/// <summary>The distribution whose central 90% runs from an assumption's low to its high.</summary>
public enum RangeDistribution
{
    /// <summary>Exact: an observed count, a legal number. There is no low and no high.</summary>
    None,

    /// <summary>The log-odds are normal. For shares, strictly between 0 and 1.</summary>
    LogitNormal,

    /// <summary>The logarithm is normal. For positive quantities.</summary>
    LogNormal,
}
