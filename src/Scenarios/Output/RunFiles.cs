using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Statistics;

namespace KentSufficiency.Scenarios.Output;

/// <summary>Writes all files of a run, in the order that makes the manifest the last.</summary>
public static class RunFiles
{
    /// <summary>Writes the files.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="results">What was measured; at least one replication.</param>
    /// <param name="ranking">The ranking, or null where there is nothing to rank.</param>
    /// <param name="events">The events of replication 0, or null where they were not asked for.</param>
    /// <param name="threads">Threads to compute statistics with; the files do not depend on it.</param>
    /// <param name="manifest">Composes the manifest, given the digest. Called when all files but the report are complete.</param>
    /// <param name="report">Writes the report of the files so far, given the manifest; null for none.</param>
    /// <returns>What the horizon looks like, and the digest, for a short report.</returns>
    /// <exception cref="IOException">A file cannot be written; the folder then holds no manifest.</exception>
    public static (IReadOnlyList<HorizonRow> Horizon, string Digest) Write(
        OutputFolder folder,
        ExperimentResults results,
        Ranking? ranking,
        EventFiles? events,
        int threads,
        Func<string, RunManifest> manifest,
        Action<RunManifest>? report = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(results.Replications, nameof(results));
        Task<string> digest = Task.Run(results.ComputeDigest);
        folder.Write(SeriesFile.Name, stream => SeriesFile.Write(stream, results.Scenarios, threads));
        IReadOnlyList<HorizonRow> horizon = HorizonComparison.Of(results.Scenarios);
        folder.Write(SummaryFile.Name, stream => SummaryFile.Write(stream, horizon, results.Scenarios[0].Dates[^1]));
        if (DeficitCalendar.IsIn(results.Scenarios[0]))
        {
            folder.Write(DeficitsFile.Name, stream => DeficitsFile.Write(stream, results.Scenarios.SelectMany(DeficitCalendar.Of)));
        }

        if (ranking is not null)
        {
            folder.Write(RankingFile.Name, stream => RankingFile.Write(stream, ranking, results.Scenarios[0].Dates[^1]));
        }

        if (events is not null)
        {
            folder.Write(EventFiles.Name, events.CopyTo);
            events.WriteEpisodes(folder);
        }

        string fingerprint = digest.GetAwaiter().GetResult();
        RunManifest told = manifest(fingerprint);
        report?.Invoke(told);
        folder.Write(OutputFolder.ManifestName, told.Write);
        return (horizon, fingerprint);
    }
}
