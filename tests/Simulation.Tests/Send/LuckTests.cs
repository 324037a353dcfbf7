using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Send;

namespace KentSufficiency.SimulationTests.Send;

/// <summary>Luck has an address, a copy goes on as its original, and nothing is allocated.</summary>
public class LuckTests
{
    private static readonly TestSendRates s_rates = new()
    {
        Assess = 0.76,
        Plan = 0.94,
        Decision = (28, 42),
        Advice = TestSendRates.Spread(42),
        Consultation = TestSendRates.Spread(28),
        Assessments = 0.36,
        Hours = 6,
        Cease = 0.05,
        Adults = 10,
    };

    [Fact]
    public void The_order_in_which_children_ask_on_a_day_means_nothing()
    {
        var one = new SendBench(s_rates, new PlanPlacesPool(100, 20));
        var other = new SendBench(s_rates, new PlanPlacesPool(100, 20));
        one.Busy(700, most: 7);
        other.Busy(700, most: 7, shift: 3);
        Assert.True(one[SendCount.Issued] > 300);
        Assert.Equal(one.Told, other.Told);
    }

    [Fact]
    public void Nor_does_it_decide_who_has_the_last_place()
    {
        TestSendRates together = new();
        var forward = new SendBench(together, new PlanPlacesPool(special: 30, resource: 5));
        var backward = new SendBench(together, new PlanPlacesPool(special: 30, resource: 5));
        forward.Next(() => Enumerable.Range(0, 200).ToList().ForEach(n => forward.Ask(n, n % 12)));
        backward.Next(() => Enumerable.Range(0, 200).Reverse().ToList().ForEach(n => backward.Ask(n, n % 12)));
        forward.To(120);
        backward.To(120);
        Assert.Equal(200, forward.Told.Count);
        Assert.Equal(forward.Told, backward.Told);
    }

    [Fact]
    public void One_more_request_changes_nobody_elses_history_where_nothing_is_scarce()
    {
        TestSendRates plenty = s_rates with { Assessments = TestSendRates.Plenty, Hours = TestSendRates.Plenty };
        var one = new SendBench(plenty);
        var other = new SendBench(plenty);
        one.Busy(20);
        other.Busy(19);
        other.Next(() =>
        {
            other.Ask(100_000, SendBench.Canterbury);
            AskAsBusyDoes(other);
        });
        one.Busy(700);
        other.Busy(700);
        ulong more = SendBench.IdOf(100_000, SendBench.Canterbury);
        Assert.Contains(other.Told, told => told.Outcome.Id == more);
        Assert.Equal(OfKentWithout(one, more), OfKentWithout(other, more));
    }

    [Fact]
    public void Where_it_is_scarce_only_the_waits_change_and_not_the_luck()
    {
        var draws = new Draws(new DrawKey(7, 0), SendBench.IdOf(3));
        SendRates scarce = s_rates.Build();
        var bench = new SendBench(s_rates with { Assess = 1, Plan = 1 });
        bench.Next(() =>
        {
            for (int n = 0; n < 40; n++)
            {
                bench.Ask(n);
            }
        });
        bench.To(700);
        PlanState plan = bench.PlanOf(3);
        Assert.True(plan.AdvisedDay - plan.DecidedDay > PlanRules.AdviceDays(draws, 1, scarce));
        Assert.InRange(plan.DecidedDay - plan.AskedDay - PlanRules.DecisionDays(draws, 1, scarce), 0, 2);
        Assert.NotEqual(PlanRules.AdviceDays(draws, 1, scarce), PlanRules.AdviceDays(draws, 2, scarce));
    }

    [Fact]
    public void A_copy_goes_on_as_its_original()
    {
        var one = new SendBench(s_rates, new PlanPlacesPool(100, 20));
        one.Busy(400);
        var copy = new SendService(new SchoolCalendar(new DateOnly(2019, 7, 31)));
        copy.Begin(new DrawKey(1, 1), one.Rates);
        copy.CopyFrom(one.Service);
        var places = new PlanPlacesPool(one.Places.Special, one.Places.Resource);
        int issued = 0;
        for (int day = 401; day < 600; day++)
        {
            one.Next();
            copy.BeginDay(day, one.Rates);
            copy.Work(one.Rates, places);
            Assert.Equal(one.Service.Outcomes.ToArray(), copy.Outcomes.ToArray());
            issued += one.Service.Outcomes.Length;
        }

        Assert.True(issued > 50);
        Assert.Equal(one.Service.Costs.Transport, copy.Costs.Transport);
        Assert.Equal(one.Service.Counts.Total(SendCount.ReviewsDone), copy.Counts.Total(SendCount.ReviewsDone));
    }

    [Fact]
    public void A_replication_that_was_run_before_allocates_nothing()
    {
        SendRates rates = (s_rates with { RequestsAYear = 0.02, PsychologistDays = 50 }).Build();
        var service = new SendService(new SchoolCalendar(new DateOnly(2019, 7, 31)));
        var places = new PlanPlacesPool(200, 40);
        long least = long.MaxValue;
        for (int run = 0; run < 3; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Live(service, rates, places);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.True(service.Counts.Total(SendCount.Issued) > 300);
        Assert.Equal(0, least);
    }

    private static void Live(SendService service, SendRates rates, PlanPlacesPool places)
    {
        service.Begin(new DrawKey(5, 0), rates);
        for (int n = 10_000; n < 15_000; n++)
        {
            service.AddPast(n, SendBench.IdOf(n, n % 12), SendBench.BornAtAge(n % 17), n % 12, Setting.Mainstream, rates);
        }

        service.EndStart(rates);
        for (int day = 1; day < 900; day++)
        {
            service.BeginDay(day, rates);
            service.Ask(day, SendBench.IdOf(day, day % 12), SendBench.BornAtAge(9), day % 12, Setting.Mainstream, 1, rates);
            service.Leave(day - 300);
            service.Work(rates, places);
        }
    }

    // What the bench's busy days ask on the same day.
    private static void AskAsBusyDoes(SendBench bench)
    {
        int count = (int)(new Draws(new DrawKey(99, 0), 1).For(Process.Arrivals, bench.Day).A % 5);
        for (int i = 0; i < count; i++)
        {
            bench.Ask((bench.Day * 8) + i, district: ((bench.Day * 8) + i) % 12);
        }
    }

    private static (int Day, PlanOutcome Outcome)[] OfKentWithout(SendBench bench, ulong id) => [.. bench.Told.Where(told => told.Outcome.Id != id)];
}
