using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.CareLeavers;

/// <summary>Rates and laws of young people of 18 and over.</summary>
public sealed class CareLeaverRates
{
    /// <summary>Share of those in Kent's own foster homes at 18 who stay put.</summary>
    public required double StayingPut { get; init; }

    /// <summary>Share of those in supported lodgings at 18 who stay on as care leavers.</summary>
    public required double StayingInLodgings { get; init; }

    /// <summary>Days of Staying Put after 18, cut at 21.</summary>
    public required DurationLaw StayingPutLength { get; init; }

    /// <summary>Share who stay with the service to 25; the others leave it by the law below.</summary>
    public required double To25 { get; init; }

    /// <summary>Days after 18 in the service of those who do not stay to 25.</summary>
    public required DurationLaw ServiceLength { get; init; }

    /// <summary>Days looked after since 14 that make a care leaver (13 weeks).</summary>
    public required int EligibleDays { get; init; }

    /// <summary>Shares of REC at 18 for those who do not stay put: E6 and E7; the rest E5.</summary>
    public required (double WithoutSupport, double AdultCare) Reasons { get; init; }
}

/// <summary>From the 18th birthday to the end of the care leavers' service.</summary>
public static class CareLeaverRules
{
    /// <summary>Why care ends at 18 (SSDA903 REC).</summary>
    public static EndReason ReasonAt18(in ChildState child, in Draws draws, in Today today)
    {
        CareLeaverRates rates = today.Rates.CareLeavers;
        RandomBlock luck = draws.For(Process.CareLeaver, 0);
        if (child.Place is HomeKind.InHouseFoster or HomeKind.InHouseLongTerm && luck.UniformA < rates.StayingPut)
        {
            return EndReason.E17;
        }

        return luck.UniformB < rates.Reasons.WithoutSupport ? EndReason.E6
            : luck.UniformB < rates.Reasons.WithoutSupport + rates.Reasons.AdultCare ? EndReason.E7
            : EndReason.E5;
    }

    /// <summary>A young person turns 18 in care; some keep their bed, with former carers (E17) or in supported lodgings.</summary>
    public static void Enter(ref ChildState child, EndReason reason, in Draws draws, in Today today, Effects effects)
    {
        CareLeaverRates rates = today.Rates.CareLeavers;
        RandomBlock luck = draws.For(Process.CareLeaver, 1);
        bool staysPut = reason == EndReason.E17
            || (child.Place == HomeKind.SupportedLodgings && luck.UniformD < rates.StayingInLodgings);
        if (staysPut)
        {
            PlacementRules.NoteEnd(ref child, MoveReason.EndOfCare, today, effects);
            child.RequestDay = ChildState.Never;
            effects.Want(EffectClass.Release, 1, 0, child.Id, child.Home);
            child.PlacementEndDay = Math.Min(
                today.Day + rates.StayingPutLength.Days(luck.UniformA, luck.D), child.BirthDay + Age.Days21);
        }
        else
        {
            PlacementRules.LeaveHome(ref child, MoveReason.EndOfCare, draws, today, effects);
            child.PlacementEndDay = ChildState.Never;
        }

        effects.SetStayingPut(ref child, staysPut);
        if (child.EarlierCareSince14 < rates.EligibleDays && !staysPut)
        {
            FrontDoorRules.Leave(ref child, effects);
            return;
        }

        child.PhaseDay = today.Day;
        child.PhaseEndDay = luck.UniformB < rates.To25
            ? child.BirthDay + Age.Days25
            : Math.Min(child.BirthDay + Age.Days25, today.Day + rates.ServiceLength.Days(luck.UniformC, luck.D));
        effects.Enter(ref child, Phase.CareLeaver);
        effects.Tell(child.Id, EventKind.CareLeaverStarted);
        child.NextDay = Math.Min(child.PhaseEndDay, child.PlacementEndDay);
    }

    /// <summary>Staying Put ends, or the service does.</summary>
    public static void Wake(ref ChildState child, in Today today, Effects effects)
    {
        bool serviceEnds = child.PhaseEndDay <= today.Day;
        if (child.Is(ChildFacts.StayingPut) && (serviceEnds || child.PlacementEndDay <= today.Day))
        {
            EndStayingPut(ref child, effects);
        }

        if (serviceEnds)
        {
            effects.Tell(child.Id, EventKind.CareLeaverEnded);
            FrontDoorRules.Leave(ref child, effects);
            return;
        }

        child.NextDay = child.PhaseEndDay;
    }

    /// <summary>The bed is given back.</summary>
    public static void EndStayingPut(ref ChildState child, Effects effects)
    {
        effects.SetStayingPut(ref child, false);
        child.PlacementEndDay = ChildState.Never;
        if (child.Home != ChildState.NoHome)
        {
            effects.Want(EffectClass.Release, 2, 0, child.Id, child.Home);
            child.Home = ChildState.NoHome;
        }

        child.Place = HomeKind.None;
        effects.Tell(child.Id, EventKind.StayingPutEnded);
    }
}
