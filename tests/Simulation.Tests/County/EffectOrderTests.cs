using KentSufficiency.Simulation.County;
using KentSufficiency.SimulationTests.Randomness;

namespace KentSufficiency.SimulationTests.County;

public class EffectOrderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(400)]
    public void Few_effects_and_many_come_into_the_order_of_the_tie_rule(int count)
    {
        var dice = new Dice(count);
        var effects = new Effects();
        for (int n = 0; n < count; n++)
        {
            effects.Slot = n;
            effects.Want((EffectClass)dice.Next(6), (byte)dice.Next(3), (uint)dice.Next(3) * uint.MaxValue / 2, (ulong)(7919 * n % 1009), n);
        }

        Effect[] expected = [.. effects.Wanted.ToArray().OrderBy(e => e.Class).ThenBy(e => e.Priority).ThenBy(e => e.Lot).ThenBy(e => e.Entity)];
        effects.OrderWanted();

        Assert.Equal(expected, effects.Wanted.ToArray());
        Assert.Equal(expected, expected.Reverse().Order());
    }
}
