using System.Text;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.Scenarios.Report;

namespace KentSufficiency.Cli;

/// <summary>The report at the end of a run. The run's numbers are worth more than it: should it fail, they are kept and its reason is told.</summary>
internal sealed class RunReport(CommandHost host)
{
    /// <summary>The files written.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>Writes the report from the files of the run.</summary>
    public void Write(OutputFolder folder, RunManifest manifest) => Write(folder, data => ReportFile.Compose(folder.Path, manifest, data));

    /// <summary>Writes the report of a complete run again, with what has come to its folder since.</summary>
    public void WriteAgain(OutputFolder folder) => Write(folder, data => ReportFile.Compose(folder.Path, data));

    private void Write(OutputFolder folder, Func<ReportData, ReportDocument> compose)
    {
        string page;
        try
        {
            page = HtmlReport.Render(compose(ReportData.Load(host.Levers(), DataFolder.Locate())), ChartBundle.Find());
        }
#pragma warning disable CA1031 // Hours of simulation must not be lost to a sentence that could not be made.
        catch (Exception problem) when (problem is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            host.Error.WriteLine($"The report could not be made; all else is there, and kent report tries again. {(host.Debug ? problem : problem.Message)}");
            return;
        }

        folder.Write(ReportFile.Name, stream => stream.Write(Encoding.UTF8.GetBytes(page)));
        Names = [ReportFile.Name];
    }
}
