using KentSufficiency.Scenarios.Statistics;

namespace KentSufficiency.Scenarios.Report;

/// <summary>What the answer says of school places.</summary>
internal static class SchoolAnswer
{
    private const int MostDeficits = 3;

    /// <summary>What a strategy is told by, where the run did not ask for one measure: the first that it changes clearly.</summary>
    private static readonly string[] s_telling =
    [
        "deficit-places/year-7", "deficit-places/year-r", "surplus/secondary", "surplus/primary", "special-external", "send11", "plans-waiting",
        "first-preference/secondary", "first-preference/primary", "fe-opened/secondary", "fe-opened/primary", "displaced", "roll/secondary", "roll/primary", "ehcp",
    ];

    private const double Least = 0.02;

    /// <summary>The numbers that matter most.</summary>
    public static readonly string[] Key = ["surplus/primary", "surplus/secondary", "first-preference/primary", "first-preference/secondary", "special-external"];

    /// <summary>What the baseline looks like; empty where the run has no schools.</summary>
    public static string Baseline(SavedRun run, ReportData data)
    {
        string month = $"{run.Manifest.Horizon:MMMM yyyy}";
        List<string> sentences = [];
        AddPhase(sentences, run, "primary", $"In {month} Kent's primary schools have", "");
        AddPhase(sentences, run, "secondary", "Its secondary schools have", " (Years 7 to 11)");
        string[] preferences = [.. ((string[])["primary", "secondary"]).Select(phase => AnswerSection.Value(run, $"first-preference/{phase}") is string share ? $"{share} for a {phase} school" : "").Where(text => text.Length > 0)];
        if (preferences.Length > 0)
        {
            sentences.Add($"Of the families who applied, {string.Join(" and ", preferences)} get their first preference.");
        }

        if (AnswerSection.Value(run, "special-external", " children") is string external)
        {
            string target = data.Target("special-external", run.Manifest.Start) is double aim ? $"; the target is {NumberWords.Value(aim, MeasureUnit.Count)}" : "";
            sentences.Add($"In independent or out-of-county special schools are {external}{AnswerSection.Before(run, "special-external")}{target}.");
        }

        if (AnswerSection.Value(run, "send11") is string issued)
        {
            sentences.Add($"{issued} of EHCPs are issued within 20 weeks{AnswerSection.Before(run, "send11")}.");
        }

        return string.Join(' ', sentences);
    }

    /// <summary>The largest deficits of the baseline; empty where none is likely.</summary>
    public static string Deficits(SavedRun run, ReportData data)
    {
        Deficit[] likely = [.. DeficitSection.Likely(run, data)];
        if (likely.Length == 0)
        {
            return "";
        }

        var largest = likely.OrderByDescending(deficit => deficit.Mean).DistinctBy(deficit => (deficit.YearGroup, deficit.Geography)).Take(MostDeficits);
        return $"Places are likely to run short in {likely.DistinctBy(deficit => (deficit.YearGroup, deficit.Geography)).Count():#,0} areas and year groups. "
            + $"The largest deficits: {string.Join("; ", largest.Select(DeficitSection.Tell))}.";
    }

    /// <summary>What each strategy that changes schools does to them.</summary>
    public static IEnumerable<Finding> Findings(SavedRun run) => SchoolMeasures.Strategies(run).Select(scenario =>
    {
        string measure = s_telling.FirstOrDefault(id => IsTold(run, scenario, id))
            ?? s_telling.FirstOrDefault(id => run.At(scenario.Name, id) is { Difference: { IsThere: true, IsNothing: false } })
            ?? s_telling.First(run.Has);
        return Tell(run, scenario, MeasureWords.Of(measure));
    });

    /// <summary>What a strategy does to one measure of schools.</summary>
    public static Finding Tell(SavedRun run, SavedScenario scenario, MeasureWords words)
    {
        SummaryRow? row = run.At(scenario.Name, words.Id);
        string sentence = row is null ? "was not measured" : ChangeWords.Sentence(row, words, run.Manifest.Horizon);
        Verdict verdict = row is null ? Verdict.NoClearChange : ChangeWords.Judge(row.Difference, words.Better);
        return new Finding(verdict, scenario.Title, $"{sentence}{Cost(run, scenario)}.", ChangeWords.Also(run, scenario.Name, s_telling.Where(id => id != words.Id)));
    }

    private static bool IsTold(SavedRun run, SavedScenario scenario, string measure) =>
        run.At(scenario.Name, measure) is { Difference: { IsThere: true, IsClear: true } } row && Math.Abs(row.Difference.Mean / row.Baseline.Mean) >= Least;

    /// <summary>The cost of schools that it changes most; totals hold care as well, and are told there.</summary>
    private static string Cost(SavedRun run, SavedScenario scenario)
    {
        var most =
            from category in SchoolMeasures.Costs
            let id = SchoolMeasures.CostId(run, category)
            let row = run.At(scenario.Name, id)
            where row is { Difference: { IsThere: true, IsClear: true } }
            orderby Math.Abs(row.Difference.Mean) descending
            select (MeasureWords.Of(id).Subject, row.Difference);
        (string subject, Estimate change) = most.FirstOrDefault();
        return subject is null ? "" : $"; {subject} is {ChangeWords.Amount(change)} in the 12 months to {run.Manifest.Horizon:MMMM yyyy}";
    }

    private static void AddPhase(List<string> sentences, SavedRun run, string phase, string subject, string which)
    {
        if (AnswerSection.Value(run, $"roll/{phase}", " pupils") is not string pupils)
        {
            return;
        }

        string surplus = AnswerSection.Value(run, $"surplus/{phase}") is string share
            ? $", and {share} of their places{which} are left over{AnswerSection.Before(run, $"surplus/{phase}")}"
            : "";
        sentences.Add($"{subject} {pupils}{surplus}.");
    }
}
