using KentSufficiency.Simulation.Care;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Placements;

/// <summary>
/// Starts, ends and moves of placements from the child's side. Two blocks of draws belong to the n-th placement: 2n for how long it
/// lasts, 2n + 1 for the kind sought and the reason it ends.
/// </summary>
public static class PlacementRules
{
    private const byte Tonight = 0;
    private const byte Planned = 1;
    private const ChildFacts OfThePlacement = ChildFacts.StopGap | ChildFacts.OutOfCounty | ChildFacts.DistanceKnown | ChildFacts.Over20Miles;

    /// <summary>Whether a reason means that the child needs a home tonight.</summary>
    public static bool IsTonight(MoveReason reason) => reason is not (MoveReason.CarePlan or MoveReason.StatusOnly or MoveReason.HomeClosing);

    /// <summary>Asks the placement service for a home.</summary>
    public static void Want(ref ChildState child, in Draws draws, MoveReason reason, in Today today, Effects effects)
    {
        child.RequestDay = today.Day;
        child.PlacementEndDay = ChildState.Never;
        bool tonight = IsTonight(reason);
        uint lot = new Draws(draws.Key, EntityId.Lead(draws.Entity)).OnDay(Process.Lot, today.Day).A;
        effects.Count(Flow.Requests);
        effects.Tell(child.Id, EventKind.HomeRequested, CodeNames.Of(reason));
        effects.Want(EffectClass.PlacementRequest, tonight ? Tonight : Planned, lot, child.Id, (int)reason);
    }

    /// <summary>Starts a placement.</summary>
    /// <param name="child">The child.</param>
    /// <param name="kind">Kind of home.</param>
    /// <param name="home">Its index in the register, or <see cref="ChildState.NoHome"/> for kinds that need none.</param>
    /// <param name="match">Quality of the match, 0 to 3.</param>
    /// <param name="draws">The child's draws.</param>
    /// <param name="today">The day's conditions.</param>
    /// <param name="effects">Receives counts and events.</param>
    /// <param name="homeRisk">Multiplies the risk of an unplanned ending: new carers raise it, a hub family near lowers it.</param>
    public static void Begin(
        ref ChildState child, HomeKind kind, int home, int match, in Draws draws, in Today today, Effects effects, double homeRisk = 1)
    {
        bool first = child.PlacementsThisEpisode == 0;
        child.PreviousPlacementDay = first ? -ChildState.Never : child.PlacementDay;
        child.PlacementDay = today.Day;
        child.PlacementsThisEpisode++;
        child.Place = kind;
        child.Home = home;
        child.MatchQuality = (byte)match;
        child.Set(ChildFacts.StopGap, kind.IsStopGap());
        child.Set(ChildFacts.Supported, false);
        effects.Count(Flow.PlacementsStarted);
        effects.Tell(child.Id, EventKind.PlacementStarted, CodeNames.PlaceAndProvider(kind), (ulong)(uint)(home + 1));
        if (first && child.Plan == CarePlan.ReturnHome)
        {
            double left = (child.PhaseEndDay - today.Day) * today.Rates.Care.ReturnHomeFactor[(int)kind];
            child.PhaseEndDay = Math.Min(today.Day + Math.Max(1, (int)left), child.BirthDay + Age.Days18);
        }

        DrawSpell(ref child, draws, today, homeRisk);
        CareRules.Reschedule(ref child);
    }

    /// <summary>Gives up the present home.</summary>
    public static void LeaveHome(ref ChildState child, MoveReason reason, in Draws draws, in Today today, Effects effects)
    {
        child.RequestDay = ChildState.Never;
        if (child.Home != ChildState.NoHome)
        {
            effects.Want(EffectClass.Release, 0, 0, child.Id, child.Home);
            child.Home = ChildState.NoHome;
        }

        NoteEnd(ref child, reason, today, effects);
        child.Place = HomeKind.None;
        child.Facts &= ~OfThePlacement;
    }

    /// <summary>Notes the end of the present placement in counts and events.</summary>
    public static void NoteEnd(ref ChildState child, MoveReason reason, in Today today, Effects effects)
    {
        if (child.Place == HomeKind.None)
        {
            return;
        }

        if (child.Is(ChildFacts.StopGap))
        {
            effects.Count(Flow.EmergencyNights, today.Day - child.PlacementDay);
        }

        effects.Tell(child.Id, EventKind.PlacementEnded, CodeNames.Of(reason));
    }

    /// <summary>The day drawn at the start of the placement for its end has come.</summary>
    public static void ReachEnd(ref ChildState child, in Draws draws, in Today today, Effects effects)
    {
        child.PlacementEndDay = ChildState.Never;
        RandomBlock next = draws.For(Process.Placement, (2 * (child.PlacementUses - 1)) + 1);
        if (child.Is(ChildFacts.EndsUnplanned))
        {
            if (child.Place is HomeKind.InHouseFoster or HomeKind.InHouseLongTerm && !child.Is(ChildFacts.Supported))
            {
                effects.Want(EffectClass.Stability, 0, next.D, child.Id, 0);
                return;
            }

            BreakDown(ref child, draws, today, effects);
        }
        else if (ConvertsInPlace(child, draws, today))
        {
            Convert(ref child, draws, today, effects);
        }
        else
        {
            Want(ref child, draws, MoveReason.CarePlan, today, effects);
        }
    }

    /// <summary>Whether the placement that reached its planned end goes on with the same carers as a long-term one.</summary>
    public static bool ConvertsInPlace(in ChildState child, in Draws draws, in Today today) =>
        !child.Is(ChildFacts.EndsUnplanned) && IsShortTermFoster(child.Place) && child.Plan == CarePlan.LongTerm
        && draws.For(Process.Placement, (2 * (child.PlacementUses - 1)) + 1).UniformC < today.Rates.Placements.ConvertedInPlace;

    /// <summary>The placement becomes long-term, with the same carers.</summary>
    public static void Convert(ref ChildState child, in Draws draws, in Today today, Effects effects)
    {
        child.Place = child.Place == HomeKind.AgencyFoster ? HomeKind.AgencyLongTerm : HomeKind.InHouseLongTerm;
        effects.Tell(child.Id, EventKind.PlacementStarted, CodeNames.PlaceAndProvider(child.Place), (ulong)(uint)(child.Home + 1));
        DrawSpell(ref child, draws, today, homeRisk: 1);
    }

    /// <summary>A stop-gap becomes the placement: same home, a kind and an end of its own.</summary>
    public static void KeepStopGap(ref ChildState child, HomeKind kind, int home, in Draws draws, in Today today, Effects effects)
    {
        effects.Count(Flow.EmergencyNights, today.Day - child.PlacementDay);
        child.Set(ChildFacts.StopGap, false);
        child.RequestDay = ChildState.Never;
        child.Place = kind;
        child.Home = home;
        effects.Tell(child.Id, EventKind.PlacementStarted, CodeNames.PlaceAndProvider(kind), (ulong)(uint)(home + 1));
        DrawSpell(ref child, draws, today, homeRisk: 1);
        CareRules.Reschedule(ref child);
    }

    /// <summary>The stability team's answer: the placement is kept and drawn anew, or breaks down.</summary>
    public static void AnswerStability(ref ChildState child, bool taken, bool kept, in Draws draws, in Today today, Effects effects)
    {
        child.Set(ChildFacts.Supported, taken);
        if (taken && kept)
        {
            DrawSpell(ref child, draws, today, homeRisk: 1);
        }
        else
        {
            BreakDown(ref child, draws, today, effects);
        }

        CareRules.Reschedule(ref child);
    }

    /// <summary>The home is lost, or will be: the carers left, or gave notice.</summary>
    public static void LoseHome(ref ChildState child, MoveReason reason, in Draws draws, in Today today, Effects effects)
    {
        Want(ref child, draws, reason, today, effects);
        CareRules.Reschedule(ref child);
    }

    /// <summary>Draws how long the placement that now begins, or goes on under a new status, lasts.</summary>
    internal static void DrawSpell(ref ChildState child, in Draws draws, in Today today, double homeRisk)
    {
        PlacementRates rates = today.Rates.Placements;
        RandomBlock luck = draws.For(Process.Placement, 2 * child.PlacementUses++);
        if (child.Is(ChildFacts.StopGap))
        {
            // The placement service goes on searching every day and ends a stop-gap itself.
            child.PlacementEndDay = ChildState.Never;
            return;
        }

        double mean = rates.UnplannedMean[(int)child.Place][(int)Age.Band(child.AgeOn(today.Day))];
        int unplanned = ChildState.Never;
        if (mean > 0)
        {
            double risk = rates.RiskByNeed[child.NeedLevel] * rates.RiskByMatch[child.MatchQuality] * homeRisk;
            unplanned = CareRules.Later(today.Day, rates.UnplannedShape.Days(luck.UniformA, luck.D, mean / risk));
        }

        PlannedMove move = IsShortTermFoster(child.Place) && child.Plan == CarePlan.LongTerm ? rates.PlannedLongTerm : rates.Planned[(int)child.Place];
        int planned = luck.UniformC < move.Share
            ? today.Day + move.After.Days(luck.UniformB, luck.D)
            : MoveToIndependence(child, luck, move.Share, rates, today.Day);
        child.Set(ChildFacts.EndsUnplanned, unplanned < planned);
        child.PlacementEndDay = Math.Min(unplanned, planned);
    }

    /// <summary>Between 16 and 18 some leave a family or children's home for a first step towards independence; the rest of C decides.</summary>
    private static int MoveToIndependence(in ChildState child, in RandomBlock luck, double shareBefore, PlacementRates rates, int today)
    {
        bool leaves = (luck.UniformC - shareBefore) / (1 - shareBefore) < rates.IndependenceShare;
        bool from = IsShortTermFoster(child.Place) || child.Place is HomeKind.InHouseLongTerm or HomeKind.AgencyLongTerm or HomeKind.ChildrensHome;
        int day = child.BirthDay + Age.Days16 + (int)(luck.UniformB * (Age.Days18 - Age.Days16 - 60));
        return leaves && from && day > today ? day : ChildState.Never;
    }

    private static void BreakDown(ref ChildState child, in Draws draws, in Today today, Effects effects)
    {
        RandomBlock next = draws.For(Process.Placement, (2 * (child.PlacementUses - 1)) + 1);
        effects.Count(Flow.UnplannedEndings);
        Want(ref child, draws, (MoveReason)today.Rates.Placements.UnplannedReasons.Sample(next.D), today, effects);
    }

    private static bool IsShortTermFoster(HomeKind kind) => kind is HomeKind.InHouseFoster or HomeKind.AgencyFoster;
}
