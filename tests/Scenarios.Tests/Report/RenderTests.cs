using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using KentSufficiency.Scenarios.Report;

namespace KentSufficiency.ScenariosTests.Report;

/// <summary>The page and the paper.</summary>
public sealed partial class RenderTests
{
    private static readonly ReportFixture s_fixture = Fixture();
    private static readonly ReportDocument s_report = Reports.Of(s_fixture);
    private static readonly string s_page = HtmlReport.Render(s_report, Reports.Script);

    [Fact]
    public void Page_and_paper_hold_the_same_sentences_and_tables()
    {
        string page = WebUtility.HtmlDecode(Tag().Replace(s_page, ""));
        string paper = WebUtility.HtmlDecode(Escaped().Replace(MarkdownReport.Render(s_report), "$1"));
        foreach (Finding finding in Assert.Single(Reports.Blocks(s_report).OfType<Findings>()).Items)
        {
            Assert.Contains(finding.Sentence, page);
            Assert.Contains(finding.Sentence, paper);
        }

        var tables = s_report.Sections.SelectMany(section => section.Blocks).OfType<TableBlock>().ToList();
        Assert.True(tables.Count > 5);
        foreach (TableCell cell in tables.SelectMany(table => table.Rows).SelectMany(row => row))
        {
            Assert.Contains(cell.Text, page);
            Assert.Contains(cell.Text, paper);
        }
    }

    [Fact]
    public void Text_of_a_scenario_is_never_markup()
    {
        const string title = "<script>alert(1)</script> & \"<img src=x onerror=alert(1)>\" *bold* [link](http://x) | pipe";
        ReportDocument report = Reports.Of(new ReportFixture { Strategies = [("recruit-120", title), ("other", "Other")] });
        string page = HtmlReport.Render(report, Reports.Script);
        Assert.DoesNotContain("<script>alert", page);
        Assert.DoesNotContain("<img", page);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page);
        string paper = MarkdownReport.Render(report);
        Assert.DoesNotContain("<script", paper);
        Assert.DoesNotContain("[link](", paper);
        Assert.Contains(@"\*bold\* \[link\](http://x) \| pipe", paper);
    }

    [Fact]
    public void The_policy_lets_run_the_one_script_and_nothing_else()
    {
        MatchCollection scripts = Scripts().Matches(s_page);
        Match run = Assert.Single(scripts, script => !script.Groups[1].Value.Contains("application/json", StringComparison.Ordinal));
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(run.Groups[2].Value)));
        Assert.Contains($"default-src 'none'; script-src 'sha256-{hash}'; style-src 'unsafe-inline'", s_page);
        Assert.Equal(@"window.drawn = '<\/script>';", run.Groups[2].Value);
        Assert.DoesNotMatch(@"(src|href)=""(?!#|data:)", s_page);
    }

    [Fact]
    public void Without_the_script_there_are_tables_and_a_reason()
    {
        string page = HtmlReport.Render(s_report, null);
        Assert.Contains(ChartBundle.WhyMissing, page);
        Assert.Contains("script-src 'none'", page);
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("data-chart", page);
        Assert.Contains("<details class=\"numbers\" open>", page);
        Assert.Equal(Tables().Count(s_page), Tables().Count(page));
    }

    [Fact]
    public void Every_chart_has_its_numbers_or_its_table_and_a_description()
    {
        var charts = Reports.Blocks(s_report).OfType<Chart>().ToList();
        Assert.Equal(
            ["fan-cla", "fan-scs19", "fan-met-suitably", "fan-requests-unmet", "fan-households", "fan-places-vacant",
                "placements", "started", "ceased", "places", "cost-scatter", "ranking-chart",
                "past-2014-cla", "past-2016-cla", "past-2016-cla-nothing-given", "past-2015-cla-by-group-foster"],
            charts.Select(chart => chart.Id));
        Assert.All(charts, chart => Assert.True(chart.Description.Length > 30, chart.Id));
        Assert.Equal(["cost-scatter", "ranking-chart"], charts.Where(chart => chart.Numbers.Count == 0).Select(chart => chart.Id));
        Assert.Contains(Reports.Blocks(s_report).OfType<TableBlock>(), table => table.Id == "table-cost");
        Assert.Contains(Reports.Blocks(s_report).OfType<TableBlock>(), table => table.Id == "table-ranking");
    }

    [Fact]
    public void Ids_are_unique_and_every_inner_link_leads_somewhere()
    {
        string[] ids = [.. Ids().Matches(s_page).Select(match => match.Groups[1].Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(Links().Matches(s_page), link => Assert.Contains(link.Groups[1].Value, ids));
    }

    /// <summary>All shipped scenarios for five years leave room for the charts' script (0.7 MB) under 3 MB.</summary>
    [Fact]
    public void A_run_of_all_scenarios_stays_small()
    {
        var fixture = new ReportFixture { Strategies = [.. Enumerable.Range(1, 22).Select(i => ($"strategy-{i}", $"A strategy with a title of usual length, number {i}"))] };
        int bytes = Encoding.UTF8.GetByteCount(HtmlReport.Render(Reports.Of(fixture), null));
        Assert.InRange(bytes, 100_000, 1_500_000);
    }

    [Fact]
    public void The_budget_is_told_by_year_and_adds_up()
    {
        TableBlock real = Assert.Single(Reports.Blocks(s_report).OfType<TableBlock>(), table => table.Id == "table-budget-cost-real");
        Assert.Equal(["", "2019-20", "2020-21", "2021-22", "2022-23", "2023-24"], real.Columns.Select(column => column.Title));
        double[] parts = [.. real.Rows.SkipLast(2).Select(row => double.Parse(row[1].Text.Replace('\u2212', '-')))];
        Assert.Equal(17, parts.Length);
        Assert.Equal(double.Parse(real.Rows[^2][1].Text), parts.Sum(), 0.9);
        Assert.Contains(real.Rows, row => row[0].Text == "Grant for unaccompanied children" && row[1].Text.StartsWith('\u2212'));
    }

    [Fact]
    public void The_command_makes_the_run_again() => Assert.Contains(
        "./kent run recruit-120 uasc-doubles --replications 200 --years 5 --parameters drawn --seed 1 --rank-by scs19",
        Reports.Blocks(s_report).OfType<CommandLines>().Select(command => command.Text));

    [Fact]
    public void Assumptions_that_strategies_move_come_with_value_range_kind_source_and_page()
    {
        TableBlock table = Assert.Single(Reports.Blocks(s_report).OfType<TableBlock>(), table => table.Id == "assumptions-moved");
        IReadOnlyList<TableCell> row = Assert.Single(table.Rows);
        Assert.Equal(
            ["590 enquiries", "540 to 645", "observed", "kcc-2019-10, p. 195-231"],
            row.Skip(1).Take(4).Select(cell => cell.Text));
        Assert.Equal("source-kcc-2019-10", row[4].Anchor);
    }

    private static ReportFixture Fixture()
    {
        var fixture = new ReportFixture();
        fixture.With("recruit-120", "scs19", 4.15, 1.2, 7);
        fixture.With("recruit-120", "cost-real/total", 2.31e6, 1.05e6, 3.42e6);
        fixture.With("uasc-doubles", "scs19", -2.6, -5.1, 0.1);
        fixture.With("uasc-doubles", "cla", 220, 161, 272);
        return fixture;
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escaped();

    [GeneratedRegex("<script([^>]*)>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex("<table ")]
    private static partial Regex Tables();

    [GeneratedRegex("<[a-z0-9]+[^>]* id=\"([^\"]+)\"")]
    private static partial Regex Ids();

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex Links();
}
