using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.FrontDoor;

/// <summary>
/// A child's way through the front door. One block of four words serves a wake: A decides the way out, B the length of what
/// comes next, C whether the child returns, D rounding (at the first referral: age).
/// </summary>
public static class FrontDoorRules
{
    /// <summary>A referral is a re-referral where the one before was less than so many days ago.</summary>
    internal const int AgainWithin = 365;

    /// <summary>The luck of the child's next wake at the front door.</summary>
    public static RandomBlock Luck(in ChildState child, in Draws draws) => draws.For(Process.FrontDoor, child.FrontDoorUses);

    /// <summary>A child not known before is referred to social work.</summary>
    /// <param name="child">The child.</param>
    /// <param name="luck">The child's <see cref="Luck"/>, which an engine may draw for many children at once.</param>
    /// <param name="today">The day's conditions.</param>
    /// <param name="effects">Receives wishes, counts and events.</param>
    public static void ArriveAtReferral(ref ChildState child, in RandomBlock luck, in Today today, Effects effects)
    {
        child.FrontDoorUses++;
        BeBorn(ref child, luck, today);
        Refer(ref child, luck, today, effects);
    }

    /// <summary>A child not known before is notified to an Early Help unit.</summary>
    public static void ArriveAtEarlyHelp(ref ChildState child, in RandomBlock luck, in Today today, Effects effects)
    {
        child.FrontDoorUses++;
        BeBorn(ref child, luck, today);
        OpenEarlyHelp(ref child, luck, today, effects);
    }

    /// <summary>The present phase of a child known to the front door ends.</summary>
    /// <returns>
    /// Whether the child is to be looked after from today: the caller then lets <see cref="Care.CareRules.Enter"/> follow. Until then nothing at
    /// the front door depends on homes, so that an engine may live through it ahead of everything else.
    /// </returns>
    public static bool Wake(ref ChildState child, in RandomBlock luck, in Today today, Effects effects)
    {
        child.FrontDoorUses++;
        int age = child.AgeOn(today.Day);
        if (age >= Age.Days18)
        {
            Leave(ref child, effects);
            return false;
        }

        FrontDoorRates rates = today.Rates.FrontDoor;
        switch (child.Phase)
        {
            case Phase.EarlyHelp:
                EndEarlyHelp(ref child, luck, today, effects);
                return false;
            case Phase.Assessment:
                return EndAssessment(ref child, luck, today, effects);
            case Phase.ChildInNeed:
                return EndStep(ref child, luck, today, effects, rates.FromChildInNeed[(int)Age.Band(age)], rates.AfterChildInNeed);
            case Phase.ProtectionPlan:
                return EndStep(ref child, luck, today, effects, rates.FromProtectionPlan[(int)Age.Band(age)], rates.AfterProtectionPlan);
            case Phase.AtHome:
                return Return(ref child, luck, today, effects);
            default:
                throw new InvalidOperationException($"A child in phase {child.Phase} does not wake at the front door.");
        }
    }

    /// <summary>Sends a child home, with or without a return to come.</summary>
    public static void Close(ref ChildState child, in RandomBlock luck, ReturnLaw law, in Today today, Effects effects)
    {
        effects.Tell(child.Id, EventKind.CaseClosed);
        if (luck.UniformC >= law.Share)
        {
            Leave(ref child, effects);
            return;
        }

        child.PhaseDay = today.Day;
        child.PhaseEndDay = child.NextDay = today.Day + law.Delay.Days(luck.UniformB, luck.D);
        effects.Enter(ref child, Phase.AtHome);
    }

    /// <summary>Contacts of a day that end in advice leave no history, so they are counted and not made into children (Poisson splitting).</summary>
    public static void Advise(DrawKey key, in Today today, Effects effects)
    {
        double rate = today.Rates.FrontDoor.AdvicePerDay;
        if (rate > 0)
        {
            var county = new Draws(key, EntityId.Of(EntityKind.District, KentMap.Districts, 0, 0));
            int advised = new Poisson(rate).Sample(county, (ushort)Process.Advice, (ulong)(today.Day + EntityId.DayOffset));
            effects.Count(Flow.ContactsAdvised, advised);
        }
    }

    /// <summary>A child leaves the model.</summary>
    public static void Leave(ref ChildState child, Effects effects)
    {
        child.NextDay = ChildState.Never;
        effects.Count(Flow.ChildrenOut);
        effects.Enter(ref child, Phase.Gone);
    }

    /// <summary>An age in days.</summary>
    /// <param name="years">Completed years.</param>
    /// <param name="more">The part of a year that has passed since.</param>
    internal static int DaysOld(int years, double more) => double.ConvertToIntegerNative<int>((years + more) * Age.Year);

    private static void BeBorn(ref ChildState child, in RandomBlock luck, in Today today)
    {
        FrontDoorRates rates = today.Rates.FrontDoor;
        int years = rates.AgeAtReferral.Sample(luck.D);
        double months = years == 0 ? Elementary.Pow(luck.UniformC, rates.NewbornSkew) : luck.UniformC;
        child.BirthDay = today.Day - DaysOld(years, months);
        child.LastReferralDay = -ChildState.Never;
    }

    private static void Refer(ref ChildState child, in RandomBlock luck, in Today today, Effects effects)
    {
        FrontDoorRates rates = today.Rates.FrontDoor;
        CountReferral(ref child, today, effects);
        if (luck.UniformA < rates.ClosedAtReferral)
        {
            Close(ref child, luck, rates.AfterAssessment, today, effects);
            return;
        }

        Open(ref child, Phase.Assessment, rates.Assessment, luck, today, effects);
    }

    private static void CountReferral(ref ChildState child, in Today today, Effects effects)
    {
        effects.Count(Flow.Referrals);
        effects.Count(Flow.ReReferrals, child.LastReferralDay > today.Day - AgainWithin ? 1 : 0);
        effects.Tell(child.Id, EventKind.Referred);
        child.LastReferralDay = today.Day;
    }

    private static void OpenEarlyHelp(ref ChildState child, in RandomBlock luck, in Today today, Effects effects)
    {
        effects.Count(Flow.EarlyHelpStarted);
        effects.Tell(child.Id, EventKind.EarlyHelpStarted);
        Open(ref child, Phase.EarlyHelp, today.Rates.FrontDoor.EarlyHelp, luck, today, effects);
    }

    private static void Open(ref ChildState child, Phase phase, DurationLaw law, in RandomBlock luck, in Today today, Effects effects)
    {
        child.PhaseDay = today.Day;
        child.PhaseEndDay = child.NextDay = today.Day + law.Days(luck.UniformB, luck.D);
        effects.Enter(ref child, phase);
    }

    private static void EndEarlyHelp(ref ChildState child, in RandomBlock luck, in Today today, Effects effects)
    {
        FrontDoorRates rates = today.Rates.FrontDoor;
        if (luck.UniformA < rates.StepUp)
        {
            // The rest of A, stretched to (0, 1), decides what the referral leads to.
            Refer(ref child, luck with { A = (uint)(luck.UniformA / rates.StepUp * uint.MaxValue) }, today, effects);
            return;
        }

        Close(ref child, luck, rates.AfterEarlyHelp, today, effects);
        if (child.Phase == Phase.AtHome)
        {
            child.Set(ChildFacts.ReturnsToEarlyHelp, true);
        }
    }

    private static bool EndAssessment(ref ChildState child, in RandomBlock luck, in Today today, Effects effects)
    {
        FrontDoorRates rates = today.Rates.FrontDoor;
        WaysOut ways = rates.FromAssessment[(int)Age.Band(child.AgeOn(today.Day))];
        if (child.Is(ChildFacts.PlannedBefore))
        {
            ways = ways with { ProtectionPlan = Math.Min(1 - ways.Care, ways.ProtectionPlan * rates.PreviousPlanFactor) };
        }

        return EndStep(ref child, luck, today, effects, ways, rates.AfterAssessment);
    }

    private static bool EndStep(
        ref ChildState child, in RandomBlock luck, in Today today, Effects effects, in WaysOut ways, ReturnLaw otherwise)
    {
        FrontDoorRates rates = today.Rates.FrontDoor;
        double at = luck.UniformA;
        if (at < ways.Care)
        {
            return true;
        }

        if ((at -= ways.Care) < ways.ProtectionPlan)
        {
            effects.Count(Flow.PlansStarted);
            effects.Count(Flow.RepeatPlansStarted, child.Is(ChildFacts.PlannedBefore) ? 1 : 0);
            effects.Tell(child.Id, EventKind.ProtectionPlanStarted);
            child.Set(ChildFacts.PlannedBefore, true);
            Open(ref child, Phase.ProtectionPlan, rates.ProtectionPlan, luck, today, effects);
        }
        else if ((at -= ways.ProtectionPlan) < ways.ChildInNeed)
        {
            effects.Tell(child.Id, EventKind.ChildInNeedStarted);
            Open(ref child, Phase.ChildInNeed, rates.ChildInNeed, luck, today, effects);
        }
        else if (at - ways.ChildInNeed < ways.EarlyHelp)
        {
            OpenEarlyHelp(ref child, luck, today, effects);
        }
        else
        {
            Close(ref child, luck, otherwise, today, effects);
        }

        return false;
    }

    private static bool Return(ref ChildState child, in RandomBlock luck, in Today today, Effects effects)
    {
        if (child.Is(ChildFacts.ReturnsToEarlyHelp))
        {
            child.Set(ChildFacts.ReturnsToEarlyHelp, false);
            OpenEarlyHelp(ref child, luck, today, effects);
        }
        else if (child.Is(ChildFacts.ReturnsToCare))
        {
            child.Set(ChildFacts.ReturnsToCare, false);
            CountReferral(ref child, today, effects);
            effects.Count(Flow.CareReEntries);
            return true;
        }
        else
        {
            Refer(ref child, luck, today, effects);
        }

        return false;
    }
}
