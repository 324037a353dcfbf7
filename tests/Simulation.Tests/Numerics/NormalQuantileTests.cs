using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.SimulationTests.Numerics;

public class NormalQuantileTests
{
    // Wichura's own check values and round probabilities from tables, to 15 digits or more.
    [Theory]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.001, -3.090232306167813)]
    [InlineData(1e-20, -9.262340089798408)]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.9, 1.2815515655446004)]
    [InlineData(1e-300, -37.0471)]
    public void Agrees_with_published_values(double probability, double expected)
    {
        double tolerance = probability == 1e-300 ? 1e-4 : 2e-15 * Math.Max(1, Math.Abs(expected));

        Assert.Equal(expected, NormalQuantile.Of(probability), tolerance);
    }

    [Fact]
    public void Undoes_the_distribution_function()
    {
        for (double x = -7; x <= 7; x += 0.01)
        {
            double tail = MathNet.Numerics.Distributions.Normal.CDF(0, 1, -Math.Abs(x));
            double expected = -Math.Abs(x);
            Assert.Equal(expected, NormalQuantile.Of(tail), 1e-11);
        }
    }

    [Fact]
    public void Is_symmetric_and_rises()
    {
        double previous = double.NegativeInfinity;
        for (int i = 1; i < 4096; i++)
        {
            double p = i / 4096.0;
            double x = NormalQuantile.Of(p);
            Assert.True(x > previous);
            Assert.Equal(x, -NormalQuantile.Of(1 - p));
            previous = x;
        }
    }

    [Fact]
    public void Has_infinite_ends_and_nothing_beyond()
    {
        Assert.Equal(double.NegativeInfinity, NormalQuantile.Of(0));
        Assert.Equal(double.PositiveInfinity, NormalQuantile.Of(1));
        Assert.True(double.IsNaN(NormalQuantile.Of(-0.1)));
        Assert.True(double.IsNaN(NormalQuantile.Of(1.1)));
        Assert.True(double.IsNaN(NormalQuantile.Of(double.NaN)));
    }
}
