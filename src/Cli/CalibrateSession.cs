using KentSufficiency.Scenarios.Calibration;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Cli;

/// <summary>One <c>kent calibrate</c>.</summary>
internal sealed class CalibrateSession(CalibrateRequest request, CommandHost host)
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public int Run(CancellationToken cancellation)
    {
        var library = new ScenarioLibrary(host.Levers(), host.ScenarioDirectory);
        CalibrationProblem problem = CalibrationProblem.KnownOn(
            host.DataDirectory, host.Evidence(), request.Known ?? DateOnly.MaxValue, request.Published, library);
        using OutputFolder folder = OutputFolder.Open(request.Out);
        long started = host.Time.GetTimestamp();
        var calibrator = new Calibrator(problem, host.DataDirectory, request.Threads, folder.ScratchDirectory);
        var progress = new RoundProgress(host.Error, request.Settings.Rounds);
        CalibrationResult result;
        try
        {
            result = calibrator.Run(request.Settings, progress, cancellation);
        }
        catch (OperationCanceledException)
        {
            host.Error.WriteLine("Stopped: nothing is written.");
            return ExitCode.Interrupted;
        }

        CalibrationReport.Write(result, folder);
        new CalibrationTables(host.Output).Tell(result, host.Time.GetElapsedTime(started));
        return ExitCode.Done;
    }

    private sealed class RoundProgress(TextWriter to, int rounds) : IProgress<int>
    {
        public void Report(int value) => to.WriteLine(value <= rounds ? $"round {value} of {rounds} ..." : "the fit ...");
    }
}
