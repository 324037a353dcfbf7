using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Send;

namespace KentSufficiency.SimulationTests.Send;

/// <summary>Laws that every queue obeys, and what this one must do under more or less work.</summary>
public class QueueLawTests
{
    private static readonly TestSendRates s_busy = new()
    {
        Assess = 0.76,
        Plan = 0.94,
        Decision = (28, 42),
        Advice = TestSendRates.Spread(42),
        Consultation = TestSendRates.Spread(28),
        Assessments = 0.5,
        Hours = 7,
        Cease = 0.05,
        RequestsAYear = 0.02,
    };

    [Fact]
    public void Asked_are_refused_waiting_issued_or_withdrawn_on_every_day()
    {
        var bench = new SendBench(s_busy with { Adults = 20, PsychologistDays = 60, CaseworkerDays = 10 }, begun: false);
        for (int n = 20_000; n < 30_000; n++)
        {
            bench.Service.AddPast(n, SendBench.IdOf(n, n % 12), SendBench.BornAtAge(n % 17), n % 12, Setting.Mainstream, bench.Rates);
        }

        bench.Service.EndStart(bench.Rates);
        Assert.InRange(bench.Waiting, 40, 200);
        for (int day = 1; day < 1200; day += 7)
        {
            bench.Busy(day);
            if (bench.Day % 5 == 0)
            {
                // Some children move away, whatever their stage.
                bench.Next(() => bench.Service.Leave((bench.Day - 60) * 8));
            }

            Balance(bench);
        }

        Assert.True(bench[SendCount.Withdrawn] > 5);
    }

    [Fact]
    public void The_queue_of_the_psychologists_is_Lindleys()
    {
        // One assessment a working day, all requests of one team, decided within a fixed time: tomorrow's queue is what is there today and comes,
        // less one, and never below none.
        var bench = new SendBench(new TestSendRates { Decision = (7, 7), Assessments = 1 });
        var decided = new int[1100];
        int queue = 0;
        int longest = 0;
        for (int day = 1; day < 1000; day++)
        {
            bench.Next(() => decided[day + 7] = AskSome(bench, day));
            if (bench.Service.IsWorkingDay(day))
            {
                queue = Math.Max(0, queue + decided[day] - 1);
            }
            else
            {
                decided[day + 1] += decided[day];
            }

            // The weekend's cases are decided on Monday.
            Assert.Equal(queue, bench.Service.At(PlanStage.Queued, 2));
            longest = Math.Max(longest, queue);
        }

        Assert.True(longest > 5);
    }

    [Fact]
    public void The_mean_number_waiting_is_the_rate_times_the_mean_wait()
    {
        var bench = new SendBench(s_busy with { Assess = 1, Assessments = 0.6 });
        long waiting = 0;
        long arrived = 0;
        var since = new Dictionary<int, int>();
        long waits = 0;
        for (int day = 1; day <= 1200; day++)
        {
            bench.Busy(day, most: day < 600 ? 3 : 0);
            waiting += bench.At(PlanStage.Queued);
            for (int slot = 0; slot < bench.Service.Plans.Slots; slot++)
            {
                ref PlanState plan = ref bench.Service.Plans[slot];
                if (plan.Stage == PlanStage.Queued && since.TryAdd(slot, plan.DecidedDay))
                {
                    arrived++;
                }
                else if (plan.Stage == PlanStage.Advised && since.Remove(slot, out int from))
                {
                    waits += day - from;
                }
            }
        }

        // Little's law over a stretch that begins and ends with an empty queue is exact.
        Assert.Empty(since);
        Assert.True(arrived > 200);
        Assert.Equal(waits, waiting);
    }

    [Fact]
    public void First_come_is_first_served()
    {
        var bench = new SendBench(s_busy with { Assess = 1, Assessments = 0.2, RequestsAYear = 0 });
        var last = new QueuedPlan[SendTeams.Count];
        var queued = new Dictionary<ulong, QueuedPlan>();
        int taken = 0;
        for (int day = 1; day < 900; day++)
        {
            bench.Busy(day);
            var today = new List<QueuedPlan>();
            for (int slot = 0; slot < bench.Service.Plans.Slots; slot++)
            {
                ref PlanState plan = ref bench.Service.Plans[slot];
                var entry = new QueuedPlan(plan.DecidedDay, plan.Lot, plan.Id, plan.Team, 0);
                if (plan.Stage == PlanStage.Queued)
                {
                    queued[plan.Id] = entry;
                }
                else if (plan.Stage == PlanStage.Advised && queued.Remove(plan.Id))
                {
                    today.Add(entry);
                }
            }

            foreach (QueuedPlan entry in today.Order())
            {
                Assert.True(last[entry.Slot].CompareTo(entry) < 0);
                last[entry.Slot] = entry;
                taken++;
            }
        }

        Assert.True(taken > 100);
    }

    [Theory]
    [InlineData("reviews")]
    [InlineData("psychologists")]
    [InlineData("caseworkers")]
    public void Timeliness_follows_the_work_and_those_who_do_it(string what)
    {
        TestSendRates usual = s_busy with { Hours = 5.6, Assessments = 0.4, Adults = 30 };
        double before = InTime(usual);
        TestSendRates better = what switch
        {
            "reviews" => usual with { ReviewHours = 0.5 * usual.ReviewHours },
            "psychologists" => usual with { Assessments = 1.2 * usual.Assessments },
            _ => usual with { Hours = 1.3 * usual.Hours },
        };
        TestSendRates worse = what switch
        {
            "reviews" => usual with { ReviewHours = 2 * usual.ReviewHours },
            "psychologists" => usual with { Assessments = 0.8 * usual.Assessments },
            _ => usual with { Hours = 0.8 * usual.Hours },
        };
        Assert.InRange(before, 0.05, 0.95);
        Assert.True(InTime(better) > before + 0.02);
        Assert.True(InTime(worse) < before - 0.02);
    }

    [Fact]
    public void A_line_gives_out_cases_in_the_same_order_however_they_were_added()
    {
        var forward = new WaitingPlans();
        var backward = new WaitingPlans();
        for (int day = 0; day < 300; day++)
        {
            QueuedPlan[] today = [.. Enumerable.Range(0, day % 5).Select(i => new QueuedPlan(
                day, new Draws(new DrawKey(3, 0), (ulong)i).For(Process.Lot, day).A % 3, (ulong)((day * 10) + i), i, 0))];
            Array.ForEach(today, entry => forward.Add(entry));
            Array.ForEach([.. today.Reverse()], entry => backward.Add(entry));
            for (int i = 0; i < 1 + (day % 2); i++)
            {
                Assert.Equal(forward.TryTake(out QueuedPlan one), backward.TryTake(out QueuedPlan other));
                Assert.Equal(one, other);
            }
        }

        Assert.Equal(forward.Count, backward.Count);
        Assert.True(forward.Count > 50);
    }

    private static double InTime(TestSendRates rates)
    {
        var bench = new SendBench(rates);
        bench.Busy(900);
        return bench[SendCount.InTime] / (double)bench[SendCount.Issued];
    }

    private static int AskSome(SendBench bench, int day)
    {
        int count = (int)(new Draws(new DrawKey(4, 0), 2).For(Process.Arrivals, day).A % 11) switch { < 6 => 0, < 9 => 1, _ => 2 };
        for (int i = 0; i < count; i++)
        {
            bench.Ask((day * 4) + i);
        }

        return count;
    }

    private static void Balance(SendBench bench)
    {
        Assert.Equal(
            bench[SendCount.OpenAtStart] + bench[SendCount.Asked],
            bench[SendCount.Refused] + bench[SendCount.NoPlan] + bench[SendCount.Withdrawn] + bench[SendCount.Issued] + bench.Waiting);
        var bySetting = new int[bench.Service.BySetting.Length];
        var byTeam = new int[SendTeams.Count];
        int open = 0;
        for (int slot = 0; slot < bench.Service.Plans.Slots; slot++)
        {
            ref PlanState plan = ref bench.Service.Plans[slot];
            open += plan.IsOpen ? 1 : 0;
            if (plan.Stage == PlanStage.Issued)
            {
                bySetting[(int)plan.Setting]++;
                byTeam[plan.Team]++;
            }
        }

        Assert.Equal(bench.Waiting, open);
        Assert.Equal(bySetting, bench.Service.BySetting.ToArray());
        Assert.Equal(byTeam, Enumerable.Range(0, SendTeams.Count).Select(team => bench.Service.Desk(team).Plans));
    }
}
