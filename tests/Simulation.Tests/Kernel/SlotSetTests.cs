using KentSufficiency.Simulation.Kernel;
using KentSufficiency.SimulationTests.Randomness;

namespace KentSufficiency.SimulationTests.Kernel;

public class SlotSetTests
{
    [Fact]
    public void Members_are_those_put_in_and_not_taken_out_in_rising_order()
    {
        var dice = new Dice(1);
        var set = new SlotSet();
        var expected = new SortedSet<int>();
        for (int n = 0; n < 20_000; n++)
        {
            int slot = dice.Next(20_000);
            bool member = dice.Next(3) > 0;
            set.Put(slot, member);
            _ = member ? expected.Add(slot) : expected.Remove(slot);
        }

        var copy = new SlotSet();
        copy.Put(3, member: true);
        copy.CopyFrom(set);
        Assert.Equal(expected, set.Members.ToArray());
        Assert.Equal(expected, copy.Members.ToArray());
        Assert.Equal(expected.Count, set.Count);
        set.Reset();
        Assert.Empty(set.Members.ToArray());
    }
}
