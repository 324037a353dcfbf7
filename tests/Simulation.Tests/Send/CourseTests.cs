using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Send;

namespace KentSufficiency.SimulationTests.Send;

/// <summary>The course of single requests, by hand. Day 0 is a Wednesday, so Mondays are 5, 12, 19 and so on.</summary>
public class CourseTests
{
    [Fact]
    public void A_request_that_waits_for_nobody_is_issued_when_its_stages_are_over()
    {
        var bench = new SendBench(new TestSendRates());
        bench.Next(() => Assert.True(bench.Ask(1)));
        bench.To(400);

        // Asked on Thursday, day 1. Decided after 42 days, Thursday 43, and taken that day; advice after 42 days, Thursday 85, and drafted
        // that day; final after 21 days, Thursday 106.
        (int day, PlanOutcome outcome) = bench.Told.First();
        Assert.Equal((106, PlanOutcomeKind.Issued, true), (day, outcome.Kind, outcome.InTime));
        PlanState plan = bench.PlanOf(1);
        Assert.Equal((1, 43, 85, 106), (plan.AskedDay, plan.DecidedDay, plan.AdvisedDay, plan.IssuedDay));
    }

    [Fact]
    public void What_falls_due_on_a_weekend_waits_for_Monday()
    {
        var bench = new SendBench(new TestSendRates { Decision = (23, 23) });
        bench.To(3);
        bench.Next(() => bench.Ask(1));
        bench.Next(() => bench.Ask(2));
        bench.To(40);

        // Asked on Sunday, day 4, and Monday, day 5: due on Tuesday 27 and Wednesday 28.
        Assert.Equal((27, 28), (bench.PlanOf(1).DecidedDay, bench.PlanOf(2).DecidedDay));

        var weekend = new SendBench(new TestSendRates { Decision = (9, 9) });
        weekend.Next(() => weekend.Ask(1));
        weekend.To(40);
        Assert.Equal(12, weekend.PlanOf(1).DecidedDay);
    }

    [Fact]
    public void The_share_within_20_weeks_is_the_one_counted_by_hand()
    {
        // The consultation is so long that who asks on day 1 has the plan on the 140th day after: 42 + 42 + 56.
        TestSendRates rates = new() { Consultation = DurationLaw.Fixed(56), Hours = 12, IssuedBefore = 4, InTimeBefore = 1 };
        var bench = new SendBench(rates);
        Assert.Equal((1, 4), bench.Service.Counts.Year(SendBench.Ashford));
        bench.Next(() =>
        {
            bench.Ask(1);
            bench.Ask(2);
            bench.Ask(3, SendBench.Canterbury);
        });
        bench.To(300);

        // A plan a day and team, and idle days save none: the second of Ashford is a day late.
        Assert.Equal(3, bench[SendCount.Issued]);
        Assert.Equal(2, bench[SendCount.InTime]);
        bench.To(366);
        Assert.Equal((1, 2), bench.Service.Counts.Year(SendBench.Ashford));
        Assert.Equal((1, 1), bench.Service.Counts.Year(SendBench.Canterbury));
        bench.To(365 + 160);
        Assert.Equal((0, 0), bench.Service.Counts.Year(SendBench.Ashford));
    }

    [Fact]
    public void A_refusal_ends_a_request_and_a_new_one_may_follow()
    {
        var bench = new SendBench(new TestSendRates { Assess = 0 });
        bench.Next(() => bench.Ask(1));
        Assert.False(bench.Ask(1));
        bench.To(50);
        Assert.Equal(PlanOutcomeKind.Refused, Assert.Single(bench.Told).Outcome.Kind);
        Assert.True(bench.Ask(1, request: 2));
    }

    [Fact]
    public void A_child_who_leaves_withdraws_the_request_and_takes_no_turn()
    {
        var bench = new SendBench(new TestSendRates { Assessments = 0.1 });
        bench.Next(() =>
        {
            bench.Ask(1);
            bench.Ask(2);
        });
        bench.To(44);
        int first = bench.PlanOf(1).Stage == PlanStage.Advised ? 1 : 2;
        bench.To(50);
        bench.Next(() => bench.Service.Leave(3 - first));
        Assert.Equal((1, 1), (bench[SendCount.Withdrawn], bench.Waiting));
        bench.Next(() => bench.Ask(4));
        bench.To(400);
        Assert.Equal(2, bench[SendCount.Issued]);
        Assert.Equal(0, bench.Waiting);
    }

    [Fact]
    public void A_plan_is_reviewed_every_year_and_ceases_at_25()
    {
        var bench = new SendBench(new TestSendRates(), begun: false);
        bench.AddPlan(1, Setting.Special, age: 16.5);
        bench.Service.EndStart(bench.Rates);
        bench.To(600);
        bench.Next(() => bench.Service.ComeOfAge(1));
        Assert.Equal(-1, bench.Service.Plans.Of(1));
        Assert.Equal(1, bench.Service.BySetting[(int)Setting.Further]);
        bench.To((int)(8.6 * 365.25));

        (int day, PlanOutcome outcome) = Assert.Single(bench.Told);
        Assert.Equal(PlanOutcomeKind.Ceased, outcome.Kind);
        Assert.InRange(day, 8.5 * 365.25 - 2, (8.5 * 365.25) + 3);
        Assert.InRange(bench[SendCount.ReviewsDue], 9, 10);
        Assert.Equal(bench[SendCount.ReviewsDue], bench[SendCount.ReviewsDone]);
        Assert.Equal(0, bench.Service.Plans.Count);
    }

    [Fact]
    public void A_plan_that_moves_loads_the_team_of_the_new_home()
    {
        var bench = new SendBench(new TestSendRates(), begun: false);
        bench.AddPlan(1, Setting.Mainstream);
        bench.Service.EndStart(bench.Rates);
        bench.Next(() => bench.Service.Move(1, SendBench.Canterbury, bench.Rates));
        Assert.Equal((1, 0), (bench.Service.Desk(0).Plans, bench.Service.Desk(2).Plans));
        bench.To(400);
        Assert.Equal(1, bench.Service.Counts[SendCount.ReviewsDone, 0]);
    }

    [Fact]
    public void Costs_are_plans_times_days_times_the_price_of_a_year()
    {
        var bench = new SendBench(new TestSendRates(), begun: false);
        bench.AddPlan(1, Setting.ExternalSpecial);
        bench.AddPlan(2, Setting.Special);
        bench.Places.Special = 0;
        bench.Service.EndStart(bench.Rates);
        bench.To(100);

        // Prices of the bench, pence a year: external 1,461 and twice that for transport; special 100 and 1.
        Assert.Equal(400, bench.Service.Costs.External);
        Assert.Equal(100 * 100 * 4 / 1461, bench.Service.Costs.Local);
        Assert.Equal(100 * (2922 + 1) * 4 / 1461, bench.Service.Costs.Transport);
    }
}
