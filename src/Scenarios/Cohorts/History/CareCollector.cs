using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Cohorts.History;

/// <summary>Follows every looked-after child from day to day. The end of a day counts: a placement begun and left on one day leaves nothing.</summary>
/// <param name="key">Seed and replication, by which the place of a home that has none is drawn.</param>
internal sealed class CareCollector(DrawKey key)
{
    private readonly Dictionary<ulong, CareHistory> _byChild = [];
    private readonly Dictionary<ulong, string> _left = [];
    private readonly Dictionary<ulong, string> _ended = [];
    private readonly List<(ulong Child, int Slot)> _new = [];
    private CareHistory?[] _at = new CareHistory?[8192];

    /// <summary>All children so far, in the order in which they were met.</summary>
    public List<CareHistory> Children { get; } = [];

    /// <summary>Something happened to a child.</summary>
    public void Happened(int day, in LoggedEvent happened)
    {
        switch (happened.Kind)
        {
            case EventKind.CareEnded:
                _ended[happened.Entity] = happened.Code;
                break;
            case EventKind.PlacementEnded:
                // The first of a day is the one that ended the placement of the day before.
                _left.TryAdd(happened.Entity, happened.Code);
                break;
            case EventKind.CareLeaverStarted when _byChild.TryGetValue(happened.Entity, out CareHistory? child):
                child.LeaverFrom = day;
                break;
            case EventKind.CareLeaverEnded when _byChild.TryGetValue(happened.Entity, out CareHistory? child):
                child.LeaverUntil = day;
                break;
            case EventKind.StayingPutEnded when _byChild.TryGetValue(happened.Entity, out CareHistory? child):
                child.StayingPutUntil = day;
                break;
            default:
                break;
        }
    }

    /// <summary>A day is over.</summary>
    public void EndDay(in CountyGlimpse county)
    {
        foreach ((ulong id, string reason) in _ended)
        {
            if (_byChild.TryGetValue(id, out CareHistory? child) && child.Episodes[^1] is { Until: ChildState.Never } open)
            {
                (open.Until, open.End) = (county.Day, reason);
                if (child.Schooling is [.., { School: not CareHistory.OwnSchool }])
                {
                    child.Schooling.Add((county.Day, CareHistory.OwnSchool));
                }
            }
        }

        _new.Clear();
        foreach (int slot in county.LookedAfter)
        {
            ref readonly ChildState state = ref county.Child(slot);
            if (slot >= _at.Length)
            {
                Array.Resize(ref _at, 2 * slot);
            }

            CareHistory? child = _at[slot];
            if (child is null || child.Child != state.Id || child.Episodes[^1].Until != ChildState.Never)
            {
                _new.Add((state.Id, slot));
                continue;
            }

            Follow(child, state, county);
            FollowSchool(child, slot, county);
        }

        _new.Sort();
        foreach ((ulong id, int slot) in _new)
        {
            Begin(id, slot, county);
        }

        _ended.Clear();
        _left.Clear();
    }

    private void Begin(ulong id, int slot, in CountyGlimpse county)
    {
        ref readonly ChildState state = ref county.Child(slot);
        if (!_byChild.TryGetValue(id, out CareHistory? child))
        {
            child = new CareHistory
            {
                Child = id,
                Number = Children.Count,
                BirthDay = state.BirthDay,
                District = state.District,
                Female = state.Is(ChildFacts.Female),
                Unaccompanied = state.Is(ChildFacts.Unaccompanied),
                Disabled = state.Is(ChildFacts.Disabled),
            };
            _byChild.Add(id, child);
            Children.Add(child);
        }

        _at[slot] = child;
        child.Episodes.Add(EpisodeOf(state, county, Math.Min(state.PlacementDay, county.Day)));
        FollowSchool(child, slot, county);
    }

    private void Follow(CareHistory child, in ChildState state, in CountyGlimpse county)
    {
        CareEpisode open = child.Episodes[^1];
        bool moved = state.PlacementDay != open.PlacementFrom;
        if (!moved && state.Legal == open.Legal && state.Place == open.Kind)
        {
            return;
        }

        open.Until = county.Day;
        open.End = CareEpisode.ContinuesCode;
        open.MoveReason = !moved ? "" : _left.GetValueOrDefault(child.Child, "");
        child.Episodes.Add(EpisodeOf(state, county, county.Day));
    }

    private CareEpisode EpisodeOf(in ChildState state, in CountyGlimpse county, int from) => new()
    {
        CareBegan = state.PhaseDay,
        From = from,
        Legal = state.Legal,
        Need = state.Need,
        Kind = state.Place,
        Home = state.Home == ChildState.NoHome ? 0 : county.Homes[state.Home].Id,
        Place = PlaceOf(state, county),
        PlacementFrom = state.PlacementDay,
        Placement = state.PlacementsThisEpisode,
    };

    /// <summary>A household lies where it lies; a pool somewhere in its area; with parents the child is at home, and adopters live anywhere in Kent.</summary>
    private int PlaceOf(in ChildState state, in CountyGlimpse county)
    {
        RandomBlock luck = new Draws(key, state.Id).For(Process.Cohort, CohortDraws.PlacementBlock + state.PlacementUses);
        if (state.Home == ChildState.NoHome)
        {
            return state.Place == HomeKind.WithParents ? state.District : (int)(luck.UniformA * KentMap.Districts);
        }

        Home home = county.Homes[state.Home];
        return home.IsHousehold ? home.Place : county.Parameters.Regimes[0].Rates.Placements.Map.PlaceIn(home.Area, luck.UniformB);
    }

    private static void FollowSchool(CareHistory child, int slot, in CountyGlimpse county)
    {
        if (county.Day < 0)
        {
            return;
        }

        int school = county.SchoolByCare(slot);
        if (school != (child.Schooling.Count == 0 ? CareHistory.OwnSchool : child.Schooling[^1].School))
        {
            child.Schooling.Add((county.Day, school));
        }

        // Whoever enters care is linked on that day, and the stock on the first: it is asked for once a period.
        if (county.Day == 0 || child.Episodes[^1].CareBegan == county.Day)
        {
            ulong resident = county.ResidentOf(slot);
            if (resident != 0 && resident != child.Resident)
            {
                if (child.Resident != 0)
                {
                    child.FormerResidents.Add(child.Resident);
                }

                child.Resident = resident;
            }
        }
    }
}
