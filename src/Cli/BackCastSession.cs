using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.Scenarios.Evidence;
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
        if (request.Settings.To <= request.Settings.From)
        {
            throw new InputException($"--to {request.Settings.To:yyyy-MM-dd} must be later than --from {request.Settings.From:yyyy-MM-dd}.");
        }

        long started = host.Time.GetTimestamp();
        var library = new ScenarioLibrary(host.Levers(), host.ScenarioDirectory);
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("kent-backcast-");
        try
        {
            EvidenceLibrary evidence = host.Evidence();
            var run = new BackCastRun(host.DataDirectory, evidence, library, scratch.FullName);
            run.Check(request.Settings);
            ComparedMeasures measures = run.Measures(request.Settings);
            Observations? extra = request.Observed is string file ? ObservationFile.Read(file, measures) : null;
            using BackCastResult result = run.Run(request.Settings, new ProgressLines(host.Error), cancellation);
            ScoreBoard board = BackCastScores.Of(result, evidence, extra, measures);
            using OutputFolder folder = OutputFolder.Open(request.Out);
            BackCastFiles.Write(result, board, BackCastManifest.Of(result, CommandHost.Version, Inputs(), host.Time.GetElapsedTime(started)), folder);
            new BackCastTables(host.Output).Tell(result, board);
            host.Output.WriteLine($"Files in {request.Out}: series.csv, scores.csv, {(result.Estimated is null ? "" : "posterior.csv, estimates.csv, fit.csv, ")}manifest.json");
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            host.Error.WriteLine("Stopped: nothing is written.");
            return ExitCode.Interrupted;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private IReadOnlyList<InputFile> Inputs() =>
        [.. InputFiles.Under(host.DataDirectory, "data"), .. request.Observed is string file ? [ObservedInput(file)] : (IEnumerable<InputFile>)[]];

    private static InputFile ObservedInput(string file) =>
        new(file, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))));
}
