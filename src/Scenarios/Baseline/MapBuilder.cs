using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Scenarios.Baseline;

/// <summary>The map of Kent and of the places around it from the data.</summary>
internal static class MapBuilder
{
    /// <summary>Half the side of the square that has the area of a disc of radius 1.</summary>
    private const double SquareOfDisc = 0.8862269254527580;

    /// <summary>Builds the map; children placed outside Kent spread over the outside places by weight.</summary>
    public static KentMap Build(KentDistricts districts)
    {
        IEnumerable<MapPlace> inside = districts.All.Select(d => Place(d.Name, (int)d.Area, d.Ground, d.PopulationShare));
        IEnumerable<MapPlace> outside = districts.Outside.Select(p => Place(p.Name, KentMap.Outside, p.Ground, p.Weight));
        return new KentMap([.. inside, .. outside]);
    }

    private static MapPlace Place(string name, int area, Disc ground, double weight) =>
        new(name, area, ground.EastMiles, ground.NorthMiles, ground.RadiusMiles * SquareOfDisc, weight);
}
