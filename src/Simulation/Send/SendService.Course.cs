using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Send;

/// <content>The course of one request or plan.</content>
public sealed partial class SendService
{
    private void Due(int slot, SendRates rates)
    {
        ref PlanState plan = ref Plans[slot];
        var draws = new Draws(_key, plan.Id);
        switch (plan.Stage)
        {
            case PlanStage.Asked when !PlanRules.IsAssessed(draws, plan.Request, rates):
                Close(slot, PlanOutcomeKind.Refused, SendCount.Refused);
                break;
            case PlanStage.Asked:
                plan.DecidedDay = _day;
                SetStage(ref plan, PlanStage.Queued);
                _desks[plan.Team].ToAssess.Add(Entry(plan, slot, _day));
                break;
            case PlanStage.Advised when !PlanRules.NeedsPlan(draws, plan.Request, rates):
                Close(slot, PlanOutcomeKind.NoPlan, SendCount.NoPlan);
                break;
            case PlanStage.Advised:
                plan.AdvisedDay = _day;
                SetStage(ref plan, PlanStage.Ready);
                _desks[plan.Team].ToDraft.Add(Entry(plan, slot, _day));
                break;
            case PlanStage.Drafted:
                Issue(slot, rates);
                break;
            case PlanStage.Issued:
            case PlanStage.None:
            case PlanStage.Queued:
            case PlanStage.Ready:
            default:
                throw new InvalidOperationException($"A case at stage {plan.Stage} waits for its turn or its review, not for a day.");
        }
    }

    private void Issue(int slot, SendRates rates)
    {
        ref PlanState plan = ref Plans[slot];
        plan.IssuedDay = _day;
        SetStage(ref plan, PlanStage.Issued);
        _bySetting[(int)plan.Setting]++;
        _desks[plan.Team].Plans++;
        Counts.AddIssued(plan.Team, plan.District, InTime(plan, rates));
        WakeForReview(slot, _day + DaysOfYear);
        _toPlace.Add(new PlacingCase(PlacingClass.Issued, plan.Lot, plan.Id, slot));
    }

    private void ReviewOf(int slot, in RandomBlock luck, SendRates rates)
    {
        ref PlanState plan = ref Plans[slot];
        _desks[plan.Team].AddReview();
        Counts.Add(SendCount.ReviewsDue, plan.Team);
        if (PlanRules.Ceases(luck.UniformA, _day - plan.BirthDay, rates))
        {
            Close(slot, PlanOutcomeKind.Ceased, SendCount.Ceased);
            return;
        }

        WakeForReview(slot, _day + DaysOfYear);
        if (plan.Setting == Setting.ExternalSpecial && luck.UniformB < rates.ReturnAtReview)
        {
            _toPlace.Add(new PlacingCase(PlacingClass.Returning, plan.Lot, plan.Id, slot));
        }
    }

    private static bool InTime(in PlanState plan, SendRates rates) => plan.IssuedDay - plan.AskedDay <= rates.LimitDays;

    private static QueuedPlan Entry(in PlanState plan, int slot, int since) => new(since, plan.Lot, plan.Id, slot, plan.Serial);

    // A child's second plan has a luck of its own.
    private RandomBlock NextPlacement(ref PlanState plan) =>
        new Draws(_key, plan.Id).For(Process.PlanPlacement, NextPlacementOrdinal(ref plan));

    private static int NextPlacementOrdinal(ref PlanState plan) => (plan.Request << 16) | plan.Uses++;

    private int Enter(in PlanState plan)
    {
        int slot = Plans.Add(plan);
        Count(plan, 1);
        return slot;
    }

    private void Close(int slot, PlanOutcomeKind outcome, SendCount count)
    {
        PlanState plan = Plans[slot];
        _outcomes.Add(new PlanOutcome(outcome, plan.Id, plan.Child, plan.Need, plan.Setting, plan.Setting, -1, InTime: false));
        End(slot, count);
    }

    private void End(int slot, SendCount count)
    {
        Counts.Add(count, Plans[slot].Team);
        Count(Plans[slot], -1);
        Plans.Remove(slot);
    }

    // Everything that is counted of a plan as it stands.
    private void Count(in PlanState plan, int change)
    {
        _waiting[((int)plan.Stage * SendTeams.Count) + plan.Team] += change;
        if (plan.Stage == PlanStage.Issued)
        {
            _bySetting[(int)plan.Setting] += change;
            _desks[plan.Team].Plans += change;
        }
    }

    private void SetStage(ref PlanState plan, PlanStage stage)
    {
        _waiting[((int)plan.Stage * SendTeams.Count) + plan.Team]--;
        plan.Stage = stage;
        _waiting[((int)stage * SendTeams.Count) + plan.Team]++;
    }

    private void SetSetting(ref PlanState plan, Setting setting)
    {
        if (plan.Stage == PlanStage.Issued)
        {
            _bySetting[(int)plan.Setting]--;
            _bySetting[(int)setting]++;
        }

        plan.Setting = setting;
    }

    // The review of the 25th birthday is the last.
    private void WakeForReview(int slot, int day) => WakeOn(slot, Math.Min(day, Math.Max(_day + 1, Plans[slot].BirthDay + Age.Days25)));

    // A weekend's affairs wait for Monday.
    private void WakeOn(int slot, int day)
    {
        day = Math.Max(day, _wheel.NextDay);
        while (!IsWorkingDay(day))
        {
            day++;
        }

        Plans[slot].NextDay = day;
        _wheel.Schedule(slot, day);
    }
}
