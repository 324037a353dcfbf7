using FsCheck;
using FsCheck.Fluent;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Time;

namespace KentSufficiency.SimulationTests.Time;

public class DayWheelTests
{
    private const int FirstDay = -3;

    /// <summary>
    /// Any sequence of scheduling and draining, against the plainest calendar there is. Four slots make laps, and delays of up to 20
    /// days several of them; some days hold more than one chunk.
    /// </summary>
    [Fact]
    public void Behaves_as_a_sorted_dictionary_of_days()
    {
        var days = Gen.ArrayOf(Gen.Choose(0, 20).Zip(Gen.Choose(1, 9))).ListOf();

        Prop.ForAll(days.ToArbitrary(), plan => Agrees(plan)).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(12)]
    public void Every_entry_is_drained_exactly_once_on_its_day(int slotsLog2)
    {
        const int entities = 20_000;
        var wheel = new DayWheel(FirstDay, slotsLog2);
        int[] dueOn = new int[entities];
        for (int entity = 0; entity < entities; entity++)
        {
            dueOn[entity] = FirstDay + (int)(new Draws(new DrawKey(1, 0), (ulong)entity).Block(1, 0).A % 200);
            wheel.Schedule(entity, dueOn[entity]);
        }

        int[] due = [];
        int drained = 0;
        for (int day = FirstDay; day < FirstDay + 200; day++)
        {
            int count = wheel.Drain(day, ref due);
            Assert.All(due[..count], entity => Assert.Equal(day, dueOn[entity]));
            Assert.Equal(count, due[..count].Distinct().Count());
            drained += count;
            Assert.Equal(entities - drained, wheel.PendingCount);
        }

        Assert.Equal(entities, drained);
    }

    [Fact]
    public void An_entry_for_a_later_lap_stays()
    {
        var wheel = new DayWheel(0, slotsLog2: 2);
        wheel.Schedule(7, day: 9);
        int[] due = [];

        Assert.All(Enumerable.Range(0, 9), day => Assert.Equal(0, wheel.Drain(day, ref due)));
        Assert.Equal(1, wheel.Drain(9, ref due));
        Assert.Equal(7, due[0]);
    }

    [Fact]
    public void A_day_that_has_been_drained_cannot_be_scheduled()
    {
        var wheel = new DayWheel(100);
        int[] due = [];
        Assert.Throws<ArgumentOutOfRangeException>(() => wheel.Schedule(1, 99));
        wheel.Schedule(1, 100);
        wheel.Drain(100, ref due);

        Assert.Throws<ArgumentOutOfRangeException>(() => wheel.Schedule(1, 100));
        wheel.Schedule(1, 101);
        Assert.Equal(101, wheel.NextDay);
    }

    [Fact]
    public void Days_are_drained_one_by_one()
    {
        var wheel = new DayWheel(100);
        int[] due = [];

        Assert.Throws<ArgumentOutOfRangeException>(() => wheel.Drain(101, ref due));
        wheel.Drain(100, ref due);
        Assert.Throws<ArgumentOutOfRangeException>(() => wheel.Drain(100, ref due));
    }

    [Fact]
    public void Reset_forgets_everything()
    {
        var wheel = new DayWheel(0, slotsLog2: 2);
        for (int entity = 0; entity < 1000; entity++)
        {
            wheel.Schedule(entity, entity % 50);
        }

        wheel.Reset(5);

        int[] due = [];
        Assert.Equal(0, wheel.PendingCount);
        Assert.All(Enumerable.Range(5, 60), day => Assert.Equal(0, wheel.Drain(day, ref due)));
    }

    [Fact]
    public void Allocates_nothing_in_the_steady_state()
    {
        var wheel = new DayWheel(0, slotsLog2: 6);
        int[] due = new int[20_000];
        StartHold(wheel);
        HoldUntil(wheel, 300, ref due);

        // First the same replication for ten times as long, which a leak of chunks would not survive; then the next replication.
        long before = GC.GetAllocatedBytesForCurrentThread();
        HoldUntil(wheel, 3000, ref due);
        StartHold(wheel);
        HoldUntil(wheel, 300, ref due);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(21)]
    public void Refuses_an_absurd_number_of_slots(int slotsLog2)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DayWheel(0, slotsLog2));
    }

    // A replication: 10,000 entities that each wake some days after they last did.
    private static void StartHold(DayWheel wheel)
    {
        wheel.Reset(0);
        for (int entity = 0; entity < 10_000; entity++)
        {
            wheel.Schedule(entity, entity % 90);
        }
    }

    private static void HoldUntil(DayWheel wheel, int end, ref int[] due)
    {
        for (int day = wheel.NextDay; day < end; day++)
        {
            int count = wheel.Drain(day, ref due);
            for (int i = 0; i < count; i++)
            {
                wheel.Schedule(due[i], day + 1 + (due[i] * 31 % 100));
            }
        }
    }

    // On each day of the plan: schedule some entities so many days ahead, then drain it; at the end drain what is left.
    private static bool Agrees(List<(int Delay, int Copies)[]> plan)
    {
        var wheel = new DayWheel(FirstDay, slotsLog2: 2);
        var model = new SortedDictionary<int, List<int>>();
        int[] due = [];
        int entity = 0;
        for (int day = FirstDay; day < FirstDay + plan.Count + 21; day++)
        {
            foreach ((int delay, int copies) in day - FirstDay < plan.Count ? plan[day - FirstDay] : [])
            {
                for (int copy = 0; copy < copies; copy++)
                {
                    wheel.Schedule(entity / 2, day + delay); // Every entity twice: the wheel is a multiset.
                    model.TryAdd(day + delay, []);
                    model[day + delay].Add(entity++ / 2);
                }
            }

            int count = wheel.Drain(day, ref due);
            model.Remove(day, out List<int>? expected);
            bool same = due[..count].Order().SequenceEqual((expected ?? []).Order());
            if (!same || wheel.PendingCount != model.Values.Sum(list => list.Count))
            {
                return false;
            }
        }

        return wheel.PendingCount == 0;
    }
}
