namespace KentSufficiency.Scenarios.Experiments;

/// <summary>Where the replications of an experiment take the values of the assumptions from.</summary>
public enum ParameterMode
{
    /// <summary>Every replication takes the values of the data: only chance differs between replications.</summary>
    Fixed,

    /// <summary>Every replication draws the ranged assumptions from their distributions, the same draw in all scenarios.</summary>
    Drawn,
}
