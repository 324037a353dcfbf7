using KentSufficiency.ScenariosTests.Report;
using Xunit.Abstractions;

namespace KentSufficiency.EndToEndTests;

/// <summary>
/// The report in a real browser, as large as it gets: all shipped scenarios, five years, costs, districts and schools, and a title that would do harm
/// were it markup. What is looked at is told in tests/Report.Browser/check.mjs; times are printed and not judged.
/// </summary>
public sealed class ReportBrowserTests(ITestOutputHelper output)
{
    private const int MostBytes = 3_000_000;
    private const string Harm = "<script>window.close()</script><img src=https://example.org/x>";

    /// <summary>The accessibility rules look at every cell of every table, twice.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4);

    [FactWithBrowser]
    public async Task The_report_draws_asks_for_nothing_and_is_accessible_on_desktop_and_phone()
    {
        string folder = Path.Combine(FactWithBrowserAttribute.Folder, "results");
        Fixture().Write(folder);
        string kent = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "kent.exe" : "kent");
        var written = await Shell.RunAsync(folder, kent, ["report", folder]);
        Assert.True(written.ExitCode == 0, written.Error);
        string page = Path.Combine(folder, "report.html");
        Assert.InRange(new FileInfo(page).Length, 500_000, MostBytes);

        var looked = await Shell.RunAsync(FactWithBrowserAttribute.Folder, Shell.Find("node")!, ["check.mjs", page], patience: s_patience);

        output.WriteLine(looked.Output);
        Assert.True(looked.ExitCode == 0, looked.Error + looked.Output);
        Assert.Contains("22 charts drawn", looked.Output);
    }

    private static ReportFixture Fixture()
    {
        var fixture = new ReportFixture
        {
            Schools = new SchoolFixture(),
            Strategies = [.. Enumerable.Range(1, 22).Select(i => ($"strategy-{i}", i == 22 ? Harm : $"A strategy with a title of usual length, number {i}"))],
        };
        foreach (int i in Enumerable.Range(1, 22))
        {
            double change = 5 - (i * 0.4);
            fixture.With($"strategy-{i}", "scs19", change, change - 2, change + 2.5);
            double cost = (Math.Sin(i) + 0.6) * 2e6;
            fixture.With($"strategy-{i}", "cost-real/total", cost, cost - 0.6e6, cost + 0.9e6);
            fixture.With($"strategy-{i}", "households", change * 12, (change * 12) - 20, (change * 12) + 25);
            if (i % 3 == 0)
            {
                fixture.With($"strategy-{i}", "deficit-places/year-7", -4 * i, -6 * i, -i);
                fixture.With($"strategy-{i}", "special-external", 10 - i, -4 - i, 24 - i);
                fixture.With($"strategy-{i}", "cost-real/schools-capital", cost, cost - 0.6e6, cost + 0.9e6);
            }
        }

        return fixture;
    }
}

/// <summary>A test that needs Node, Chromium and what the build fetched from npm, and says so where one is missing.</summary>
internal sealed class FactWithBrowserAttribute : FactAttribute
{
    private static readonly string[] _browsers = ["chromium", "chromium-browser", "google-chrome"];

    public FactWithBrowserAttribute()
    {
        Skip = Shell.Find("node") is null ? "Not on this machine: node."
            : !_browsers.Any(browser => Shell.Find(browser) is not null) ? "Not on this machine: chromium."
            : !File.Exists(Path.Combine(Folder, "fetched")) ? "The build could not fetch puppeteer-core and axe-core from npm."
            : !File.Exists(Path.Combine(AppContext.BaseDirectory, "report", "charts.js")) ? "The build could not bundle the charts."
            : null;
    }

    /// <summary>Where the build put the check and what it needs.</summary>
    public static string Folder => Repository.PathTo("artifacts", "report-browser");
}
