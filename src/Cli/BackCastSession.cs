using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Cli;

/// <summary>One <c>kent backcast</c>.</summary>
internal sealed class BackCastSession(BackCastRequest request, CommandHost host)
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public int Run(CancellationToken cancellation)
    {
        var library = new ScenarioLibrary(host.Levers(), host.ScenarioDirectory);
        using OutputFolder folder = OutputFolder.Open(request.Out);
        var run = new BackCastRun(host.DataDirectory, host.Evidence(), library, folder.ScratchDirectory);
        try
        {
            using BackCastResult result = run.Run(request.Settings, new ProgressLines(host.Error), cancellation);
            ComparedMeasures measures = ComparedMeasures.Load(host.DataDirectory, result.Results.Scenarios[0].Measures);
            Observations? extra = request.Observed is string file ? ObservationFile.Read(file, measures) : null;
            ScoreBoard board = BackCastScores.Of(result, host.Evidence(), extra, measures);
            BackCastFiles.Write(result, board, folder);
            host.Output.WriteLine(MarkdownTables.Wins(board));
            host.Output.WriteLine(MarkdownTables.Coverage(board, request.Settings.Calibration.Seed));
            host.Output.WriteLine(MarkdownTables.ByMeasure(board, request.Settings.From));
        }
        catch (OperationCanceledException)
        {
            host.Error.WriteLine("Stopped: nothing is written.");
            return ExitCode.Interrupted;
        }

        return ExitCode.Done;
    }
}
