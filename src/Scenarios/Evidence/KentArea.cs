namespace KentSufficiency.Scenarios.Evidence;

/// <summary>The four areas in which the council groups its districts.</summary>
public enum KentArea
{
    /// <summary>Canterbury, Swale and Thanet.</summary>
    East,

    /// <summary>Dartford, Gravesham and Sevenoaks.</summary>
    North,

    /// <summary>Ashford, Dover, and Folkestone and Hythe.</summary>
    South,

    /// <summary>Maidstone, Tonbridge and Malling, and Tunbridge Wells.</summary>
    West,
}
