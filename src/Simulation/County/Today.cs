namespace KentSufficiency.Simulation.County;

/// <summary>The conditions of a day, the same for every entity that wakes on it.</summary>
/// <param name="Day">Days since the start of the run; negative in the lead-in.</param>
/// <param name="Month">The calendar month, 1 to 12.</param>
/// <param name="UnaccompaniedStock">Unaccompanied children looked after at the end of the day before.</param>
/// <param name="Rates">The rates and shares in force.</param>
public readonly record struct Today(int Day, int Month, int UnaccompaniedStock, CountyRates Rates);
