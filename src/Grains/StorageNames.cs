namespace KentSufficiency.Grains;

/// <summary>The stores that grains keep their state in; the host decides what stands behind each.</summary>
public static class StorageNames
{
    /// <summary>The living county: JSON, a record an entity.</summary>
    public const string County = "county";

    /// <summary>Experiments and the results of their batches: one binary payload a record.</summary>
    public const string Experiments = "experiments";
}
