using KentSufficiency.Scenarios.Cohorts;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Cli;

/// <summary>One <c>kent cohort</c>.</summary>
internal sealed class CohortSession(CohortAsked asked, CommandHost host)
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public int Run(CancellationToken cancellation)
    {
        var writer = new CohortWriter(host.DataDirectory, new ScenarioLibrary(host.Levers(), host.ScenarioDirectory), CommandHost.Version);
        long started = host.Time.GetTimestamp();
        try
        {
            CohortSummary written = writer.Write(asked.Order, asked.Out, asked.Threads, cancellation);
            Tell(written, host.Time.GetElapsedTime(started));
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            host.Error.WriteLine("Stopped: nothing is written.");
            return ExitCode.Interrupted;
        }
    }

    private void Tell(CohortSummary written, TimeSpan took)
    {
        CohortRequest request = asked.Order.Request;
        string counties = written.Replications == 1 ? "one simulated county" : $"{written.Replications:#,0} simulated counties";
        string care = asked.Order.Format == CohortFormat.Ssda903 ? "looked after at some time" : $"{written.InCare:#,0} of them looked after at some time";
        host.Output.WriteLine($"{written.Children:#,0} synthetic children of {counties}, {care} from {request.From:yyyy-MM-dd} to {request.AsOf:yyyy-MM-dd}");
        host.Output.WriteLine($"{written.Tables.Sum(table => table.Rows):#,0} rows of {written.Tables.Count:#,0} tables in {asked.Out}, in {took.TotalSeconds:0.0} s");
        host.Output.WriteLine("No record is of a real person, and none was made from one.");
    }
}
