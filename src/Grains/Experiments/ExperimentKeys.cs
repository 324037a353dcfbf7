namespace KentSufficiency.Grains.Experiments;

/// <summary>
/// The keys of grains. Each begins with a word that is no hexadecimal number, since the database takes a key that looks like one for that number,
/// and "ff" for "FF".
/// </summary>
public static class ExperimentKeys
{
    /// <summary>The key of the one grain that knows all experiments.</summary>
    public const string Directory = "directory/experiments";

    private const string ExperimentPrefix = "experiment/";

    /// <summary>The key of an experiment.</summary>
    /// <param name="id">Its <see cref="ExperimentSpec.Id"/>.</param>
    public static string Experiment(string id) => ExperimentPrefix + id;

    /// <summary>The id of the experiment with a key.</summary>
    public static string IdOf(string key) => key[ExperimentPrefix.Length..];

    /// <summary>The key of a batch.</summary>
    /// <param name="id">The experiment's id.</param>
    /// <param name="attempt">How often the experiment has been computed before.</param>
    /// <param name="range">Its replications.</param>
    public static string Batch(string id, int attempt, BatchRange range) => $"batch/{id}/{attempt}/{range.First}-{range.Count}";
}
