using KentSufficiency.Scenarios.Report;

namespace KentSufficiency.Scenarios.Fidelity.Page;

/// <summary>The page on how near a cohort is to what was published.</summary>
public static class FidelityPage
{
    /// <summary>Composes it.</summary>
    /// <param name="result">What was found.</param>
    public static ReportDocument Compose(FidelityResult result)
    {
        ReportSection?[] sections =
        [
            VerdictSection.Of(result),
            MarginalSections.Stock(result),
            MarginalSections.Flows(result),
            JointSection.Of(result),
            TransitionSection.Of(result),
            DurationSection.Of(result),
            SiblingSection.Of(result),
            ReadingSection.Of(result),
        ];
        return new ReportDocument(
            result.AgainstCohort ? "How near is the cohort to another?" : "How near is the cohort to what was published?",
            $"{result.Cohort}: {result.Kind}", [.. sections.OfType<ReportSection>()])
        {
            People = result.IsSynthetic ? "All people in it are synthetic." : "Nothing beside the returns says that the children in them are synthetic.",
        };
    }
}
