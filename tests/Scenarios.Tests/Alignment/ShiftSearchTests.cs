using KentSufficiency.Scenarios.Alignment;

namespace KentSufficiency.ScenariosTests.Alignment;

/// <summary>The search for a shift, on means that are formulas.</summary>
public sealed class ShiftSearchTests
{
    private const double Most = 3;

    /// <summary>A mean that rises faster, then slower, and stays above 100 whatever is shifted.</summary>
    private static double Bent(double shift) => 100 + (900 / (1 + Math.Exp(-2 * shift)));

    [Theory]
    [InlineData(550)]
    [InlineData(551)]
    [InlineData(700)]
    [InlineData(990)]
    [InlineData(400)]
    [InlineData(120)]
    public void It_meets_the_total_from_any_guess(double target)
    {
        Assert.All([-2, -0.2, 0, 0.3, 2.9], guess =>
        {
            int tries = 0;
            (double? shift, _) = new ShiftSearch((at, _) => Bent(at) + (0 * ++tries), target, Most).Find(guess, 10, 10);
            Assert.Equal(1, Bent(shift!.Value) / target, ShiftSearch.Tolerance);
            Assert.InRange(tries, 1, 12);
        });
    }

    /// <summary>Few replications are off by 2%, many are not: the last step makes up for that.</summary>
    [Fact]
    public void The_last_step_meets_the_mean_of_many_replications()
    {
        (double? shift, _) = new ShiftSearch((at, count) => Bent(at) * (count < 200 ? 1.02 : 1), 700, Most).Find(0, 50, 200);
        Assert.Equal(1, Bent(shift!.Value) / 700, 0.001);
    }

    [Theory]
    [InlineData(2000, 1)]
    [InlineData(50, -1)]
    public void Out_of_reach_it_tells_what_comes_nearest(double target, int side)
    {
        (double? shift, double nearest) = new ShiftSearch((at, _) => Bent(at), target, Most).Find(0, 10, 10);
        Assert.Null(shift);
        Assert.Equal(Bent(side * Most), nearest, 6);
    }
}
