using System.Text;
using KentSufficiency.Scenarios.Fidelity;
using KentSufficiency.Scenarios.Fidelity.Page;
using KentSufficiency.Scenarios.Report;

namespace KentSufficiency.Cli;

/// <summary>One <c>kent fidelity</c>.</summary>
internal sealed class FidelitySession(FidelityAsked asked, CommandHost host)
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit code: a cohort that is far from what was published is no failure.</returns>
    public int Run()
    {
        string page = Path.GetFullPath(asked.Out, host.CurrentDirectory);
        HoldOutside(page, asked.Folder);
        if (asked.Against is string other)
        {
            HoldOutside(page, other);
        }

        FidelityResult result = new FidelityStudy(host.DataDirectory).Run(asked.Folder, asked.Against, host.CurrentDirectory);
        string? charts = ChartBundle.Find();
        string text = HtmlReport.Render(FidelityPage.Compose(result), charts);
        try
        {
            ResultsCommands.Write(page, text);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new InputException($"{asked.Out} cannot be written: choose another with --out.", problem);
        }

        new FidelityTable(host.Output).Tell(result);
        host.Output.WriteLine($"{asked.Out} is written ({Math.Ceiling(Encoding.UTF8.GetByteCount(text) / 1000.0):#,0} kB).");
        if (charts is null)
        {
            host.Output.WriteLine(ChartBundle.WhyMissing);
        }

        return ExitCode.Done;
    }

    /// <summary>The files of a cohort are listed with their hashes: one more would make it another.</summary>
    private void HoldOutside(string page, string folder)
    {
        string cohort = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder, host.CurrentDirectory));
        if (page == cohort || page.StartsWith(cohort + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new InputException($"{asked.Out} lies in {folder}, whose files are told in its manifest: choose another place with --out.");
        }
    }
}
