using KentSufficiency.Scenarios.Report;

namespace KentSufficiency.Scenarios.Fidelity.Page;

/// <summary>How to read the page, and what it does not tell.</summary>
internal static class ReadingSection
{
    /// <summary>Composes it.</summary>
    public static ReportSection Of(FidelityResult result)
    {
        List<(string Title, string Text)> points =
        [
            ("Unaccompanied children", result.IsWeighted
                ? $"How many there are is driven by events, and they differ from other children in everything. So each comparison is made twice: as the cohort is, and with its children weighted so that "
                    + $"the share of unaccompanied children is {FidelityWords.Percent(result.WantedShare!.Value)} as in what it is compared with. It is judged by the second."
                : "The cohort could not be weighted to the share of unaccompanied children in what it is compared with: each comparison is of the cohort as it is."),
            ("Chance", "A cohort is a sample. A small one lies far from anything by chance alone, and is not blamed for that: chance is added to the limit."),
            ("Limits", "They are judgements, in data/cohorts/fidelity.csv, each with its reason: mostly a tenth of the children, beside how far the releases of different years are apart."),
            ("Withheld counts", "What a publisher withheld is left out on both sides, with its share."),
            ("What it is for", "To find out for which questions a synthetic cohort may stand in for records: to write and test programs, to plan a study, to teach. Results about Kent come from "
                + "the model's runs, which say how wrong they were in the past, not from a cohort."),
        ];
        points.AddRange(result.NotCompared.Select(other => ($"Not compared: {other.Id}", $"{other.Reason[..1].ToUpperInvariant()}{other.Reason[1..]}.")));
        return new ReportSection("reading", "How to read this", [new Points(points)]);
    }
}
