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
                ApprovedHouseholdRules.Leave(ref household, draws, today, effects);
                break;
            default:
                ApprovedHouseholdRules.Wake(ref household, draws, today, effects);
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
        ApprovedHouseholdRules.StartYear(ref household, draws, today);
        effects.Count(Flow.HouseholdsApproved);
        effects.Tell(household.Id, EventKind.Approved);
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
        effects.Count(Flow.Applications);
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
}
