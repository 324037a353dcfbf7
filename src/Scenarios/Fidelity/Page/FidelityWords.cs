using KentSufficiency.Scenarios.Report;

namespace KentSufficiency.Scenarios.Fidelity.Page;

/// <summary>Numbers and phrases of the page.</summary>
internal static class FidelityWords
{
    /// <summary>A distance.</summary>
    public static string Distance(double value) => double.IsFinite(value) ? $"{value:0.000}" : "-";

    /// <summary>A share as a percentage.</summary>
    public static string Percent(double share) => double.IsFinite(share) ? $"{100 * share:0.0}%" : "-";

    /// <summary>A number of a comparison: a share, days or a rate.</summary>
    public static string Value(FidelityComparison comparison, double value) => comparison.Stated.Kind == DistanceKind.RelativeDifference
        ? (value >= 10 ? $"{value:0}" : $"{value:0.00}")
        : Percent(value);

    /// <summary>Whether it is within.</summary>
    public static string Verdict(FidelityComparison comparison) => comparison.IsWithin ? "within" : "outside";

    /// <summary>A word as a heading.</summary>
    public static string Heading(string word) => $"{word[..1].ToUpperInvariant()}{word[1..]}";

    /// <summary>A column of text.</summary>
    public static TableColumn Text(string title) => new(title, IsNumber: false);

    /// <summary>What the other side is called in a legend.</summary>
    public static string Other(FidelityResult result) => result.AgainstCohort ? "other cohort" : "published";
}
