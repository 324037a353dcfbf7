using KentSufficiency.Scenarios.Output;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>The files of a back-cast.</summary>
public static class BackCastFiles
{
    /// <summary>Writes the ensemble and its scores.</summary>
    /// <param name="result">The back-cast.</param>
    /// <param name="board">Its scores.</param>
    /// <param name="folder">Where to.</param>
    public static void Write(BackCastResult result, ScoreBoard board, OutputFolder folder)
    {
        folder.Write(SeriesFile.Name, stream => SeriesFile.Write(stream, result.Results.Scenarios, result.Settings.Threads));
        folder.Write(ScoresFile.Name, stream => ScoresFile.Write(stream, board));
    }
}
