using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.SimulationTests.Randomness;

public class RandomBlockTests
{
    private static readonly RandomBlock Zeros = new(0, 0, 0, 0);
    private static readonly RandomBlock Ones = new(uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue);

    [Fact]
    public void Uniforms_never_touch_the_ends_and_mirror_each_other()
    {
        Assert.Equal(Math.ScaleB(1, -33), Zeros.UniformA);
        Assert.Equal(1 - Math.ScaleB(1, -33), Ones.UniformA);
        Assert.Equal(Math.ScaleB(1, -53), Zeros.Uniform53AB);
        Assert.Equal(1 - Math.ScaleB(1, -53), Ones.Uniform53AB);
        Assert.True(Ones.Uniform53CD < 1);
    }

    [Fact]
    public void Each_uniform_reads_its_own_word()
    {
        var block = new RandomBlock(1u << 30, 2u << 30, 3u << 30, 0);

        Assert.Equal(0.25, block.UniformA, 1e-9);
        Assert.Equal(0.5, block.UniformB, 1e-9);
        Assert.Equal(0.75, block.UniformC, 1e-9);
        Assert.Equal(0, block.UniformD, 1e-9);
        Assert.Equal(0.25 + Math.ScaleB(0.5, -32), block.Uniform53AB, 1e-15);
        Assert.Equal(0.75, block.Uniform53CD, 1e-15);
    }

    [Fact]
    public void Draws_read_the_address_of_their_entity()
    {
        var key = new DrawKey(7, 3);
        var draws = new Draws(key, Entity: 42);

        Assert.Equal(Philox4x32.Block(key, 42, 5, 9), draws.Block(5, 9));
        Assert.Equal(draws.Block(5, 9), draws.Attempt(5, 9, attempt: 0));
        Assert.Equal(draws.Block(5, 9 | (255UL << 40)), draws.Attempt(5, 9, attempt: 255));
        Assert.Throws<ArgumentOutOfRangeException>(() => draws.Attempt(5, Draws.AttemptOrdinalLimit, 0));
    }
}
