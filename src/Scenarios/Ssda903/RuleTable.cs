using KentSufficiency.Scenarios.Ssda903.Rules;

namespace KentSufficiency.Scenarios.Ssda903;

/// <summary>All rules that returns are checked by, and those that are not checked, with the reason.</summary>
public static class RuleTable
{
    /// <summary>The rules that are checked, in the order of their numbers.</summary>
    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        .. new[]
        {
            ParticularsRules.All, MotherRules.All, RecordRules.All, ParticularsBeforeRules.All, EpisodeFieldRules.All, PlaceDetailRules.All, EpisodeChainRules.All,
            ChangeRules.All, EpisodesBeforeRules.All, LegalStatusRules.All, PlacementRules.All, LeavingRules.All, AdoptionRules.All, AdoptersRules.All,
            AdoptionDecisionRules.All, AdoptionDatesRules.All, UascRules.All, HealthRules.All, QuestionnaireRules.All, CareLeaverRules.All, LeaverCohortRules.All,
            ReviewRules.All, MissingRules.All, PreviousPermanenceRules.All,
        }.SelectMany(rules => rules).OrderBy(rule => Order(rule.Number)).ThenBy(rule => rule.Number, StringComparer.Ordinal),
    ];

    /// <summary>The rules that are not checked, in the order of their numbers.</summary>
    public static IReadOnlyList<UncheckedRule> NotChecked { get; } =
        [.. UncheckedRules.All.OrderBy(rule => Order(rule.Number)).ThenBy(rule => rule.Number, StringComparer.Ordinal)];

    /// <summary>Finds a rule that is checked by its number, in any case.</summary>
    /// <param name="number">The number.</param>
    /// <exception cref="ReturnException">There is none of that number, or it is not checked.</exception>
    public static ReturnRule Find(string number)
    {
        if (All.FirstOrDefault(rule => string.Equals(rule.Number, number, StringComparison.OrdinalIgnoreCase)) is { } rule)
        {
            return rule;
        }

        UncheckedRule? known = NotChecked.FirstOrDefault(other => string.Equals(other.Number, number, StringComparison.OrdinalIgnoreCase));
        throw new ReturnException(known is null
            ? $"There is no rule '{number}': 'kent check-903 --list' tells them."
            : $"Rule {known.Number} is not checked: {known.Reason}");
    }

    /// <summary>Numbers by their digits; what begins with a letter last.</summary>
    private static int Order(string number)
    {
        string digits = new([.. number.TakeWhile(char.IsAsciiDigit)]);
        return digits.Length == 0 ? int.MaxValue : int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
    }
}
