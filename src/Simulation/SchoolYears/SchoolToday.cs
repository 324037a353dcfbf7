namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>The conditions of a day of the school side.</summary>
/// <param name="Day">Days since the start.</param>
/// <param name="Date">The date.</param>
/// <param name="Year">The academic year.</param>
/// <param name="Rates">Rates in force.</param>
internal readonly record struct SchoolToday(int Day, DateOnly Date, int Year, SchoolRates Rates);
