using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Send;

/// <summary>
/// What the placement of a child with a plan asks of those who keep schools and rolls. <c>nextYear</c> says that the place is for the next
/// September and not for today. No method is called for a plan without a child.
/// </summary>
public interface IPlanPlaces
{
    /// <summary>Whether the child's school, if there is one, does not have the year group that the child enters next September.</summary>
    bool ChangesSchool(in PlanState plan);

    /// <summary>The nearest special school with a place, or -1.</summary>
    int NearestSpecial(in PlanState plan, bool nextYear);

    /// <summary>The nearest school whose resource provision has a place for the need and the year group, or -1.</summary>
    int NearestResource(in PlanState plan, bool nextYear);

    /// <summary>The mainstream school to be named, within or above its admission number, or -1.</summary>
    int NearestMainstream(in PlanState plan, bool nextYear);

    /// <summary>
    /// Puts the child on the roll of the school, or on none (-1: outside Kent's schools), and gives up the place held before; or keeps the place
    /// for next September. Called at once, so that the next search sees what is left.
    /// </summary>
    void Settle(in PlanState plan, Setting setting, int school, bool nextYear);
}

/// <summary>Finds the nearest school with a place.</summary>
public static class PlaceSearch
{
    /// <summary>Places of a special school: designated places, times the multiplier in force and what is tolerated above.</summary>
    public static int SpecialPlaces(int designated, SendRates rates) => (int)((designated * rates.SpecialPlaces * rates.SpecialTolerance) + 1e-9);

    /// <summary>Places of a resource provision.</summary>
    public static int ResourcePlaces(int places, SendRates rates) => (int)((places * rates.ResourcePlaces) + 1e-9);

    /// <summary>The index of the nearest with a place; of equally near ones the first. -1 where all are full.</summary>
    /// <param name="east">The home, hundredths of a mile.</param>
    /// <param name="north">The home, hundredths of a mile.</param>
    /// <param name="eastOf">Schools.</param>
    /// <param name="northOf">Schools.</param>
    /// <param name="free">Places left at each; 0 or less is full.</param>
    public static int Nearest(int east, int north, ReadOnlySpan<short> eastOf, ReadOnlySpan<short> northOf, ReadOnlySpan<int> free)
    {
        int nearest = -1;
        long least = long.MaxValue;
        for (int i = 0; i < free.Length; i++)
        {
            long dx = eastOf[i] - east;
            long dy = northOf[i] - north;
            long distance = (dx * dx) + (dy * dy);
            if (free[i] > 0 && distance < least)
            {
                least = distance;
                nearest = i;
            }
        }

        return nearest;
    }
}
