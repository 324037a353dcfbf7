using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// How many children of the initial stock are still to be found, by what is known of them. A child who would be met today is one of them only
/// while there is room for it, so the stock is drawn as the model would have it, given the counts.
/// </summary>
internal sealed class StockRoom
{
    /// <summary>
    /// After so many children without room for their placement, the placement of the next is taken as it comes: the last few of a count may fit no child
    /// who fits the others.
    /// </summary>
    private const int PatienceForPlacement = 200;

    /// <summary>Likewise after so many attempts at one child, few of whom may be of an age that is still to be found.</summary>
    private const int MostAttempts = 1000;

    private readonly int[] _byAge = new int[5];
    private readonly int[] _byGroup = new int[CareMeasures.Groups];
    private readonly int[] _byProvider = new int[CareMeasures.Providers];
    private bool _ages;
    private bool _groups;
    private bool _providers;
    private int _refused;

    /// <summary>Starts with all of what is known; null where nothing is.</summary>
    public void Begin(KnownStock? known)
    {
        _refused = 0;
        _ages = Copy(known?.ByAge, _byAge);
        _groups = Copy(known?.ByGroup, _byGroup);
        _providers = Copy(known?.ByProvider, _byProvider);
    }

    /// <summary>Whether there is room for a child of an age today.</summary>
    public bool HasAge(in ChildState child, int day) => !_ages || _byAge[(int)Age.Band(child.AgeOn(day))] > 0;

    /// <summary>Whether there is room for a child where it is placed; in the end there is for any.</summary>
    /// <param name="place">Where it is placed.</param>
    /// <param name="attempt">How many children have been tried in its place.</param>
    public bool HasPlacement(HomeKind place, int attempt)
    {
        bool room = (!_groups || _byGroup[CareMeasures.GroupIndex(place)] > 0) && (!_providers || _byProvider[CareMeasures.ProviderIndex(place)] > 0);
        if (room || attempt > MostAttempts || ++_refused > PatienceForPlacement)
        {
            _refused = 0;
            return true;
        }

        return false;
    }

    /// <summary>One of them is found.</summary>
    public void Take(in ChildState child, int day)
    {
        _byAge[(int)Age.Band(child.AgeOn(day))]--;
        _byGroup[CareMeasures.GroupIndex(child.Place)]--;
        _byProvider[CareMeasures.ProviderIndex(child.Place)]--;
    }

    private static bool Copy(int[]? known, int[] into)
    {
        known?.CopyTo(into, 0);
        return known is not null;
    }
}
