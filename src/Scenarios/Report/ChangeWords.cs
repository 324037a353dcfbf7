using KentSufficiency.Scenarios.Statistics;

namespace KentSufficiency.Scenarios.Report;

/// <summary>Sentences about what a strategy changes. An interval that covers zero is never told as a change.</summary>
internal static class ChangeWords
{
    /// <summary>The measures of cost, in the order in which they are looked for: constant prices are comparable.</summary>
    public static readonly string[] CostMeasures = ["cost-real/total", "cost/total"];

    /// <summary>
    /// What a strategy does to a measure: "the in-house share in July 2024 is 4.2 points higher (95% 0.6 to 8.2) than in the baseline: 81.6%
    /// instead of 77.4%".
    /// </summary>
    public static string Sentence(SummaryRow row, MeasureWords words, DateOnly horizon)
    {
        string subject = $"{words.Subject} {words.When(horizon)}";
        Estimate change = row.Difference;
        if (!change.IsThere)
        {
            return $"{subject} cannot be told: there was nothing to measure";
        }

        if (change.IsNothing)
        {
            return $"{subject} is the same as in the baseline";
        }

        string values = $"{NumberWords.Value(row.Value.Mean, words.Unit)} instead of {NumberWords.Value(row.Baseline.Mean, words.Unit)}";
        return change.IsClear
            ? $"{subject} is {NumberWords.Size(change.Mean, change, words.Unit)} {Way(change.Mean)} ({Range(change, words.Unit)}) than in the baseline: {values}"
            : $"no clear change in {subject}: {Tendency(change, words.Unit)}";
    }

    /// <summary>What it costs, to follow the sentence: ", at £2.3m a year more (95% £1.1m to £3.4m)"; nothing where it is not known.</summary>
    public static string Cost(SavedRun run, string scenario)
    {
        SummaryRow? row = CostMeasures.Select(measure => run.At(scenario, measure)).FirstOrDefault(found => found is { Difference.IsThere: true });
        if (row is null)
        {
            return "";
        }

        Estimate change = row.Difference;
        if (change.IsNothing)
        {
            return ", at the same cost";
        }

        return change.IsClear
            ? $", at {NumberWords.BareSize(change.Mean, change, MeasureUnit.Pounds)} a year {MoreOrLess(change.Mean)} ({Range(change, MeasureUnit.Pounds)})"
            : $", with no clear change in cost (95% {Side(change.Low, change, MeasureUnit.Pounds)} to {Side(change.High, change, MeasureUnit.Pounds)} a year)";
    }

    /// <summary>A clear change of an amount of money: "£2.3m more (95% £1.1m to £3.4m)".</summary>
    public static string Amount(Estimate change) =>
        $"{NumberWords.BareSize(change.Mean, change, MeasureUnit.Pounds)} {MoreOrLess(change.Mean)} ({Range(change, MeasureUnit.Pounds)})";

    /// <summary>Other measures that it changes clearly, by at least a fiftieth of what they are; the largest first.</summary>
    public static string Also(SavedRun run, string scenario, IEnumerable<string> measures)
    {
        const double least = 0.02;
        const int most = 3;
        var clear =
            from measure in measures
            let row = run.At(scenario, measure)
            where row is { Difference: { IsThere: true, IsClear: true } }
            let share = Math.Abs(row.Difference.Mean / row.Baseline.Mean)
            where share >= least
            orderby share descending
            select Short(row, MeasureWords.Of(measure));
        string[] told = [.. clear.Take(most)];
        return told.Length == 0 ? "" : $"Also clear: {string.Join("; ", told)}.";
    }

    /// <summary>Whether a change is for the better.</summary>
    public static Verdict Judge(Estimate change, Better? better) => !change.IsThere || !change.IsClear
        ? Verdict.NoClearChange
        : better switch
        {
            Better.Higher => change.Mean > 0 ? Verdict.Better : Verdict.Worse,
            Better.Lower => change.Mean < 0 ? Verdict.Better : Verdict.Worse,
            _ => Verdict.Changed,
        };

    /// <summary>The verdict in words.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Better => "Better",
        Verdict.Worse => "Worse",
        Verdict.Changed => "Changed",
        _ => "No clear change",
    };

    private static string Short(SummaryRow row, MeasureWords words) =>
        $"{words.Subject} is {NumberWords.Size(row.Difference.Mean, row.Difference, words.Unit)} {Way(row.Difference.Mean)} ({Range(row.Difference, words.Unit)})";

    /// <summary>The interval of a clear change, the smaller size first.</summary>
    private static string Range(Estimate change, MeasureUnit unit)
    {
        string low = NumberWords.BareSize(change.Low, change, unit);
        string high = NumberWords.BareSize(change.High, change, unit);
        return change.High < 0 ? $"95% {high} to {low}" : $"95% {low} to {high}";
    }

    private static string Tendency(Estimate change, MeasureUnit unit)
    {
        string mean = NumberWords.Size(change.Mean, change, unit);
        bool none = !mean.Any(c => c is >= '1' and <= '9');
        string average = none ? "no difference on average" : $"{mean} {Way(change.Mean)} on average";
        return $"{average}, and anything from {Side(change.Low, change, unit)} to {Side(change.High, change, unit)} is plausible (95%)";
    }

    private static string Side(double end, Estimate of, MeasureUnit unit)
    {
        string size = unit == MeasureUnit.Pounds ? NumberWords.BareSize(end, of, unit) : NumberWords.Size(end, of, unit);
        bool none = !size.Any(c => c is >= '1' and <= '9');
        return none ? "no difference" : $"{size} {(unit == MeasureUnit.Pounds ? MoreOrLess(end) : Way(end))}";
    }

    private static string Way(double change) => change < 0 ? "lower" : "higher";

    private static string MoreOrLess(double change) => change < 0 ? "less" : "more";
}
