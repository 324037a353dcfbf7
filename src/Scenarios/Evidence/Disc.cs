namespace KentSufficiency.Scenarios.Evidence;

/// <summary>
/// A disc in which homes are scattered, in miles from the local origin (the middle of Maidstone). Approximate and assumed:
/// it is good for saying how far apart homes are on the whole, not for any one address.
/// </summary>
/// <param name="EastMiles">Centre, miles east of the origin.</param>
/// <param name="NorthMiles">Centre, miles north of the origin.</param>
/// <param name="RadiusMiles">Radius in miles, above zero.</param>
public readonly record struct Disc(double EastMiles, double NorthMiles, double RadiusMiles);
