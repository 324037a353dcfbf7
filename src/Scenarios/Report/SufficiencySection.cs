namespace KentSufficiency.Scenarios.Report;

/// <summary>Sufficiency by month: the spread of the baseline as fans, with the median of a strategy beside it.</summary>
internal static class SufficiencySection
{
    /// <summary>The measures shown, need first, then what meets it.</summary>
    public static readonly string[] Measures = ["cla", "scs19", "met-suitably", "requests-unmet", "households", "places-vacant"];

    /// <summary>Composes the section, or nothing for a run that was not measured by month.</summary>
    public static ReportSection? Of(SavedRun run)
    {
        Chart[] charts = [.. Measures.Where(measure => FanChart.IsThere(run, measure)).Select(measure => FanChart.Of(run, measure))];
        if (charts.Length == 0)
        {
            return null;
        }

        List<ReportBlock> blocks = [new Paragraph(FanChart.HowToRead)];
        if (run.Strategies.Any())
        {
            blocks.Add(FanChart.Chooser(run));
        }

        blocks.Add(new ChartGrid(charts));
        return new ReportSection("sufficiency", "Sufficiency by month", blocks);
    }
}
