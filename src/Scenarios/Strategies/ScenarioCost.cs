namespace KentSufficiency.Scenarios.Strategies;

/// <summary>What a scenario costs by itself: an amount once, or every year.</summary>
/// <param name="What">What the money is for.</param>
/// <param name="Pounds">The amount, or the amount a year, in £ at the prices of 2019-20; negative for a saving.</param>
/// <param name="EveryYear">Whether it is an amount a year.</param>
/// <param name="From">The day of a one-off, or the first day of an amount a year.</param>
/// <param name="To">The last day of an amount a year, that day included; null means to the horizon. Null for a one-off.</param>
/// <param name="Source">An id of <c>sources.csv</c>.</param>
/// <param name="Page">Page in the source; "-" where it has none.</param>
public sealed record ScenarioCost(string What, double Pounds, bool EveryYear, DateOnly From, DateOnly? To, string Source, string Page);
