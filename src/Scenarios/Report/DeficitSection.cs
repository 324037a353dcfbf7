using KentSufficiency.Scenarios.Statistics;

namespace KentSufficiency.Scenarios.Report;

/// <summary>The calendar of deficits: where, when and in which year group school places are likely to run short.</summary>
internal static class DeficitSection
{
    private const int Shown = 12;
    private const int MostRows = 400;
    private const int ByStrategy = 4;

    /// <summary>The likely deficits of the baseline in planning areas and groups, by date, the largest first.</summary>
    public static IEnumerable<Deficit> Likely(SavedRun run, ReportData data) =>
        DeficitCalendar.Local([.. run.Deficits.Where(deficit => deficit.Scenario == run.Manifest.Baseline.Name)], data.Districts).Where(deficit => deficit.IsLikely);

    /// <summary>"Year 7, Gravesend and Longfield: 2023-24, 316 places (95% 220 to 410)".</summary>
    public static string Tell(Deficit deficit) => $"{Where(deficit)}: {deficit.SchoolYear}, {NumberWords.Value(deficit.Mean, MeasureUnit.Count)} places "
        + $"(95% {NumberWords.Interval(Estimate(deficit), MeasureUnit.Count)})";

    /// <summary>Composes the section, or nothing where the run has no schools.</summary>
    public static ReportSection? Of(SavedRun run, ReportData data)
    {
        if (run.Deficits.Count == 0)
        {
            return null;
        }

        Deficit[] likely = [.. Likely(run, data)];
        List<ReportBlock> blocks =
        [
            new Paragraph(
                "Where and when places run short in the baseline: in a planning area or group and a year group, more families want a place than there are places, in at least "
                + "half of the futures. Counted in January of each school year, after the start. New places that are planned are in the numbers as far as they open."),
        ];
        if (likely.Length == 0)
        {
            blocks.Add(new Paragraph("No deficit is likely anywhere."));
            return new ReportSection("deficits", "Calendar of deficits", blocks);
        }

        HashSet<Deficit> largest = [.. likely.OrderByDescending(deficit => deficit.Mean).Take(Shown)];
        string title = likely.Length <= Shown ? "The likely deficits, by school year" : $"The {Shown} largest of {likely.Length:#,0} likely deficits, by school year";
        blocks.Add(Table("table-deficits", title, likely.Where(largest.Contains)));
        if (run.Strategies.Any() && Strategies(run, likely) is TableBlock strategies)
        {
            blocks.Add(strategies);
        }

        Deficit[] rest = [.. likely.Where(deficit => !largest.Contains(deficit))];
        if (rest.Length > 0)
        {
            string all = rest.Length > MostRows ? $"The first {MostRows} of the other {rest.Length:#,0} likely deficits; deficits.csv has all" : $"The other {rest.Length:#,0} likely deficits";
            blocks.Add(new Folded(all, [Table("table-deficits-rest", "Likely deficits, by school year", rest.Take(MostRows))]));
        }

        return new ReportSection("deficits", "Calendar of deficits", blocks);
    }

    private static TableBlock Table(string id, string caption, IEnumerable<Deficit> deficits) => new(
        id,
        caption,
        [new TableColumn("Year group and area", IsNumber: false), new("School year"), new("Places short"), new("Chance")],
        [.. deficits.Select(deficit => (IReadOnlyList<TableCell>)
            [
                Where(deficit),
                deficit.SchoolYear,
                NumberWords.WithInterval(Estimate(deficit), MeasureUnit.Count),
                $"{100 * deficit.Chance:0}%",
            ])],
        "In brackets: 95% uncertainty intervals. Chance: the share of futures in which any place is short.");

    /// <summary>What the strategies leave of the largest deficits.</summary>
    private static TableBlock? Strategies(SavedRun run, Deficit[] likely)
    {
        Deficit[] columns = [.. likely.OrderByDescending(deficit => deficit.Mean).DistinctBy(deficit => (deficit.YearGroup, deficit.Geography)).Take(ByStrategy)];
        var byKey = run.Deficits.ToLookup(deficit => (deficit.Scenario, deficit.Date, deficit.YearGroup, deficit.Geography));
        Deficit? In(SavedScenario scenario, Deficit column) => byKey[(scenario.Name, column.Date, column.YearGroup, column.Geography)].FirstOrDefault();
        bool Changes(SavedScenario scenario) => columns.Any(column => In(scenario, column) is not Deficit left || (left.Mean, left.Low, left.High) != (column.Mean, column.Low, column.High));
        SavedScenario[] strategies = [.. AnswerSection.Ordered(run).Where(Changes)];
        return strategies.Length == 0 ? null : new TableBlock(
            "table-deficits-strategies",
            "What each strategy leaves of the largest deficits: places short",
            [new TableColumn("Strategy", IsNumber: false), .. columns.Select(column => new TableColumn($"{Where(column)}, {column.SchoolYear}"))],
            [.. strategies.Prepend(run.Manifest.Baseline).Select(scenario => (IReadOnlyList<TableCell>)
                [
                    scenario.Title,
                    .. columns.Select(column => (TableCell)(In(scenario, column) is Deficit left ? NumberWords.WithInterval(Estimate(left), MeasureUnit.Count) : "0")),
                ])],
            "First row: the baseline. In brackets: 95% uncertainty intervals. Strategies that change none of these are left out.");
    }

    private static string Where(Deficit deficit) => $"{deficit.YearGroupTitle}, {deficit.Geography}";

    private static Estimate Estimate(Deficit deficit) => new(deficit.Mean, deficit.Low, deficit.High);
}
