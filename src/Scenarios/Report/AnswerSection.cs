using KentSufficiency.Scenarios.Alignment;

namespace KentSufficiency.Scenarios.Report;

/// <summary>The answer: what happens if nothing changes, and what each strategy changes.</summary>
internal static class AnswerSection
{
    private const int FewReplications = 100;

    private static readonly string[] s_usual = ["scs19", "cla", "days-to-match", "deficit-places/year-7", "surplus/secondary", "surplus/primary", "ehcp"];
    private static readonly string[] s_key = ["cla", "scs19", "met-suitably", "requests-unmet", .. ChangeWords.CostMeasures, .. SchoolAnswer.Key];
    private static readonly string[] s_also =
    [
        "cla", "scs19", "met-suitably", "requests-unmet", "households", "placed-out-of-county", "care-leavers",
        "cla-uasc", "spot-purchases", "panel-wait-days", "stability-kept", "staying-put", "unplanned-endings", "re-referral-pct",
        "early-help-open",
    ];

    /// <summary>The measure that the run asked about: the one it ranked by, or the in-house share.</summary>
    public static string? Headline(SavedRun run) =>
        run.Manifest.RankedBy ?? s_usual.FirstOrDefault(run.Has)
        ?? run.Summary.Keys.Where(key => run.Has(key.Measure)).Select(key => key.Measure).FirstOrDefault();

    /// <summary>Composes the section.</summary>
    public static ReportSection Of(SavedRun run, ReportData data)
    {
        List<ReportBlock> blocks = [.. Warnings(run)];
        string[] told = [Baseline(run), SchoolAnswer.Baseline(run, data), SchoolAnswer.Deficits(run, data)];
        blocks.AddRange(told.Where(text => text.Length > 0).Select(text => new Paragraph(text)));
        blocks.Add(new Paragraph(
            $"In brackets is the range in which 95% of {Replications(run.Manifest)} lie, each a possible future of Kent{Draws(run.Manifest)}."));
        if (KeyFiguresOf(run) is { Items.Count: > 0 } figures)
        {
            blocks.Add(figures);
        }

        if (Headline(run) is string measure && run.Strategies.Any())
        {
            AddFindings(blocks, run, MeasureWords.Of(measure));
        }

        return new ReportSection("answer", "The answer", blocks);
    }

    private static IEnumerable<Notice> Warnings(SavedRun run)
    {
        SavedManifest manifest = run.Manifest;
        if (manifest.Alignment is SavedAlignment alignment)
        {
            yield return new Notice(
                $"This run was aligned, because it was asked to be, to totals given from outside ({alignment.File}). Those totals of the baseline are the file's and not what "
                + "the model expects; differences between strategies and the baseline are the strategies'. "
                + string.Join(". ", alignment.Totals.Select(total => Capital(total.Tell(AlignableMeasure.Find(total.Measure)?.What ?? total.Measure)))) + ".");
        }

        if (manifest.Partial)
        {
            yield return new Notice($"The run was stopped after {manifest.ReplicationsCompleted:#,0} of {manifest.ReplicationsAsked:#,0} replications: these results are partial.");
        }

        if (manifest.ReplicationsCompleted < FewReplications)
        {
            yield return new Notice($"{Replications(manifest)} are few: the ends of the ranges are rough. Use 200 or more before anything is decided.");
        }

        if (!manifest.IsDrawn)
        {
            yield return new Notice("This run kept every assumption at one value. Its ranges hold the dice only, and are too narrow to plan by.");
        }
    }

    /// <summary>What the future looks like if nothing changes.</summary>
    private static string Baseline(SavedRun run)
    {
        SavedManifest manifest = run.Manifest;
        List<string> sentences = [];
        string year = $"in the 12 months to {manifest.Horizon:MMMM yyyy}";
        if (Value(run, "cla", " children") is string cla)
        {
            sentences.Add($"If nothing changes, Kent looks after {cla} in {manifest.Horizon:MMMM yyyy}{Before(run, "cla")}.");
        }

        if (Value(run, "scs19") is string share)
        {
            sentences.Add($"Of the fostered children, {share} then live with the council's own carers or with relatives and friends{Before(run, "scs19")} (unaccompanied children left out).");
        }

        if (Value(run, "met-suitably") is string met)
        {
            sentences.Add($"Of the month's requests for a home, {met} are met on the day by a suitable one.");
        }

        if (Value(run, "requests-unmet", " requests") is string unmet)
        {
            sentences.Add($"{Capital(year)}, {unmet} find no suitable home on the day.");
        }

        string? cost = ChangeWords.CostMeasures.FirstOrDefault(run.Has);
        if (cost is not null && Value(run, cost) is string pounds)
        {
            string prices = cost.StartsWith("cost-real", StringComparison.Ordinal) ? " in prices of 2019-20" : "";
            sentences.Add($"All this costs {pounds}{prices} {year}.");
        }

        return string.Join(' ', sentences);
    }

    /// <summary>A value of the baseline with its range; null where there is none.</summary>
    public static string? Value(SavedRun run, string measure, string what = "")
    {
        if (run.Baseline(measure) is not { Value.IsThere: true } row)
        {
            return null;
        }

        MeasureUnit unit = MeasureWords.Of(measure).Unit;
        return $"{NumberWords.Value(row.Value.Mean, unit)}{what} ({NumberWords.Interval(row.Value, unit)})";
    }

    /// <summary>", against 8.9% in July 2019"; empty where the start is not known.</summary>
    public static string Before(SavedRun run, string measure) => AtStart(run, measure) is double before
        ? $", against {NumberWords.Value(before, MeasureWords.Of(measure).Unit)} in {run.Manifest.Start:MMMM yyyy}"
        : "";

    /// <summary>A measure of the baseline at the start; null where it is not known.</summary>
    public static double? AtStart(SavedRun run, string measure) =>
        run.BaselineSeries(measure) is [{ } first, _, ..] && !double.IsNaN(first.Mean) ? first.Mean : null;

    private static string Replications(SavedManifest manifest) => $"{manifest.ReplicationsCompleted:#,0} simulated futures";

    private static string Draws(SavedManifest manifest) =>
        manifest.IsDrawn ? $" with its own luck and its own draw of the {manifest.RangedAssumptions:#,0} uncertain assumptions" : " with its own luck";

    private static KeyFigures KeyFiguresOf(SavedRun run)
    {
        string? cost = ChangeWords.CostMeasures.FirstOrDefault(run.Has);
        var items =
            from measure in s_key
            where run.Has(measure) && (!measure.StartsWith("cost", StringComparison.Ordinal) || measure == cost)
            let words = MeasureWords.Of(measure)
            let value = run.Baseline(measure)!.Value
            select new KeyFigure(
                words.Window == MeasureWindow.Year ? $"{words.Title}, 12 months" : words.Title,
                NumberWords.Value(value.Mean, words.Unit),
                $"95%: {NumberWords.Interval(value, words.Unit)}",
                AtStart(run, measure) is double before ? $"{run.Manifest.Start:MMMM yyyy}: {NumberWords.Value(before, words.Unit)}" : "");
        return new KeyFigures([.. items]);
    }

    private static void AddFindings(List<ReportBlock> blocks, SavedRun run, MeasureWords words)
    {
        string better = words.Better switch
        {
            Statistics.Better.Higher => " More is better.",
            Statistics.Better.Lower => " Less is better.",
            _ => "",
        };
        string meaning = words.Meaning.Length == 0 ? "" : $" {words.Meaning}";
        bool ofSchools = SchoolMeasures.Is(words.Id);
        blocks.Add(new Subheading("What each strategy changes"));
        blocks.Add(new Paragraph(
            $"Each strategy meets the same luck as the baseline, so a difference is the strategy and not the dice. The measure is {words.Subject}.{meaning}{better}"));
        SavedScenario[] elsewhere = [.. Ordered(run).Where(scenario => IsOfOtherSide(run, scenario, ofSchools))];
        blocks.Add(new Findings([.. Ordered(run).Except(elsewhere).Select(scenario => ofSchools ? SchoolAnswer.Tell(run, scenario, words) : Tell(run, scenario, words))]));
        if (ofSchools)
        {
            AddOther(blocks, "care", elsewhere.Select(scenario => Tell(run, scenario, MeasureWords.Of(s_usual[0]))));
        }
        else
        {
            AddOther(blocks, "school places", SchoolAnswer.Findings(run));
        }
    }

    private static void AddOther(List<ReportBlock> blocks, string side, IEnumerable<Finding> findings)
    {
        Finding[] told = [.. findings];
        if (told.Length > 0)
        {
            blocks.Add(new Subheading($"What strategies change of {side}"));
            blocks.Add(new Paragraph("A strategy that changes nothing of it in any future is left out. Of the others, what they change most clearly."));
            blocks.Add(new Findings(told));
        }
    }

    /// <summary>Whether a strategy is about the other side of the county than the measure asked about, or leaves all of this side alone.</summary>
    private static bool IsOfOtherSide(SavedRun run, SavedScenario scenario, bool ofSchools) => ofSchools
        ? scenario.About == "care" || (!SchoolMeasures.AreTouchedBy(run, scenario.Name) && SchoolMeasures.AreNotAllTouchedBy(run, scenario.Name))
        : scenario.About == "schools" || (!SchoolMeasures.AreNotAllTouchedBy(run, scenario.Name) && SchoolMeasures.AreTouchedBy(run, scenario.Name));

    /// <summary>Best first where the run ranked; otherwise as asked for.</summary>
    public static IEnumerable<SavedScenario> Ordered(SavedRun run)
    {
        var places = run.Ranking.Index().ToDictionary(row => row.Item.Scenario, row => row.Index, StringComparer.Ordinal);
        return run.Strategies.OrderBy(scenario => places.GetValueOrDefault(scenario.Name, int.MaxValue));
    }

    private static Finding Tell(SavedRun run, SavedScenario scenario, MeasureWords words)
    {
        SummaryRow? row = run.At(scenario.Name, words.Id);
        string sentence = row is null ? "was not measured" : ChangeWords.Sentence(row, words, run.Manifest.Horizon);
        Verdict verdict = row is null ? Verdict.NoClearChange : ChangeWords.Judge(row.Difference, words.Better);
        string also = ChangeWords.Also(run, scenario.Name, s_also.Where(measure => measure != words.Id));
        return new Finding(verdict, scenario.Title, $"{sentence}{ChangeWords.Cost(run, scenario.Name)}.", also);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
