using KentSufficiency.Simulation.County;

namespace KentSufficiency.SimulationTests.County;

/// <summary>Durations met in a stock are weighted by their length: known answers.</summary>
public class EquilibriumLawTests
{
    private const int Points = 20_000;

    /// <summary>E[L^2] / E[L] is twice the mean of an exponential; a table of 2,048 midpoints cuts its tail and loses 0.2%.</summary>
    [Fact]
    public void An_exponential_met_in_a_stock_lasts_twice_as_long()
    {
        var law = new EquilibriumLaw(Laws.Exponential(100));

        Assert.InRange(Mean(law), 200 * 0.997, 200 * 1.001);
    }

    /// <summary>The density of the whole is l e^-l (gamma of shape 2): its distribution function at quantiles, within a cell of the table.</summary>
    [Fact]
    public void The_whole_of_an_exponential_is_gamma_of_shape_2()
    {
        var law = new EquilibriumLaw(Laws.Exponential(1));
        for (int i = 1; i < 1000; i++)
        {
            double whole = law.Whole(i / 1000.0);
            Assert.Equal(i / 1000.0, 1 - ((1 + whole) * Math.Exp(-whole)), 0.004);
        }
    }

    /// <summary>A uniform on 0 to 60 has E[L^2] / E[L] = 1200 / 30.</summary>
    [Fact]
    public void A_uniform_met_in_a_stock_lasts_two_thirds_of_the_longest()
    {
        var law = new EquilibriumLaw(new DurationLaw(u => 60 * u));

        Assert.Equal(40, Mean(law), 0.05);
    }

    [Fact]
    public void A_fixed_length_is_itself() => Assert.Equal(30, new EquilibriumLaw(DurationLaw.Fixed(30)).Whole(0.7), 9);

    [Fact]
    public void Outermost_uniforms_stay_within_the_law()
    {
        var law = new EquilibriumLaw(Laws.Exponential(100));

        Assert.InRange(law.Whole(1e-12), 0, 1);
        Assert.InRange(law.Whole(1 - 1e-12), 800, 2000);
    }

    /// <summary>The cell is found by a guide; it must be the one that a search of all cells finds, also where most of the time lies in few of them.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void The_guide_finds_the_cell_that_a_search_finds(double power)
    {
        const int cells = 2048;
        var flow = new DurationLaw(u => 1000 * Math.Pow(u, power));
        var law = new EquilibriumLaw(flow);
        var sums = new double[cells + 1];
        for (int i = 0; i < cells; i++)
        {
            sums[i + 1] = sums[i] + flow.At((i + 0.5) / cells);
        }

        for (int i = 0; i < Points; i++)
        {
            double uniform = (i + 0.5) / Points;
            int cell = Array.FindLastIndex(sums, cells - 1, sum => sum <= uniform * sums[cells]);
            Assert.Equal(flow.At((cell + 0.5) / cells), law.Whole(uniform));
        }
    }

    private static double Mean(EquilibriumLaw law) => Enumerable.Range(0, Points).Average(i => law.Whole((i + 0.5) / Points));
}
