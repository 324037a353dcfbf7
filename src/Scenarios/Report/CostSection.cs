namespace KentSufficiency.Scenarios.Report;

/// <summary>What the baseline and each strategy cost, where the run counted it.</summary>
internal static class CostSection
{
    private const string Nominal = "cost/";
    private const string Real = "cost-real/";

    private static readonly Dictionary<string, string> s_categories = new(StringComparer.Ordinal)
    {
        ["in-house-fostering"] = "In-house fostering",
        ["connected-person"] = "Relatives and friends who foster",
        ["agency-fostering"] = "Agency fostering",
        ["residential"] = "Children's homes",
        ["semi-independent"] = "Semi-independent",
        ["lodgings"] = "Supported lodgings",
        ["adoption"] = "Adoption",
        ["other-placements"] = "Other placements",
        ["care-leavers"] = "Care leavers",
        ["staying-put"] = "Staying Put",
        ["recruitment-and-approval"] = "Recruitment and approval",
        ["foster-support"] = "Support of foster households",
        ["stability-team"] = "Stability team",
        ["social-work"] = "Social work",
        ["early-help"] = "Early help",
        ["strategy"] = "Cost of the strategy itself",
        ["uasc-grant"] = "Grant for unaccompanied children",
        ["total"] = "Total",
    };

    /// <summary>Composes the section; of a run with schools only, which has costs of its own, nothing.</summary>
    public static ReportSection? Of(SavedRun run)
    {
        List<ReportBlock> blocks = [];
        string? total = ChangeWords.CostMeasures.FirstOrDefault(run.Has);
        if (total is null && SchoolMeasures.AreIn(run))
        {
            return null;
        }

        if (total is null)
        {
            blocks.Add(new Paragraph("This run did not count costs, so nothing is said here about what a strategy costs or saves."));
            return new ReportSection("cost", "Cost against sufficiency", blocks);
        }

        if (run.Strategies.Any() && AnswerSection.Headline(run) is string headline && headline != total)
        {
            AddScatter(blocks, run, total, headline);
        }

        blocks.AddRange(new[] { (Real, "in prices of 2019-20"), (Nominal, "in prices of the day") }.SelectMany(kind => Budget(run, kind.Item1, kind.Item2)));
        return new ReportSection("cost", "Cost against sufficiency", blocks);
    }

    private static void AddScatter(List<ReportBlock> blocks, SavedRun run, string total, string headline)
    {
        var words = MeasureWords.Of(headline);
        string prices = total.StartsWith(Real, StringComparison.Ordinal) ? ", prices of 2019-20" : "";
        string points = words.Unit == MeasureUnit.Percent ? " (points)" : words.UnitTitle.Length > 0 ? $" ({words.UnitTitle})" : "";
        (SavedScenario Scenario, string Label, Estimate Cost, Estimate Change)[] rows =
            [.. AnswerSection.Ordered(run).Select((scenario, i) =>
                (scenario, $"{i + 1}", Difference(run, scenario, total), Difference(run, scenario, headline))).Where(row => row.Item3.IsThere && row.Item4.IsThere)];
        if (rows.Length == 0)
        {
            return;
        }

        string title = $"What each strategy costs and what it changes of {words.Subject}, in the 12 months to {run.Manifest.Horizon:MMMM yyyy}";
        string description = $"{title}. Each strategy is a numbered point with its 95% uncertainty interval both ways; the table has the numbers.";
        var table = new TableBlock(
            "table-cost",
            title,
            [new TableColumn("Strategy", IsNumber: false), new($"Cost a year{prices}"), new($"{words.Title}{points}")],
            [.. rows.Select(row => (IReadOnlyList<TableCell>)
                [
                    $"{row.Label}. {row.Scenario.Title}",
                    NumberWords.SignedWithInterval(row.Cost, MeasureUnit.Pounds),
                    NumberWords.SignedWithInterval(row.Change, words.Unit),
                ])],
            "Differences from the baseline. In brackets: 95% uncertainty intervals.");
        blocks.Add(new Chart(
            "cost-scatter",
            title,
            description,
            ChartSpecs.Scatter([.. rows.Select(row => (row.Label, row.Cost, row.Change))], $"Cost a year, difference (£ million{prices})", $"{words.Title}, difference{points}"),
            [],
            $"Right is dearer, left is cheaper; up is {(words.Better == Statistics.Better.Lower ? "worse" : words.Better is null ? "more" : "better")}. Numbers are the rows of the table."));
        blocks.Add(table);
    }

    private static Estimate Difference(SavedRun run, SavedScenario scenario, string measure) =>
        run.At(scenario.Name, measure)?.Difference ?? new Estimate(double.NaN, double.NaN, double.NaN);

    /// <summary>A row for each category and a column for each budget year, April to March.</summary>
    private static IEnumerable<TableBlock> Budget(SavedRun run, string prefix, string prices)
    {
        IReadOnlyList<SeriesPoint> total = run.BaselineSeries($"{prefix}total");
        int[] years = [.. Enumerable.Range(0, total.Count).Where(i => total[i].Date is { Month: 3, Day: 31 })];
        if (years.Length == 0)
        {
            yield break;
        }

        string[] known = [.. s_categories.Keys.Where(category => category != "total" && run.BaselineSeries(prefix + category).Count == total.Count)];
        string[] others = [.. run.MeasuresUnder(prefix).Select(id => id[prefix.Length..]).Where(id => !s_categories.ContainsKey(id))];
        string[] categories = [.. known, .. others.Where(category => run.BaselineSeries(prefix + category).Count == total.Count)];
        yield return new TableBlock(
            $"table-budget-{prefix.TrimEnd('/')}",
            $"Baseline by budget year (April to March), £ million, {prices}",
            [new TableColumn("", IsNumber: false), .. years.Select(i => new TableColumn($"{total[i].Date.Year - 1}-{total[i].Date.Year % 100:00}"))],
            [
                .. categories.Select(category => Row(s_categories.GetValueOrDefault(category, category), run.BaselineSeries(prefix + category))),
                Row("Total", total),
                [(TableCell)"Total, nine in ten futures", .. years.Select(i => (TableCell)$"{Millions(total[i].P05)} to {Millions(total[i].P95)}")],
            ],
            "Means of the baseline; they add up.");

        IReadOnlyList<TableCell> Row(string title, IReadOnlyList<SeriesPoint> points) =>
            [title, .. years.Select(i => (TableCell)Millions(points[i].Mean))];
    }

    /// <summary>Pounds in millions.</summary>
    public static string Millions(double pounds)
    {
        const double million = 1e6;
        string text = (Math.Abs(pounds) / million).ToString("#,0.0");
        return double.IsNaN(pounds) ? "-" : pounds < 0 && text != "0.0" ? "\u2212" + text : text;
    }
}
