using KentSufficiency.Scenarios.Calibration;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Cli;

/// <summary>One <c>kent calibrate</c>.</summary>
internal sealed class CalibrateSession(CalibrateRequest request, CommandHost host)
{
    private const double RecoveredLevel = 0.8;

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
        try
        {
            if (request.Recover > 0)
            {
                Tell(RecoveryStudy.Run(calibrator, request.Settings, request.Recover, RecoveredLevel, cancellation));
                return ExitCode.Done;
            }

            CalibrationResult result = calibrator.Run(request.Settings, progress, cancellation);
            CalibrationReport.Write(result, folder);
            new CalibrationTables(host.Output).Tell(result, host.Time.GetElapsedTime(started));
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            host.Error.WriteLine("Stopped: nothing is written.");
            return ExitCode.Interrupted;
        }
    }

    private void Tell(RecoveryResult result)
    {
        host.Output.WriteLine($"{result.Counties:#,0} counties simulated from the prior, {result.Cases / result.Counties:#,0} assumptions each");
        host.Output.WriteLine($"80% intervals held the truth in {result.Share:0.0%} of {result.Cases:#,0} cases");
        host.Output.WriteLine($"where something was learnt: {result.LearntShare:0.0%} of {result.Learnt:#,0} cases");
        host.Output.WriteLine($"mean distance of the median from the truth: {result.MeanError:0.00} of the prior's");
    }

    private sealed class RoundProgress(TextWriter to, int rounds) : IProgress<int>
    {
        public void Report(int value) => to.WriteLine(value <= rounds ? $"round {value} of {rounds} ..." : "the fit ...");
    }
}
