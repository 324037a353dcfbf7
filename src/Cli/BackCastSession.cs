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
            using BackCastResult result = run.Run(request.Settings, new Words(host.Error), cancellation);
            BackCastFiles.Write(result, folder);
        }
        catch (OperationCanceledException)
        {
            host.Error.WriteLine("Stopped: nothing is written.");
            return ExitCode.Interrupted;
        }

        return ExitCode.Done;
    }

    private sealed class Words(TextWriter to) : IProgress<string>
    {
        public void Report(string value) => to.WriteLine(value);
    }
}
