namespace KentSufficiency.Scenarios.Ssda903;

/// <summary>A row that breaks a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Year">The collection year of the return.</param>
/// <param name="Row">The row.</param>
public sealed record Finding(ReturnRule Rule, int Year, ReturnRow Row);
