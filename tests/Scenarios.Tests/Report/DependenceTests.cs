using KentSufficiency.Scenarios.Report;
using KentSufficiency.ScenariosTests.Output;

namespace KentSufficiency.ScenariosTests.Report;

/// <summary>The section on what an answer depends on, from the file of a screening beside those of a run.</summary>
public sealed class DependenceTests : IDisposable
{
    private const string Header = "rank,assumption,scenario,compared_with,measure,geography,date,unit,trajectories,replications,"
        + "mu_star,mu_star_low,mu_star_high,mu,sigma,dice,low,value,high,answer,at_low,at_high\n";

    private const string Lines = Header
        + "1,uasc/arrivals-a-year,baseline-2019,,cla,Kent,2024-07-31,children,10,2,92.5,80.1,104.4,92.5,12.1,4.2,185,230,238,1634.5,-77.25,14.5\n"
        + "2,fostering/enquiries-a-year,baseline-2019,,cla,Kent,2024-07-31,children,10,2,3.1,1.9,4.4,-0.3,4,4.1,540,590,645,1634.5,1,-2\n"
        + "3,cost/made-up,baseline-2019,,cla,Kent,2024-07-31,children,10,2,0,0,0,0,0,0,1,2,3,1634.5,,\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_screening_there_is_no_section() => Assert.DoesNotContain(Compose(null).Sections, section => section.Id == "dependence");

    [Fact]
    public void The_section_begins_with_what_matters_most_and_has_a_tornado_with_its_numbers()
    {
        ReportDocument report = Compose(Lines);
        IReadOnlyList<ReportBlock> blocks = Assert.Single(report.Sections, section => section.Id == "dependence").Blocks;
        Assert.Equal(
            "The number of children looked after in July 2024 depends most on this assumption: Arrivals a year. From its low of 185 to its high of 238 it moves the "
            + "answer by 93. Next come: Enquiries from households in the year (3.1).",
            Assert.IsType<Paragraph>(blocks[0]).Text);
        Chart chart = Assert.IsType<Chart>(blocks[1]);
        Assert.Contains("""{"name":"Arrivals a year","low":-77.25,"high":14.5}""", chart.Spec["data"]!.ToJsonString());
        TableBlock table = Assert.IsType<TableBlock>(blocks[2]);
        Assert.Equal(2, table.Rows.Count);
        Assert.Equal(
            ["Arrivals a year [uasc/arrivals-a-year]", "185 to 238", "93 (80 to 104)", "raises", "12", "4.2", "\u221277", "+15"],
            table.Rows[0].Select(cell => cell.Text));
        Assert.Equal("either way", table.Rows[1][3].Text);
        string paper = MarkdownReport.Render(report);
        Assert.Contains("## What the answer depends on", paper);
        Assert.Contains("93 (80 to 104)", paper);
        Assert.Contains("depends most on this assumption: Arrivals a year.", HtmlReport.Render(report, Reports.Script));
    }

    [Fact]
    public void A_strategys_difference_is_told_by_its_title()
    {
        string text = Lines.Replace("baseline-2019,,cla", "recruit-120,baseline-2019,scs19", StringComparison.Ordinal);
        string sentence = Compose(text).Sections.Single(section => section.Id == "dependence").Blocks.OfType<Paragraph>().First().Text;
        Assert.StartsWith(
            "What the strategy \u2018Recruit 120 fostering households a year\u2019 changes of the in-house share in July 2024 depends most on", sentence);
        Assert.Contains("moves the answer by 92.5 points.", sentence);
    }

    [Fact]
    public void An_answer_that_depends_on_nothing_is_told_so()
    {
        string[] lines = Lines.Split('\n');
        Assert.Equal(
            "The number of children looked after in July 2024 depends on none of the 1 assumptions that were screened.",
            Assert.IsType<Paragraph>(Assert.Single(Compose($"{lines[0]}\n{lines[3]}\n").Sections.Single(section => section.Id == "dependence").Blocks)).Text);
    }

    [Theory]
    [InlineData(Header, "sensitivity.csv has no line: its screening was cut off.")]
    [InlineData("nonsense\n", "sensitivity.csv, line 1, must read rank,assumption,")]
    [InlineData(Header + "1,a,b,,cla,Kent,2024-07-31,children,x,2,1,1,1,1,1,1,1,1,1,1,1,1\n", "line 2, has 'x' in trajectories, which is no whole number.")]
    public void A_file_that_breaks_a_rule_is_told_with_its_place(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<ResultsException>(() => Compose(text)).Message);

    private ReportDocument Compose(string? screening)
    {
        new ReportFixture().Write(_folder.In("run"));
        if (screening is not null)
        {
            _folder.Write("run/sensitivity.csv", screening);
        }

        return ReportFile.Compose(_folder.In("run"), Reports.Data);
    }
}
