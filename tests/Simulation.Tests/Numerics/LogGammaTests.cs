using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.SimulationTests.Numerics;

public class LogGammaTests
{
    [Fact]
    public void Agrees_with_the_reference()
    {
        foreach (double x in new[] { 1e-10, 0.01, 0.3, 0.999, 1, 1.5, 2, 2.0001, 3, 7.7, 9.999, 10, 11, 170, 1e4, 1e8 })
        {
            double expected = MathNet.Numerics.SpecialFunctions.GammaLn(x);
            Assert.Equal(expected, LogGamma.Of(x), 2e-14 * Math.Max(1, Math.Abs(expected)));
        }
    }

    [Fact]
    public void Refuses_what_has_no_logarithm()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LogGamma.Of(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogGamma.Of(-1.5));
    }
}
