using KentSufficiency.Simulation.CareLeavers;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Care;

/// <summary>Into, through and out of care.</summary>
public static class CareRules
{
    /// <summary>A child enters care, and with the lead child the brothers and sisters of the group.</summary>
    public static void Enter(ref ChildState child, in Draws draws, in Today today, Effects effects)
    {
        CareRates rates = today.Rates.Care;
        if (child.Episodes == 0)
        {
            ChildCharacter.Draw(ref child, draws, today);
        }

        Begin(ref child, CareCourse.Draw(draws, child.Episodes + 1, child.AgeOn(today.Day), rates), today, effects);
        if (child.Episodes == 1 && child.GroupSize > 1)
        {
            for (int member = 1; member < child.GroupSize; member++)
            {
                effects.Want(EffectClass.SiblingEnters, 0, 0, EntityId.Sibling(child.Id, member), member);
            }
        }

        PlacementRules.Want(ref child, draws, MoveReason.Entry, today, effects);
    }

    /// <summary>A brother or sister enters care with the lead child; the child was not known before.</summary>
    public static void EnterWith(ref ChildState child, in ChildState lead, in Draws draws, in Today today, Effects effects)
    {
        ChildCharacter.DrawAsSibling(ref child, lead, draws, today);
        Begin(ref child, CareCourse.Draw(draws, child.Episodes + 1, child.AgeOn(today.Day), today.Rates.Care), today, effects);
        PlacementRules.Want(ref child, draws, MoveReason.Entry, today, effects);
    }

    /// <summary>Starts an episode with a given course; the request for a home is the caller's.</summary>
    public static void Begin(ref ChildState child, in CareCourse course, in Today today, Effects effects)
    {
        child.Episodes++;
        child.PlacementsThisEpisode = 0;
        child.PhaseDay = today.Day;
        child.Plan = course.Plan;
        child.Legal = course.Legal;
        child.PhaseEndDay = Math.Min(Later(today.Day, course.Length), child.BirthDay + Age.Days18);
        child.LegalDay = FirstLegalDay(course, today);
        child.PlacementDay = today.Day;
        child.PlacementEndDay = ChildState.Never;
        child.PreviousPlacementDay = -ChildState.Never;
        child.RequestDay = ChildState.Never;
        child.Home = ChildState.NoHome;
        child.Place = HomeKind.None;
        effects.Enter(ref child, Phase.LookedAfter);
        effects.Count(Flow.CareStarted);
        effects.Count(Flow.CareStartedByAge, (int)Age.Band(child.AgeOn(today.Day)), 1);
        effects.Count(Flow.CareStartedUnaccompanied, child.Is(ChildFacts.Unaccompanied) ? 1 : 0);
        effects.Tell(child.Id, EventKind.CareStarted, CodeNames.Of(child.Legal, child.Need));
        Reschedule(ref child);
    }

    /// <summary>Something of a looked-after child's is due: the end of care first, then legal status, then the placement.</summary>
    public static void Wake(ref ChildState child, in Draws draws, in Today today, Effects effects)
    {
        if (child.PhaseEndDay <= today.Day)
        {
            End(ref child, draws, today, effects);
            return;
        }

        if (child.LegalDay <= today.Day)
        {
            ReachMilestone(ref child, draws, today, effects);
        }

        if (child.PlacementEndDay <= today.Day)
        {
            PlacementRules.ReachEnd(ref child, draws, today, effects);
        }

        Reschedule(ref child);
    }

    /// <summary>Sets the day of the next event to the earliest of the three clocks.</summary>
    public static void Reschedule(ref ChildState child) =>
        child.NextDay = Math.Min(child.PhaseEndDay, Math.Min(child.LegalDay, child.PlacementEndDay));

    /// <summary>A day some days after another, where Never stays never.</summary>
    internal static int Later(int day, int by) => by == ChildState.Never ? ChildState.Never : day + by;

    private static void ReachMilestone(ref ChildState child, in Draws draws, in Today today, Effects effects)
    {
        bool movesIn = PassMilestone(ref child, draws, today);
        effects.Tell(child.Id, EventKind.LegalStatusChanged, CodeNames.Of(child.Legal));
        if (movesIn)
        {
            // Adopters are no finite resource here: the move happens on the day.
            PlacementRules.LeaveHome(ref child, MoveReason.CarePlan, draws, today, effects);
            PlacementRules.Begin(ref child, HomeKind.Adoption, ChildState.NoHome, 3, draws, today, effects);
        }
    }

    /// <summary>Changes the legal status on its day.</summary>
    /// <returns>Whether the child moves in with adopters on this day.</returns>
    internal static bool PassMilestone(ref ChildState child, in Draws draws, in Today today)
    {
        if (child.Legal is LegalStatus.L1 or LegalStatus.L2)
        {
            EndProtection(ref child, draws, today);
            return false;
        }

        bool adoption = child.Plan == CarePlan.Adoption;
        child.LegalDay = ChildState.Never;
        child.Legal = adoption ? LegalStatus.E1 : LegalStatus.C2;
        return adoption;
    }

    /// <summary>Police protection and emergency orders run out within days; whatever else is due comes after.</summary>
    private static int FirstLegalDay(in CareCourse course, in Today today) => course.Legal switch
    {
        LegalStatus.L1 => Math.Min(course.Milestone, today.Rates.Care.Protection.Police) + today.Day,
        LegalStatus.L2 => Math.Min(course.Milestone, today.Rates.Care.Protection.Emergency) + today.Day,
        _ => Later(today.Day, course.Milestone),
    };

    /// <summary>
    /// Protection runs out: a child whose plan leads before a court goes on under an interim order, others with the parents' consent. The
    /// course at entry, drawn again from its address, tells what comes next.
    /// </summary>
    private static void EndProtection(ref ChildState child, in Draws draws, in Today today)
    {
        CareCourse course = CareCourse.Draw(draws, child.Episodes, child.PhaseDay - child.BirthDay, today.Rates.Care);
        child.Legal = child.Plan is CarePlan.LongTerm or CarePlan.Adoption or CarePlan.SpecialGuardianship or CarePlan.ChildArrangements
            ? LegalStatus.C1
            : LegalStatus.V2;
        child.LegalDay = course.Milestone == ChildState.Never ? ChildState.Never : Math.Max(child.PhaseDay + course.Milestone, today.Day + 1);
    }

    private static void End(ref ChildState child, in Draws draws, in Today today, Effects effects)
    {
        RandomBlock luck = draws.For(Process.Return, child.Episodes);
        bool adult = child.AgeOn(today.Day) >= Age.Days18;
        EndReason reason = adult ? CareLeaverRules.ReasonAt18(child, draws, today) : Reason(child, luck, today.Rates.Care);
        effects.Count(Flow.CareCeased);
        effects.Count(Flow.CareCeasedByAge, (int)Age.Band(child.AgeOn(today.Day)), 1);
        effects.Count(Flow.CareCeasedByReason, (int)reason, 1);
        effects.Tell(child.Id, EventKind.CareEnded, CodeNames.Of(reason));
        if (reason is EndReason.E11 or EndReason.E12)
        {
            effects.Count(Flow.Adopted);
            effects.Count(Flow.AdoptedDays, child.PlacementDay - child.PhaseDay);
        }

        child.EarlierCareSince14 += Math.Max(0, today.Day - Math.Max(child.PhaseDay, child.BirthDay + Age.Days14));
        if (adult)
        {
            CareLeaverRules.Enter(ref child, reason, draws, today, effects);
            return;
        }

        PlacementRules.LeaveHome(ref child, MoveReason.EndOfCare, draws, today, effects);
        if (reason is EndReason.E4A or EndReason.E4B or EndReason.E13 or EndReason.E41 or EndReason.E8)
        {
            RandomBlock shared = new Draws(draws.Key, EntityId.Lead(draws.Entity)).For(Process.Return, 1000 + child.Episodes);
            FrontDoorRules.Close(ref child, shared, today.Rates.Care.AfterReturnHome, today, effects);
            child.Set(ChildFacts.ReturnsToCare, child.Phase == Phase.AtHome);
        }
        else
        {
            FrontDoorRules.Leave(ref child, effects);
        }
    }

    private static EndReason Reason(in ChildState child, in RandomBlock luck, CareRates rates) => child.Plan switch
    {
        CarePlan.ReturnHome => luck.UniformA < rates.PlannedReturn ? EndReason.E4A : EndReason.E4B,
        CarePlan.OtherHome => EndReason.E13,
        CarePlan.ChildArrangements => EndReason.E41,
        CarePlan.SpecialGuardianship => EndReason.E45,
        CarePlan.Adoption => luck.UniformA < rates.AdoptionUnopposed ? EndReason.E11 : EndReason.E12,
        CarePlan.LongTerm => luck.UniformA < rates.RevisedToHome ? EndReason.E4A : EndReason.E45,
        CarePlan.Transfer => EndReason.E3,
        CarePlan.FoundAdult => EndReason.E15,
        _ when luck.UniformA < rates.OtherEnds.Custody => EndReason.E9,
        _ when luck.UniformA < rates.OtherEnds.Custody + rates.OtherEnds.Death => EndReason.E2,
        _ => EndReason.E8,
    };
}
