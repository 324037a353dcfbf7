namespace KentSufficiency.Scenarios.BackCast;

/// <summary>By which score forecasters are compared; of both less is better.</summary>
public enum ScoreKind
{
    /// <summary>The continuous ranked probability score.</summary>
    Crps,

    /// <summary>The interval score of the central 80% interval.</summary>
    Interval80,
}
