namespace KentSufficiency.Simulation.CareSchools;

/// <summary>How children in care and children at school are the same children. Immutable.</summary>
public sealed class CareSchoolRates
{
    /// <summary>
    /// Share of residents, the most vulnerable first, among whom children without a plan who enter care are found; 0 to 1. The same in all
    /// regimes; 0 links nobody.
    /// </summary>
    public required double KnownShare { get; init; }

    /// <summary>The same share of residents with a plan; at least <see cref="KnownShare"/>.</summary>
    public required double KnownWithPlanShare { get; init; }

    /// <summary>Miles from a placement within which a primary school is kept.</summary>
    public required double KeepsPrimaryMiles { get; init; }

    /// <summary>Miles from a placement within which a secondary school is kept.</summary>
    public required double KeepsSecondaryMiles { get; init; }

    /// <summary>Share of children of school age who have a plan when they enter care, by level of need 0 to 3.</summary>
    public required double[] PlanShare { get; init; }

    /// <summary>Share of plans of children in care that can lead to a residential school; above 0.</summary>
    public required double ResidentialPlanShare { get; init; }
}
