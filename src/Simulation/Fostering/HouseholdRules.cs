using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Fostering;

/// <summary>What a household tells the placement service or the panel.</summary>
public enum HouseholdChange
{
    /// <summary>Takes children again.</summary>
    Resume,

    /// <summary>Goes on a break.</summary>
    Hold,

    /// <summary>Becomes inactive.</summary>
    BecomeInactive,

    /// <summary>Goes on leave; the children go to other homes for the time.</summary>
    LeaveWithRespite,

    /// <summary>Returns from leave.</summary>
    EndLeave,

    /// <summary>Gives notice.</summary>
    GiveNotice,

    /// <summary>Closes.</summary>
    Close,

    /// <summary>Uses more or fewer of its beds from the annual review on.</summary>
    ChangeBeds,
}

/// <summary>What goes to panel.</summary>
public enum PanelCase
{
    /// <summary>Approval of a connected person, whose temporary approval runs out.</summary>
    ConnectedApproval,

    /// <summary>Approval of a mainstream household.</summary>
    Approval,

    /// <summary>An annual review.</summary>
    Review,
}

/// <summary>The life of a fostering household, from enquiry to leaving.</summary>
public static class HouseholdRules
{
    /// <summary>A household enquires.</summary>
    public static void Enquire(ref HouseholdState household, in Draws draws, in Today today, Effects effects)
    {
        FosteringRates rates = today.Rates.Fostering;
        RandomBlock luck = draws.For(Process.Funnel, 0);
        effects.Count(Flow.Enquiries);
        effects.Tell(household.Id, EventKind.Enquired);
        if (luck.UniformA >= rates.Apply)
        {
            household.Phase = HouseholdPhase.Withdrawn;
            household.NextDay = ChildState.Never;
            return;
        }

        Step(ref household, HouseholdPhase.Enquiry, today.Day, rates.ToApplication.Days(luck.UniformB, luck.D));
    }

    /// <summary>A connected person takes one child under a temporary approval.</summary>
    public static void OpenConnected(ref HouseholdState household, in Draws draws, in Today today)
    {
        RandomBlock luck = draws.For(Process.Funnel, 0);
        FosteringRates rates = today.Rates.Fostering;
        int ready = rates.ConnectedAssessment.Days(luck.UniformB, luck.D);
        Step(ref household, HouseholdPhase.Temporary, today.Day, Math.Min(ready, rates.TemporaryLimit));
    }

    /// <summary>Something of the household's is due.</summary>
    public static void Wake(ref HouseholdState household, in Draws draws, in Today today, Effects effects)
    {
        switch (household.Phase)
        {
            case HouseholdPhase.Enquiry:
                Apply(ref household, draws, today, effects);
                break;
            case HouseholdPhase.InAssessment:
                EndAssessment(ref household, draws, today, effects);
                break;
            case HouseholdPhase.Temporary:
                EndConnectedAssessment(ref household, draws, today, effects);
                break;
            case HouseholdPhase.Leaving:
                Leave(ref household, draws, today, effects);
                break;
            default:
                WakeApproved(ref household, draws, today, effects);
                break;
        }
    }

    /// <summary>Panel has heard the household's case for approval.</summary>
    public static void Approve(ref HouseholdState household, in Draws draws, in Today today, Effects effects)
    {
        FosteringRates rates = today.Rates.Fostering;
        household.IsApproved = true;
        household.ApprovedDay = today.Day;
        if (household.IsConnected)
        {
            household.Phase = HouseholdPhase.Active;
            household.PhaseDay = today.Day;
            household.NextDay = ChildState.Never;
            effects.Count(Flow.ConnectedApproved);
            effects.Tell(household.Id, EventKind.Approved);
            return;
        }

        DrawCharacter(ref household, draws, today);
        RandomBlock tenure = draws.For(Process.Tenure, 0);
        household.ExitDay = today.Day + rates.Tenure.Days(tenure.UniformA, tenure.D);
        household.Phase = HouseholdPhase.Active;
        household.PhaseDay = today.Day;
        household.LeaveEndDay = household.PhaseEndDay = ChildState.Never;
        StartYear(ref household, draws, today);
        effects.Count(Flow.HouseholdsApproved);
        effects.Tell(household.Id, EventKind.Approved);
    }

    /// <summary>
    /// Carers who would leave have a child matched to them for the long term: many go on for the child's sake, and the time until they
    /// think of leaving again is drawn anew; the others take nobody more and leave when the limit is reached.
    /// </summary>
    public static void LeaveOrStayForChild(ref HouseholdState household, in Draws draws, in Today today)
    {
        FosteringRates rates = today.Rates.Fostering;
        RandomBlock luck = draws.For(Process.Tenure, 1 + household.Years);
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

    /// <summary>The only child of a connected person has left: the household fosters no longer.</summary>
    public static void ConnectedChildLeft(ref HouseholdState household, in Today today)
    {
        household.Phase = HouseholdPhase.Resigned;
        household.PhaseDay = today.Day;
        household.NextDay = ChildState.Never;
    }

    /// <summary>Draws what the household is: approval, ages, skill, point.</summary>
    public static void DrawCharacter(ref HouseholdState household, in Draws draws, in Today today)
    {
        FosteringRates rates = today.Rates.Fostering;
        RandomBlock what = draws.For(Process.HouseholdCharacter, 0);
        RandomBlock more = draws.For(Process.HouseholdCharacter, 1);
        household.Approved = (byte)(1 + rates.Approval.Sample(what.A));
        AgeRange ages = rates.AgeRanges[rates.AgeRange.Sample(what.B)];
        household.AgeLow = ages.Low;
        household.AgeHigh = ages.High;
        household.Skill = (byte)rates.Skill.Sample(what.C);
        household.Type = (FosterType)rates.Type.Sample(more.D);
        household.SiblingExemption = what.UniformD < rates.SiblingExemption;
        household.OtherLanguage = more.UniformC < rates.OtherLanguage;
        (household.East, household.North) = today.Rates.Placements.Map.PointIn(household.District, more.UniformA, more.UniformB);
    }

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

    private static void Step(ref HouseholdState household, HouseholdPhase phase, int today, int days)
    {
        household.Phase = phase;
        household.PhaseDay = today;
        household.PhaseEndDay = household.NextDay = today + days;
    }

    private static void Apply(ref HouseholdState household, in Draws draws, in Today today, Effects effects)
    {
        FosteringRates rates = today.Rates.Fostering;
        RandomBlock luck = draws.For(Process.Funnel, 1);
        household.Withdraws = luck.UniformA < rates.Withdraw;
        DurationLaw law = household.Withdraws ? rates.ToWithdrawal : rates.Assessment;
        Step(ref household, HouseholdPhase.InAssessment, today.Day, law.Days(luck.UniformB, luck.D));
        effects.Tell(household.Id, EventKind.Applied);
    }

    private static void EndAssessment(ref HouseholdState household, in Draws draws, in Today today, Effects effects)
    {
        RandomBlock luck = draws.For(Process.Funnel, 1);
        household.PhaseDay = today.Day;
        household.NextDay = ChildState.Never;
        if (household.Withdraws)
        {
            household.Phase = HouseholdPhase.Withdrawn;
            effects.Tell(household.Id, EventKind.Withdrew);
            return;
        }

        household.Phase = HouseholdPhase.WaitingForPanel;
        effects.Tell(household.Id, EventKind.ReadyForPanel);
        effects.Want(EffectClass.PanelCase, (byte)PanelCase.Approval, luck.C, household.Id, (int)PanelCase.Approval);
    }

    private static void EndConnectedAssessment(ref HouseholdState household, in Draws draws, in Today today, Effects effects)
    {
        FosteringRates rates = today.Rates.Fostering;
        RandomBlock luck = draws.For(Process.Funnel, 1);
        bool lapsed = today.Day - household.PhaseDay >= rates.TemporaryLimit;
        if (luck.UniformA < rates.ConnectedApproved && !lapsed)
        {
            household.NextDay = household.PhaseDay + rates.TemporaryLimit;
            effects.Want(EffectClass.PanelCase, (byte)PanelCase.ConnectedApproval, luck.C, household.Id, (int)PanelCase.ConnectedApproval);
            return;
        }

        household.Phase = HouseholdPhase.Resigned;
        household.NextDay = ChildState.Never;
        effects.Tell(household.Id, EventKind.HouseholdLeft, "not-approved");
        effects.Want(EffectClass.HouseholdChange, 1, 0, household.Id, (int)HouseholdChange.Close);
    }

    /// <summary>Clocks of an approved household: leaving first, then the end of leave or break, then what starts, then the review.</summary>
    private static void WakeApproved(ref HouseholdState household, in Draws draws, in Today today, Effects effects)
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

    private static void Leave(ref HouseholdState household, in Draws draws, in Today today, Effects effects)
    {
        RandomBlock tenure = draws.For(Process.Tenure, 0);
        bool deregistered = tenure.UniformB < today.Rates.Fostering.Deregistered;
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
