using System.CommandLine;
using System.Text;
using KentSufficiency.Scenarios.Comparison;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Report;

namespace KentSufficiency.Cli;

/// <summary><c>kent report</c> and <c>kent compare</c>: what is done with the results of runs that are over.</summary>
internal sealed class ResultsCommands(CommandHost host)
{
    private const string Html = "html";
    private const string Markdown = "md";

    /// <summary>Builds <c>kent report</c>.</summary>
    public Command BuildReport()
    {
        var folder = new Argument<string>("DIR") { Description = "A folder of results, as kent run left it." };
        var format = new Option<string>("--format")
        {
            Description = "html for one page with charts, md for the text of a committee paper.",
            HelpName = "html|md",
            DefaultValueFactory = _ => Html,
        };
        format.AcceptOnlyFromAmong(Html, Markdown);
        var file = new Option<string?>("--out") { Description = "The file to write [default: report.html or report.md in DIR]; replaced if it is there.", HelpName = "FILE" };
        var command = new Command("report", "Write the report of a run again, from its saved results.") { folder, format, file };
        command.SetAction(parsed => Report(parsed.GetValue(folder)!, parsed.GetValue(format)!, parsed.GetValue(file)));
        return command;
    }

    /// <summary>Builds <c>kent compare</c>.</summary>
    public Command BuildCompare()
    {
        var first = new Argument<string>("DIR") { Description = "A folder of results." };
        var second = new Argument<string>("OTHER") { Description = "The folder of results to compare it with." };
        var command = new Command("compare", "Say what differs between two runs: what they were made from, and what came of it.") { first, second };
        command.SetAction(parsed => Compare(parsed.GetValue(first)!, parsed.GetValue(second)!));
        return command;
    }

    private int Report(string folder, string format, string? file)
    {
        var data = ReportData.Load(host.Levers(), DataFolder.Locate());
        ReportDocument report = ReportFile.Compose(In(folder), data);
        string? charts = ChartBundle.Find();
        string text = format == Markdown ? MarkdownReport.Render(report) : HtmlReport.Render(report, charts);
        string shown = file ?? Path.Combine(folder, format == Markdown ? "report.md" : ReportFile.Name);
        try
        {
            Write(In(shown), text);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new InputException($"{shown} cannot be written: choose another with --out.", problem);
        }

        host.Output.WriteLine($"{shown} is written ({Math.Ceiling(Encoding.UTF8.GetByteCount(text) / 1000.0):#,0} kB).");
        if (format == Html && charts is null)
        {
            host.Output.WriteLine(ChartBundle.WhyMissing);
        }

        return ExitCode.Done;
    }

    private int Compare(string first, string second)
    {
        var comparison = RunComparison.Of(SavedRunReader.Read(In(first), _ => false), SavedRunReader.Read(In(second), _ => false));
        new ComparisonText(comparison, first, second).Write(host.Output);
        return ExitCode.Done;
    }

    /// <summary>Written beside its name first, so that a report that is there is whole.</summary>
    internal static void Write(string path, string text)
    {
        string temporary = path + ".partial";
        try
        {
            File.WriteAllText(temporary, text);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private string In(string path) => Path.Combine(host.CurrentDirectory, path);
}
