using System.Net;
using System.Text.RegularExpressions;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Report;
using KentSufficiency.ScenariosTests.Levers;
using KentSufficiency.ScenariosTests.Output;

namespace KentSufficiency.ScenariosTests.Report;

/// <summary>The report's school part: what it says, and that it says nothing where there are no schools.</summary>
public sealed partial class SchoolReportTests
{
    private static readonly string[] s_sections = ["schools", "school-map", "deficits", "expansions", "send", "school-cost"];
    private static readonly (string, string)[] s_strategies =
        [("recruit-120", "Recruit 120 fostering households a year"), ("thamesview-on-time", "Thamesview opens on time"), ("local-special", "Local special places")];

    private static readonly ReportData s_data = Data();
    private static readonly ReportDocument s_report = Of(Both());

    [Fact]
    public void A_run_with_both_has_both_in_order()
    {
        Assert.Equal("Care and school places in Kent", s_report.Title);
        Assert.Equal(
            ["answer", "sufficiency", "flow", "supply", "cost", "ranking", "districts", .. s_sections, "assumptions", "limits", "run"],
            s_report.Sections.Select(section => section.Id));
    }

    [Fact]
    public void A_run_with_care_only_has_no_trace_of_schools()
    {
        ReportDocument report = Of(new ReportFixture());
        Assert.Equal("Care and sufficiency in Kent", report.Title);
        Assert.Empty(report.Sections.Select(section => section.Id).Intersect(s_sections));
        Assert.DoesNotContain("school", Text(report with { Sections = [.. report.Sections.Where(section => section.Id is not ("limits" or "assumptions"))] }), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_run_with_schools_only_has_no_trace_of_care()
    {
        ReportDocument report = Of(Schools());
        Assert.Equal("School places in Kent", report.Title);
        Assert.Equal(["answer", .. s_sections, "assumptions", "limits", "run"], report.Sections.Select(section => section.Id));
        string text = Text(report with { Sections = [.. report.Sections.Where(section => section.Id is not ("limits" or "assumptions" or "run"))] });
        Assert.DoesNotContain("foster", text.Replace("Recruit 120 fostering households a year", "", StringComparison.Ordinal));
        Assert.DoesNotContain("looked after", text);
        Assert.DoesNotContain("did not count costs", text);
        Assert.Single(Reports.Blocks(report).OfType<StrategyChooser>());
    }

    [Fact]
    public void The_answer_tells_places_preferences_send_and_the_largest_deficits()
    {
        string[] paragraphs = [.. s_report.Sections[0].Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text)];
        Assert.Equal(
            "In July 2024 Kent's primary schools have 128,000 pupils (102,400 to 153,600), and 5.2% (4.2 to 6.2%) of their places are left over, against 5.2% in July 2019. "
            + "Its secondary schools have 102,000 pupils (81,600 to 122,400), and 8.1% (6.5 to 9.7%) of their places (Years 7 to 11) are left over, against 8.1% in July 2019. "
            + "Of the families who applied, 89.1% (71.3 to 106.9%) for a primary school and 79.2% (63.4 to 95.0%) for a secondary school get their first preference. "
            + "In independent or out-of-county special schools are 830 children (664 to 996), against 830 in July 2019; the target is 325. "
            + "34.5% (27.6 to 41.4%) of EHCPs are issued within 20 weeks, against 34.5% in July 2019.",
            paragraphs[1]);
        Assert.Equal(
            "Places are likely to run short in 16 areas and year groups. The largest deficits: Year 7, Gravesend and Longfield: 2023-24, 316 places (95% 221 to 411); "
            + "Year R, Ashford South: 2022-23, 31 places (95% 22 to 40); Year R, Planning area 14: 2022-23, 24 places (95% 17 to 31).",
            paragraphs[2]);
        KeyFigures figures = Assert.Single(s_report.Sections[0].Blocks.OfType<KeyFigures>());
        Assert.Contains(figures.Items, figure => figure is { Label: "Surplus of primary places", Value: "5.2%", Range: "95%: 4.2 to 6.2%" });
    }

    [Fact]
    public void Each_strategy_is_told_by_what_it_changes()
    {
        Findings[] lists = [.. s_report.Sections[0].Blocks.OfType<Findings>()];
        Assert.Equal(["Recruit 120 fostering households a year"], lists[0].Items.Select(finding => finding.Strategy));
        Assert.Equal(["Thamesview opens on time", "Local special places"], lists[1].Items.Select(finding => finding.Strategy));
        Assert.Equal(
            "the number of Year 7 places short in July 2024 is 64 lower (95% 41 to 88) than in the baseline: 356 instead of 420"
            + "; the capital spent on school places is £4.2m more (95% £2.1m to £6.1m) in the 12 months to July 2024.",
            lists[1].Items[0].Sentence);
        Assert.Equal((Verdict.Better, Verdict.Better), (lists[1].Items[0].Verdict, lists[1].Items[1].Verdict));
        Assert.StartsWith("the number of children in independent or out-of-county special schools in July 2024 is 220 lower", lists[1].Items[1].Sentence);
    }

    [Fact]
    public void A_run_ranked_by_schools_tells_care_apart()
    {
        Findings[] lists = [.. Of(Both("first-preference/secondary")).Sections[0].Blocks.OfType<Findings>()];
        Assert.Equal(["Local special places", "Thamesview opens on time"], lists[0].Items.Select(finding => finding.Strategy).Order());
        Assert.All(lists[0].Items, finding => Assert.Contains("first preference of a secondary school", finding.Sentence));
        Assert.StartsWith("the in-house share in July 2024 is 4.0 points higher (95% 1.0 to 7.0) than in the baseline", Assert.Single(lists[1].Items).Sentence);
    }

    [Fact]
    public void The_calendar_is_in_the_order_of_school_years_and_then_of_size()
    {
        TableBlock table = Table("table-deficits");
        Assert.Equal("The 12 largest of 21 likely deficits, by school year", table.Caption);
        Assert.Equal(["Year 7, Gravesend and Longfield", "2019-20", "74 (52 to 96)", "93%"], table.Rows[0].Select(cell => cell.Text));
        Assert.Equal(table.Rows.Select(row => row[1].Text).Order(StringComparer.Ordinal), table.Rows.Select(row => row[1].Text));
        Assert.Equal(["316 (221 to 411)", "21 (15 to 27)"], table.Rows.Where(row => row[1].Text == "2023-24").Select(row => row[2].Text));
        TableBlock rest = Table("table-deficits-rest");
        Assert.Equal(21, table.Rows.Count + rest.Rows.Count);
        string[] areas = [.. table.Rows.Concat(rest.Rows).Select(row => row[0].Text)];
        Assert.DoesNotContain("Year 7, Gravesham", areas); // A district, whose parts are there.
        Assert.DoesNotContain("Year R, Dartford Town", areas); // Not likely.
    }

    [Fact]
    public void What_a_strategy_leaves_of_a_deficit_is_told()
    {
        TableBlock table = Table("table-deficits-strategies");
        Assert.Equal("Year 7, Gravesend and Longfield, 2023-24", table.Columns[1].Title);
        Assert.Equal(["Kent as it stood in July 2019, nothing changed", "Thamesview opens on time"], table.Rows.Select(row => row[0].Text));
        Assert.Equal("253 (177 to 329)", table.Rows[1][1].Text);
    }

    [Fact]
    public void Without_a_likely_deficit_the_calendar_says_so()
    {
        var fixture = new ReportFixture { Schools = new SchoolFixture { Deficits = [(2024, "year-r", "Dartford Town", 9, 0.31)] } };
        Assert.Contains("No deficit is likely anywhere.", Text(Of(fixture)));
    }

    [Fact]
    public void A_map_shows_each_district_and_what_is_short_is_dark()
    {
        TileMap map = Reports.Blocks(s_report).OfType<MapGrid>().First().Maps[1];
        Assert.Equal("Surplus of secondary places, Years 7 to 11", map.Title);
        Assert.Equal(12, map.Tiles.Count);
        Assert.Equal(("\u22123.0%", 4), Tile(map, "Ashford"));
        Assert.Equal(("1.0%", 3), Tile(map, "Dartford"));
        Assert.Equal(("3.0%", 2), Tile(map, "Dover"));
        Assert.Equal(("5.0%", 1), Tile(map, "Folkestone and Hythe"));
        Assert.Equal(("19.0%", 0), Tile(map, "Tunbridge Wells"));
        Assert.Equal(map.Tiles.Max(tile => tile.Class), map.Legend.Count - 1);
        Assert.Equal("4.0 to 6.0%", map.Tiles.Single(tile => tile.Place.District == "Folkestone and Hythe").Detail);
    }

    [Fact]
    public void Maps_year_by_year_have_every_census()
    {
        Folded folded = Reports.Blocks(s_report).OfType<Folded>().Single(block => block.Summary == "Chance of keeping the target, primary: year by year");
        MapGrid grid = Assert.IsType<MapGrid>(Assert.Single(folded.Blocks));
        Assert.Equal(
            ["July 2019", "January 2020", "January 2021", "January 2022", "January 2023", "January 2024", "July 2024"],
            grid.Maps.Select(map => map.Title));
    }

    [Fact]
    public void A_scheme_has_its_chance_of_opening_on_time()
    {
        TableBlock table = Table("table-schemes");
        Assert.Equal(["Scheme", "Adds", "Planned opening", "Open on time", "Open by Jul 2024"], table.Columns.Select(column => column.Title));
        Assert.Equal(["Thamesview (Gravesend and Longfield)", "60 places in each year group", "Sep 2021", "72%", "72%"], table.Rows[0].Select(cell => cell.Text));
        Assert.Equal(["New town primary (Dartford)", "", "-", "-"], table.Rows[1].SkipLast(1).Select(cell => cell.Text));
        TableBlock years = Table("table-scheme-years");
        Assert.Equal("Jan 2020", years.Columns[1].Title);
        Assert.Equal("Schemes given up", years.Rows[4][0].Text);
        Assert.StartsWith("3.3 (", years.Rows[4][^1].Text);
        Assert.Equal(["Secondary", "16 (13 to 19)", "11 (9 to 13)", "69%"], Table("table-fe").Rows[1].Select(cell => cell.Text));
    }

    [Fact]
    public void Schemes_are_known_by_their_school_where_they_have_no_name() => Assert.Equal(
        [
            new SchemeFacts("thamesview", "Thamesview", new DateOnly(2021, 9, 1), "Gravesend and Longfield", "60 places in each year group"),
            new SchemeFacts("other", "Other school", null, "Dartford", "30 places in each year group"),
        ],
        s_data.Schemes);

    [Fact]
    public void Send_is_held_against_its_targets()
    {
        TableBlock table = Table("table-send");
        Assert.Equal(
            ["In independent or out-of-county special schools", "830", "830 (664 to 996)", "325"],
            table.Rows.Single(row => row[0].Text.StartsWith("In independent", StringComparison.Ordinal)).Select(cell => cell.Text));
        Chart chart = Reports.Blocks(s_report).OfType<Chart>().Single(chart => chart.Id == "fan-special-external");
        Assert.EndsWith("The target is 325.", chart.Description);
        Assert.Contains("\"target\":325", chart.Spec.ToJsonString());
    }

    [Fact]
    public void Costs_of_schools_add_up()
    {
        TableBlock table = Table("table-school-cost-real");
        Assert.Equal(["", "Jan 2020", "Jan 2021", "Jan 2022", "Jan 2023", "Jan 2024", "Jul 2024"], table.Columns.Select(column => column.Title));
        double[] parts = [.. table.Rows.SkipLast(1).Select(row => double.Parse(row[1].Text.Replace('\u2212', '-')))];
        Assert.Equal(double.Parse(table.Rows[^1][1].Text), parts.Sum(), 0.4);
    }

    [Fact]
    public void Page_and_paper_hold_the_same_tables()
    {
        string page = HtmlReport.Render(s_report, Reports.Script);
        string plain = WebUtility.HtmlDecode(Tag().Replace(page, ""));
        string paper = Text(s_report);
        var tables = s_report.Sections.Where(section => s_sections.Contains(section.Id)).SelectMany(section => section.Blocks).OfType<TableBlock>().ToList();
        Assert.True(tables.Count > 8);
        foreach (TableCell cell in tables.SelectMany(table => table.Rows).SelectMany(row => row))
        {
            Assert.Contains(cell.Text, plain);
            Assert.Contains(cell.Text, paper);
        }

        string[] ids = [.. Ids().Matches(page).Select(match => match.Groups[1].Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    private static (string, int) Tile(TileMap map, string district)
    {
        MapTile tile = map.Tiles.Single(tile => tile.Place.District == district);
        return (tile.Value, tile.Class);
    }

    private static TableBlock Table(string id) => Assert.Single(Reports.Blocks(s_report).OfType<TableBlock>(), table => table.Id == id);

    private static string Text(ReportDocument report) => WebUtility.HtmlDecode(Escaped().Replace(MarkdownReport.Render(report), "$1"));

    private static ReportDocument Of(ReportFixture fixture)
    {
        using var folder = new TemporaryFolder();
        fixture.Write(folder.Path);
        return ReportFile.Compose(folder.Path, s_data);
    }

    private static ReportFixture Both(string rankedBy = "scs19") => new ReportFixture { Strategies = s_strategies, Schools = new SchoolFixture(), RankedBy = rankedBy }
        .With("recruit-120", "scs19", 4, 1, 7)
        .With("recruit-120", "cost-real/total", 0.1e6, -1e6, 1e6)
        .With("thamesview-on-time", "deficit-places/year-7", -64, -88, -41)
        .With("thamesview-on-time", "cost-real/schools-capital", 4.2e6, 2.1e6, 6.1e6)
        .With("local-special", "special-external", -220, -290, -150);

    private static ReportFixture Schools() =>
        new ReportFixture { HasCare = false, Schools = new SchoolFixture(), Strategies = s_strategies, RankedBy = null }
            .With("thamesview-on-time", "deficit-places/year-7", -64, -88, -41);

    /// <summary>The data that ship, with targets and a scheme of the test's own.</summary>
    private static ReportData Data()
    {
        using var folder = new TemporaryFolder();
        string shipped = DataFolder.Locate();
        foreach (string file in (string[])["geography/tiles.csv", "limits.csv", "sources.csv"])
        {
            folder.Write(file, File.ReadAllText(Path.Combine(shipped, file)));
        }

        folder.Write("evidence/targets.csv", """
            id,measure,geography,date,value,unit,kind,source,page,known_from,note
            a,special-external-target,Kent,2019-07-31,325,pupils,observed,kcc-2019-10,291,2019-10-01,
            b,special-external-target,Kent,2020-07-31,300,pupils,observed,kcc-2019-10,291,2019-10-01,
            c,surplus-target/primary,Kent,2019-07-31,5,%,observed,kcc-2019-10,294,2019-10-01,

            """.ReplaceLineEndings("\n"));
        folder.Write("schools/schemes.csv", "id,school,name,district,area,kind,places_planned,from_planned,more\n"
            + "thamesview,thamesview-school,Thamesview,gravesham,Gravesend and Longfield,enlarge,60,2021-09-01,x\n"
            + "other,other-school,,dartford,,open,30,,x\nnothing\n");
        return ReportData.Load(RealLevers.Catalogue, folder.Path);
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escaped();

    [GeneratedRegex("<[a-z0-9]+[^>]* id=\"([^\"]+)\"")]
    private static partial Regex Ids();
}
