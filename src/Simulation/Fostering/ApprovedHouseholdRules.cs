using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Fostering;

/// <summary>The years of an approved household: leave, breaks, inactivity, annual reviews, and leaving.</summary>
public static class ApprovedHouseholdRules
{
    /// <summary>Draws the year that begins: leave, a break or inactivity, beds withheld, the next review.</summary>
    public static void StartYear(ref HouseholdState household, in Draws draws, in Today today)
    {
        FosteringRates rates = today.Rates.Fostering;
        int year = household.Years++;
        RandomBlock luck = draws.For(Process.HouseholdYear, 2 * year);
        household.ReviewDay = today.Day + 365;
        household.LeaveDay = today.Day + 1 + (int)(luck.UniformA * (364 - rates.LeaveDays));
        double breaks = luck.UniformB;
        bool pauses = breaks < rates.HoldPerYear + rates.InactivePerYear;
        household.BreakIsInactivity = pauses && breaks >= rates.HoldPerYear;
        household.BreakDay = pauses ? today.Day + 1 + (int)(luck.UniformC * 363) : ChildState.Never;
        household.Withheld = household.Approved > 1 && luck.UniformD < rates.Withhold ? (byte)1 : (byte)0;
        Reschedule(ref household);
    }

    /// <summary>Sets the next event to the earliest of an approved household's clocks.</summary>
    public static void Reschedule(ref HouseholdState household)
    {
        int next = Math.Min(household.ExitDay, Math.Min(household.ReviewDay, household.LeaveDay));
        household.NextDay = Math.Min(next, Math.Min(household.LeaveEndDay, Math.Min(household.BreakDay, household.PhaseEndDay)));
    }

    /// <summary>Clocks of an approved household: leaving first, then the end of leave or break, then what starts, then the review.</summary>
    public static void Wake(ref HouseholdState household, in Draws draws, in Today today, Effects effects)
    {
        if (household.ExitDay <= today.Day)
        {
            household.Phase = HouseholdPhase.Leaving;
            household.NextDay = household.PhaseEndDay = today.Day + today.Rates.Fostering.Notice;
            if (household.LeaveEndDay != ChildState.Never)
            {
                EndLeave(ref household, effects);
            }

            Tell(ref household, HouseholdChange.GiveNotice, effects);
            return;
        }

        if (household.LeaveEndDay <= today.Day)
        {
            EndLeave(ref household, effects);
        }

        if (household.PhaseEndDay <= today.Day)
        {
            household.PhaseEndDay = ChildState.Never;
            household.Phase = HouseholdPhase.Active;
            effects.Tell(household.Id, EventKind.Resumed);
            Tell(ref household, HouseholdChange.Resume, effects);
        }

        if (household.BreakDay <= today.Day)
        {
            StartBreak(ref household, draws, today, effects);
        }

        if (household.LeaveDay <= today.Day)
        {
            StartLeave(ref household, draws, today, effects);
        }

        if (household.ReviewDay <= today.Day)
        {
            Review(ref household, draws, today, effects);
        }

        Reschedule(ref household);
    }

    private static void EndLeave(ref HouseholdState household, Effects effects)
    {
        household.LeaveEndDay = ChildState.Never;
        effects.Tell(household.Id, EventKind.LeaveEnded);
        Tell(ref household, HouseholdChange.EndLeave, effects);
    }

    private static void StartBreak(ref HouseholdState household, in Draws draws, in Today today, Effects effects)
    {
        FosteringRates rates = today.Rates.Fostering;
        RandomBlock luck = draws.For(Process.HouseholdYear, (2 * household.Years) - 1);
        bool inactive = household.BreakIsInactivity;
        household.BreakDay = ChildState.Never;
        household.Phase = inactive ? HouseholdPhase.Inactive : HouseholdPhase.OnHold;
        household.PhaseEndDay = today.Day + (inactive ? rates.Inactive : rates.Hold).Days(luck.UniformA, luck.D);
        effects.Tell(household.Id, inactive ? EventKind.Inactive : EventKind.OnHold);
        Tell(ref household, inactive ? HouseholdChange.BecomeInactive : HouseholdChange.Hold, effects);
    }

    private static void StartLeave(ref HouseholdState household, in Draws draws, in Today today, Effects effects)
    {
        FosteringRates rates = today.Rates.Fostering;
        RandomBlock luck = draws.For(Process.HouseholdYear, (2 * household.Years) - 1);
        household.LeaveDay = ChildState.Never;
        if (household.Phase != HouseholdPhase.Active || luck.UniformB >= rates.LeaveWithRespite)
        {
            return;
        }

        household.LeaveEndDay = today.Day + rates.LeaveDays;
        effects.Tell(household.Id, EventKind.LeaveStarted);
        Tell(ref household, HouseholdChange.LeaveWithRespite, effects);
    }

    private static void Review(ref HouseholdState household, in Draws draws, in Today today, Effects effects)
    {
        RandomBlock luck = draws.For(Process.HouseholdYear, (2 * household.Years) - 1);
        if (household.Years == 1 || luck.UniformC < today.Rates.Fostering.ReviewAtPanel)
        {
            effects.Want(EffectClass.PanelCase, (byte)PanelCase.Review, luck.D, household.Id, (int)PanelCase.Review);
        }

        int before = household.Withheld;
        StartYear(ref household, draws, today);
        if (before != household.Withheld)
        {
            Tell(ref household, HouseholdChange.ChangeBeds, effects);
        }
    }

    /// <summary>
    /// Carers who would leave have a child matched to them for the long term: many go on for the child's sake, and the time until they
    /// think of leaving again is drawn anew; the others take nobody more and leave when the limit is reached.
    /// </summary>
    public static void LeaveOrStayForChild(ref HouseholdState household, in Draws draws, in Today today)
    {
        FosteringRates rates = today.Rates.Fostering;
        RandomBlock luck = draws.OnDay(Process.Tenure, today.Day); // Each time they think of leaving has its own luck.
        if (luck.UniformA >= rates.StayForChild)
        {
            household.NextDay = household.PhaseEndDay = today.Day + rates.WindDown;
            return;
        }

        household.Phase = HouseholdPhase.Active;
        household.PhaseEndDay = ChildState.Never;
        household.ExitDay = today.Day + rates.Tenure.Days(luck.UniformB, luck.D);
        Reschedule(ref household);
    }

    /// <summary>The notice is over: the household leaves.</summary>
    public static void Leave(ref HouseholdState household, in Draws draws, in Today today, Effects effects)
    {
        RandomBlock tenure = draws.For(Process.Tenure, 0);
        Leave(ref household, tenure.UniformB < today.Rates.Fostering.Deregistered, today, effects);
    }

    /// <summary>The service takes the household off its register today.</summary>
    public static void Deregister(ref HouseholdState household, in Today today, Effects effects) =>
        Leave(ref household, deregistered: true, today, effects);

    private static void Leave(ref HouseholdState household, bool deregistered, in Today today, Effects effects)
    {
        household.Phase = deregistered ? HouseholdPhase.Deregistered : HouseholdPhase.Resigned;
        household.PhaseDay = today.Day;
        household.NextDay = ChildState.Never;
        effects.Count(Flow.HouseholdsDeregistered);
        effects.Tell(household.Id, EventKind.HouseholdLeft, deregistered ? "de-registered" : "resigned");
        Tell(ref household, HouseholdChange.Close, effects);
    }

    private static void Tell(ref HouseholdState household, HouseholdChange change, Effects effects)
    {
        // Ends before starts, so that a bed given back today can be lent again today.
        byte priority = change is HouseholdChange.EndLeave or HouseholdChange.Resume ? (byte)0 : (byte)1;
        effects.Want(EffectClass.HouseholdChange, priority, (uint)change, household.Id, (int)change);
    }
}
