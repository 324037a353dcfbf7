using KentSufficiency.Scenarios.Calibration;
using KentSufficiency.Scenarios.Output;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>The files of a back-cast.</summary>
public static class BackCastFiles
{
    /// <summary>Writes the ensemble, its scores, what was estimated for it, and last the manifest.</summary>
    /// <param name="result">The back-cast.</param>
    /// <param name="board">Its scores.</param>
    /// <param name="manifest">What it was made from.</param>
    /// <param name="folder">Where to.</param>
    public static void Write(BackCastResult result, ScoreBoard board, BackCastManifest manifest, OutputFolder folder)
    {
        folder.Write(SeriesFile.Name, stream => SeriesFile.Write(stream, result.Results.Scenarios, result.Settings.Threads));
        folder.Write(ScoresFile.Name, stream => ScoresFile.Write(stream, board));
        if (result.Estimated is not null)
        {
            CalibrationReport.Write(result.Estimated, folder);
        }

        folder.Write(OutputFolder.ManifestName, manifest.Write);
    }
}
