using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.SimulationTests.County;

/// <summary>A map on squared paper: district d stands 5 miles apart in area d / 3, and one place lies outside.</summary>
internal static class TestMap
{
    public static readonly KentMap Small = new(
    [
        .. Enumerable.Range(0, KentMap.Districts).Select(d => new MapPlace($"D{d}", d / 3, 5 * (d % 3) + 20 * (d / 3 % 2), 20 * (d / 6), 2, 1)),
        new MapPlace("Outside", KentMap.Outside, 70, 70, 5, 1),
    ]);
}
