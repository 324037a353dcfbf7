using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Send;

/// <summary>What a resident of the start turned out to have.</summary>
public enum StartedWith : byte
{
    /// <summary>Neither plan nor request.</summary>
    Nothing,

    /// <summary>An open request.</summary>
    Request,

    /// <summary>A plan.</summary>
    Plan,
}

/// <content>
/// The start of a run: <see cref="Begin"/>, then each resident once (<see cref="AddPlan"/> for those with a plan, <c>AddPast</c> for all
/// others), then <see cref="EndStart"/>. The backlog is lived through as if its waits had been those of the start throughout.
/// </content>
public sealed partial class SendService
{
    /// <summary>Nobody waits longer than this in the backlog of the start.</summary>
    private const int PastDays = 500;

    /// <summary>Forgets everything and begins a replication, whose first day to be worked is day 1.</summary>
    public void Begin(DrawKey key, SendRates rates)
    {
        _key = key;
        _day = 0;
        Plans.Clear();
        Counts.Begin(rates.Start);
        Costs.Clear();
        _wheel.Reset(1);
        Array.Clear(_bySetting);
        Array.Clear(_waiting);
        _outcomes.Clear();
        foreach (SendDesk desk in _desks)
        {
            desk.Clear();
        }
    }

    /// <summary>A resident who has a plan on the start.</summary>
    public void AddPlan(int child, ulong id, int birthDay, int district, byte need, Setting setting, SendRates rates)
    {
        var draws = new Draws(_key, id);
        PlanState plan = PlanRules.Of(draws, child, birthDay, district, setting, 0, rates);
        plan.Need = need;
        plan.Severity = PlanRules.SeverityFor(setting, need, plan.Severity, rates);
        AddIssued(plan, draws);
    }

    /// <summary>The uniform from which on no plan was asked for before the start, for a child of any age and district.</summary>
    internal static double NobodyAsksFrom(SendRates rates) => ShareAsked(rates.RequestsAYear.Max());

    /// <summary>A resident without a plan: perhaps one was asked for, and is awaited still.</summary>
    /// <returns>What the resident has; the caller sets the facts.</returns>
    public StartedWith AddPast(int child, ulong id, int birthDay, int district, Setting setting, SendRates rates)
    {
        RandomBlock luck = new Draws(_key, id).For(Process.PlanAssessment, PlanRules.CharacterBlock);
        return AddPast(child, id, birthDay, district, setting, luck, rates);
    }

    /// <summary>The same, for a caller who has drawn the character of many residents in a block.</summary>
    internal StartedWith AddPast(int child, ulong id, int birthDay, int district, Setting setting, in RandomBlock luck, SendRates rates)
    {
        var draws = new Draws(_key, id);
        int age = Math.Clamp(Age.Years(-birthDay), 0, SendRates.Ages - 1);
        if (luck.UniformC < ShareAsked(rates.RequestShare(district, age)))
        {
            int asked = -1 - (int)(luck.UniformD * PastDays);
            return asked >= birthDay && AddOpen(draws, child, birthDay, district, setting, asked, rates) ? StartedWith.Request : StartedWith.Nothing;
        }

        if (setting == Setting.Further && draws.For(Process.PlanAssessment, PlanRules.StartBlock).UniformD < rates.Start.FurtherShare)
        {
            AddIssued(PlanRules.Of(draws, child, birthDay, district, setting, 0, rates), draws);
            return StartedWith.Plan;
        }

        return StartedWith.Nothing;
    }

    private static double ShareAsked(double aYear) => aYear * PastDays / Age.Year;

    /// <summary>Adds those of 18 and over, and takes what is there as the start.</summary>
    public void EndStart(SendRates rates)
    {
        for (int district = 0; district < rates.Start.Adults.Length; district++)
        {
            for (int n = 0; n < rates.Start.Adults[district]; n++)
            {
                var draws = new Draws(_key, EntityId.Of(EntityKind.StockPlan, district, 0, n));
                RandomBlock luck = draws.For(Process.PlanAssessment, PlanRules.StartBlock);
                double years = 18 + rates.Start.AdultAges.Sample(luck.B) + luck.UniformC;
                int birthDay = -(int)(years * Age.Year) - 1;
                AddIssued(PlanRules.Of(draws, PlanState.NoChild, birthDay, district, Setting.Further, 0, rates), draws);
            }
        }

        foreach (SendDesk desk in _desks)
        {
            desk.PlansAtStart = desk.Plans;
        }
    }

    /// <summary>Becomes a copy of another service with the same calendar.</summary>
    public void CopyFrom(SendService other)
    {
        Plans.CopyFrom(other.Plans);
        Counts.CopyFrom(other.Counts);
        Costs.CopyFrom(other.Costs);
        _wheel.CopyFrom(other._wheel);
        other._bySetting.CopyTo(_bySetting, 0);
        other._waiting.CopyTo(_waiting, 0);
        _outcomes.Clear();
        _outcomes.AddRange(other._outcomes);
        for (int team = 0; team < _desks.Length; team++)
        {
            _desks[team].CopyFrom(other._desks[team]);
        }

        (_key, _day) = (other._key, other._day);
    }

    private void AddIssued(PlanState plan, in Draws draws)
    {
        // The annual review comes on any day of the year.
        double passed = draws.For(Process.PlanAssessment, PlanRules.StartBlock).UniformA;
        plan.Stage = PlanStage.Issued;
        WakeForReview(Enter(plan), 1 + (int)((1 - passed) * (DaysOfYear - 1)));
    }

    private bool AddOpen(in Draws draws, int child, int birthDay, int district, Setting setting, int asked, SendRates rates)
    {
        PlanState plan = PlanRules.Asked(draws, child, birthDay, district, setting, 0, asked, rates);
        int decided = asked + PlanRules.DecisionDays(draws, 0, rates);
        if (decided >= 0)
        {
            return AddWaking(plan, decided);
        }

        if (!PlanRules.IsAssessed(draws, 0, rates))
        {
            return false;
        }

        plan.DecidedDay = decided;
        double taken = decided + rates.Start.PsychologistDays[plan.Team];
        if (taken >= 0)
        {
            plan.Stage = PlanStage.Queued;
            return AddQueued(plan, _desks[plan.Team].ToAssess, decided);
        }

        int advised = (int)taken + PlanRules.AdviceDays(draws, 0, rates);
        plan.Stage = PlanStage.Advised;
        if (advised >= 0)
        {
            return AddWaking(plan, advised);
        }

        return PlanRules.NeedsPlan(draws, 0, rates) && AddWritten(plan, draws, advised, rates);
    }

    private bool AddWritten(PlanState plan, in Draws draws, int advised, SendRates rates)
    {
        plan.AdvisedDay = advised;
        double drafted = advised + rates.Start.CaseworkerDays[plan.Team];
        if (drafted >= 0)
        {
            plan.Stage = PlanStage.Ready;
            return AddQueued(plan, _desks[plan.Team].ToDraft, advised);
        }

        // Who has it by now is among those with a plan, whom somebody else has drawn.
        int issued = (int)drafted + PlanRules.ConsultationDays(draws, 0, rates);
        plan.Stage = PlanStage.Drafted;
        return issued >= 0 && AddWaking(plan, issued);
    }

    private bool AddWaking(in PlanState plan, int day)
    {
        Counts.Add(SendCount.OpenAtStart, plan.Team);
        WakeOn(Enter(plan), day);
        return true;
    }

    private bool AddQueued(in PlanState plan, WaitingPlans queue, int since)
    {
        Counts.Add(SendCount.OpenAtStart, plan.Team);
        int slot = Enter(plan);
        queue.Add(new QueuedPlan(since, plan.Lot, plan.Id, slot, Plans[slot].Serial));
        return true;
    }
}
