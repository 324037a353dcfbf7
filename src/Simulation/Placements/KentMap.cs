namespace KentSufficiency.Simulation.Placements;

/// <summary>A place on the map: a square of given half-width around a centre, miles from the origin.</summary>
/// <param name="Name">District or outside place.</param>
/// <param name="Area">0 East, 1 North, 2 South, 3 West, 4 outside Kent.</param>
/// <param name="East">Miles east of the origin.</param>
/// <param name="North">Miles north of the origin.</param>
/// <param name="HalfWidth">Half the side of the square in which homes are scattered, miles.</param>
/// <param name="Weight">Share of the population (districts) or of placements made outside (outside places).</param>
public readonly record struct MapPlace(string Name, int Area, double East, double North, double HalfWidth, double Weight);

/// <summary>The 12 districts of Kent and the places outside it, as points in miles. Immutable.</summary>
public sealed class KentMap
{
    /// <summary>Number of districts.</summary>
    public const int Districts = 12;

    /// <summary>Number of areas within Kent; the index of "outside".</summary>
    public const int Outside = 4;

    /// <summary>Miles from home beyond which the SSDA903 return calls a placement far.</summary>
    public const double FarMiles = 20;

    private readonly MapPlace[] _places;
    private readonly int[][] _byArea;
    private readonly double[][] _cumulative;

    /// <summary>Creates the map.</summary>
    /// <param name="places">The 12 districts first, then at least one place outside.</param>
    /// <exception cref="ArgumentException">Fewer than 13 places, or an area without one.</exception>
    public KentMap(IReadOnlyList<MapPlace> places)
    {
        if (places.Count <= Districts)
        {
            throw new ArgumentException("The map needs the 12 districts and a place outside Kent.", nameof(places));
        }

        _places = [.. places];
        _byArea = [.. Enumerable.Range(0, Outside + 1).Select(area => Enumerable.Range(0, _places.Length).Where(i => _places[i].Area == area).ToArray())];
        if (_byArea.Any(area => area.Length == 0))
        {
            throw new ArgumentException("Every area needs a place.", nameof(places));
        }

        _cumulative = [.. _byArea.Select(Cumulate)];
    }

    /// <summary>A place by index; 0 to 11 are the districts.</summary>
    public MapPlace this[int place] => _places[place];

    /// <summary>The area of a district.</summary>
    public int AreaOf(int district) => _places[district].Area;

    /// <summary>A point within a place, in hundredths of a mile.</summary>
    public (short East, short North) PointIn(int place, double u, double v)
    {
        MapPlace at = _places[place];
        return (Hundredths(at.East + (at.HalfWidth * ((2 * u) - 1))), Hundredths(at.North + (at.HalfWidth * ((2 * v) - 1))));
    }

    /// <summary>A place within an area, by weight.</summary>
    public int PlaceIn(int area, double uniform)
    {
        double[] cumulative = _cumulative[area];
        int i = 0;
        while (i < cumulative.Length - 1 && uniform >= cumulative[i])
        {
            i++;
        }

        return _byArea[area][i];
    }

    /// <summary>Straight-line miles between two points in hundredths.</summary>
    public static double Miles(int east1, int north1, int east2, int north2)
    {
        double east = east1 - east2;
        double north = north1 - north2;
        return Math.Sqrt((east * east) + (north * north)) / 100;
    }

    private double[] Cumulate(int[] members)
    {
        double total = members.Sum(i => _places[i].Weight);
        double sum = 0;
        return [.. members.Select(i => (sum += _places[i].Weight) / total)];
    }

    private static short Hundredths(double miles) => (short)Math.Clamp(Math.Round(miles * 100), short.MinValue, short.MaxValue);
}
