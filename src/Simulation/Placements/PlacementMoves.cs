using System.Runtime.InteropServices;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Placements;

/// <summary>What follows from a search: the move into a home, the stop-gap, or waiting. Keeps who was moved today.</summary>
internal sealed class PlacementMoves(HomeRegister register, HomeSearch search)
{
    private readonly List<int> _touched = new(64);
    private readonly List<int> _emptied = new(8);

    /// <summary>The schools of children in care, or null where they are left out.</summary>
    public IPupilsInCare? Pupils { get; set; }

    /// <summary>Slots of the children whose state changed today.</summary>
    public ReadOnlySpan<int> Touched => CollectionsMarshal.AsSpan(_touched);

    /// <summary>Connected persons' homes emptied today.</summary>
    public ReadOnlySpan<int> EmptiedConnected => CollectionsMarshal.AsSpan(_emptied);

    /// <summary>Starts a new day.</summary>
    public void Clear()
    {
        _touched.Clear();
        _emptied.Clear();
    }

    /// <summary>Notes that a child's state changed.</summary>
    public void Touch(int slot) => _touched.Add(slot);

    /// <summary>No home today: a planned move waits where the child is; tonight's request gets a stop-gap and stays in the queue.</summary>
    public void Miss(in WaitingRequest request, ref ChildState child, in Seeker seeker, in Draws draws, in Today today, Effects effects)
    {
        PlacementRates rates = today.Rates.Placements;
        int waited = today.Day - request.Since;
        bool planned = request.Priority > 0;
        int unmet = waited == (planned ? rates.PlannedNotice : 0) ? 1 : 0;
        effects.Count(Flow.RequestsUnmet, unmet);
        effects.Count(Flow.RequestsByDistrict, child.District, unmet);
        if (planned)
        {
            if (waited >= rates.PlannedPatience)
            {
                child.RequestDay = ChildState.Never;
                PlacementRules.DrawSpell(ref child, draws, today, homeRisk: 1);
                Care.CareRules.Reschedule(ref child);
                _touched.Add(request.Slot);
            }

            return;
        }

        int inStopGap = today.Day - child.PlacementDay;
        bool spot = child.Place == HomeKind.SpotPurchase;
        int limit = spot ? rates.SpotPurchaseLimit : child.Place == HomeKind.AssessmentBed ? rates.AssessmentLimit : rates.EmergencyLimit;
        if (child.Is(ChildFacts.StopGap) && inStopGap < limit)
        {
            return;
        }

        if (spot)
        {
            Found kept = search.KeepSpotPurchase(child, seeker, draws, today);
            if (kept.IsHome)
            {
                Keep(request, ref child, kept, draws, today, effects);
            }

            return; // Without room the spot purchase goes on.
        }

        Found found = search.StopGap(ref child, seeker, draws, today);
        if (!found.IsHome && child.Is(ChildFacts.StopGap))
        {
            return; // Nowhere to go on to: the stop-gap goes on.
        }

        Place(request, ref child, found, together: false, draws.Key, today, effects);
    }

    /// <summary>Moves a child into the home that was found, out of the one before.</summary>
    public void Place(
        in WaitingRequest request, ref ChildState child, in Found found, bool together, DrawKey key, in Today today, Effects effects)
    {
        bool stopGap = found.Kind.IsStopGap();
        effects.Count(Flow.SpotPurchases, found.Kind == HomeKind.SpotPurchase ? 1 : 0);
        if (!stopGap)
        {
            CountAnswer(request, today, effects);
            int due = request.Since + (request.Priority > 0 ? today.Rates.Placements.PlannedNotice : 0);
            bool suitable = PlacementPolicy.IsSuitable(found.Suitable, together, !found.OutOfCounty, found.Miles <= KentMap.FarMiles);
            effects.Count(Flow.RequestsByDistrict, child.District, today.Day <= due ? 1 : 0);
            effects.Count(Flow.MetSuitablyByDistrict, child.District, suitable && today.Day <= due ? 1 : 0);
        }

        bool single = child.Is(ChildFacts.SinglePlacement);
        if (child.Home != ChildState.NoHome)
        {
            register.Release(child.Home, request.Slot, single);
            if (register[child.Home] is { Kind: HomeKind.ConnectedPerson, Filled: 0 })
            {
                _emptied.Add(child.Home);
            }
        }

        // A stop-gap ends because a home was found, whatever it was that made the child need one.
        PlacementRules.NoteEnd(ref child, child.Is(ChildFacts.StopGap) ? MoveReason.CarePlan : request.Reason, today, effects);
        if (found.IsHome)
        {
            register.Fill(found.Home, request.Slot, single);
        }

        NoteWhere(ref child, found);
        int since = child.RequestDay;
        PlacementRules.Begin(ref child, found.Kind, found.Home, found.Quality, new Draws(key, child.Id), today, effects, HomeRisk(found, today));
        child.RequestDay = stopGap ? since : ChildState.Never;
        Pupils?.MovesIn(request.Slot, child, found, today, effects);
        _touched.Add(request.Slot);
    }

    /// <summary>Notes whether a child lives in Kent and near home; for an unaccompanied child the distance is not known.</summary>
    public static void NoteWhere(ref ChildState child, in Found found)
    {
        bool known = found.IsHome && !child.Is(ChildFacts.Unaccompanied);
        child.Set(ChildFacts.OutOfCounty, found.OutOfCounty);
        child.Set(ChildFacts.DistanceKnown, known);
        child.Set(ChildFacts.Over20Miles, known && found.Miles > KentMap.FarMiles);
        child.Miles = known ? (ushort)Math.Min(ushort.MaxValue, found.Miles * 100) : (ushort)0;
    }

    /// <summary>Counts a request answered by a home that is not a stop-gap, and the days it took.</summary>
    public static void CountAnswer(in WaitingRequest request, in Today today, Effects effects)
    {
        effects.Count(Flow.RequestsMatched);
        effects.Count(Flow.DaysToMatch, today.Day - request.Since);
    }

    /// <summary>What the home itself does to the risk of an unplanned ending.</summary>
    private double HomeRisk(in Found found, in Today today)
    {
        if (!found.IsHome || register[found.Home].Kind != HomeKind.InHouseFoster)
        {
            return 1;
        }

        PlacementRates rates = today.Rates.Placements;
        ref Home home = ref register[found.Home];
        double support = Math.Min(1, register.HubsIn(home.Area) / rates.HubsForFullEffect);
        return (today.Day - home.OpenedDay < 365 ? rates.RiskNewCarers : 1) * (1 - ((1 - rates.RiskWithHubs) * support));
    }

    /// <summary>A spot purchase that nothing better replaced becomes the placement: the child stays where it is.</summary>
    private void Keep(in WaitingRequest request, ref ChildState child, in Found found, in Draws draws, in Today today, Effects effects)
    {
        CountAnswer(request, today, effects);
        bool single = child.Is(ChildFacts.SinglePlacement);
        register.Release(child.Home, request.Slot, single);
        register.Fill(found.Home, request.Slot, single);
        PlacementRules.KeepStopGap(ref child, found.Kind, found.Home, draws, today, effects);
        Pupils?.Stays(request.Slot, child, today, effects);
        _touched.Add(request.Slot);
    }
}
