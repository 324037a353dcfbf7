using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Report;
using KentSufficiency.ScenariosTests.Levers;
using KentSufficiency.ScenariosTests.Output;

namespace KentSufficiency.ScenariosTests.Report;

/// <summary>Composes reports of fixtures, with the real data.</summary>
internal static class Reports
{
    /// <summary>Stands for the script of the charts; ends an element, as a careless bundle might.</summary>
    public const string Script = "window.drawn = '</script>';";

    public static ReportData Data { get; } = ReportData.Load(RealLevers.Catalogue, DataFolder.Locate());

    public static ReportDocument Of(ReportFixture fixture)
    {
        using var folder = new TemporaryFolder();
        fixture.Write(folder.Path);
        return ReportFile.Compose(folder.Path, Data);
    }

    public static IReadOnlyList<Finding> Findings(ReportFixture fixture) => Assert.Single(Blocks(Of(fixture)).OfType<Findings>()).Items;

    /// <summary>All parts, those within others as well.</summary>
    public static IEnumerable<ReportBlock> Blocks(ReportDocument report) => report.Sections.SelectMany(section => section.Blocks).SelectMany(Within);

    private static IEnumerable<ReportBlock> Within(ReportBlock block) => block switch
    {
        Folded folded => folded.Blocks.SelectMany(Within).Prepend(folded),
        ChartGrid grid => grid.Charts.SelectMany(Within),
        Chart chart => [chart, .. chart.Numbers],
        _ => [block],
    };
}
