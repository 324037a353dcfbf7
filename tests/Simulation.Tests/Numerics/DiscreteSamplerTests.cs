using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;
using Reference = MathNet.Numerics.Distributions;

namespace KentSufficiency.SimulationTests.Numerics;

/// <summary>Each sampler against its probabilities; the false-alarm rate is stated at <see cref="GoodnessOfFit"/>.</summary>
public class DiscreteSamplerTests
{
    private const int Size = 200_000;

    // A wrong constant in a rejection sampler moves a few thousandths of the draws: only a large sample shows it.
    private const int LargeSize = 2_000_000;

    [Theory]
    [InlineData(0.02)]
    [InlineData(3.3)]
    [InlineData(9.999)]
    [InlineData(10)]
    [InlineData(47.5)]
    [InlineData(2000)]
    public void Poisson_fits(double mean)
    {
        var distribution = new Poisson(mean);

        int[] sample = Sample(draws => distribution.Sample(draws, process: 9, ordinal: 1), LargeSize);

        GoodnessOfFit.AssertDiscrete(sample, k => Reference.Poisson.PMF(mean, k));
    }

    [Fact]
    public void Poisson_of_a_large_mean_has_its_mean_and_variance()
    {
        const double mean = 5e7;
        var distribution = new Poisson(mean);

        double[] standardised = [.. Sample(draws => distribution.Sample(draws, 9, 1)).Select(k => (k - mean) / Math.Sqrt(mean))];

        GoodnessOfFit.AssertContinuous(standardised, x => Reference.Normal.CDF(0, 1, x));
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.8)]
    [InlineData(12)]
    [InlineData(1500)]
    public void PoissonTable_fits(double mean)
    {
        var table = new PoissonTable(mean);

        int[] sample = Sample(draws => table.Sample(draws.Block(9, 2).UniformA));

        GoodnessOfFit.AssertDiscrete(sample, k => Reference.Poisson.PMF(mean, k));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(40)]
    [InlineData(1_000_000)]
    public void PoissonTable_is_the_quantile(double mean)
    {
        var table = new PoissonTable(mean);
        var reference = new Reference.Poisson(mean);
        int previous = 0;
        for (int i = 1; i < 1000; i++)
        {
            int k = table.Sample(i / 1000.0);
            Assert.True(k >= previous);
            Assert.True(reference.CumulativeDistribution(k) >= (i / 1000.0) - 1e-8);
            Assert.True(k == 0 || reference.CumulativeDistribution(k - 1) < (i / 1000.0) + 1e-8);
            previous = k;
        }
    }

    [Theory]
    [InlineData(1, 0.3)]
    [InlineData(7, 0.5)]
    [InlineData(19, 0.5)]
    [InlineData(20, 0.5)]
    [InlineData(1000, 0.003)]
    [InlineData(1000, 0.03)]
    [InlineData(300, 0.92)]
    [InlineData(100_000, 0.4)]
    public void Binomial_fits(int trials, double probability)
    {
        var distribution = new Binomial(trials, probability);

        int[] sample = Sample(draws => distribution.Sample(draws, process: 9, ordinal: 3), LargeSize);

        GoodnessOfFit.AssertDiscrete(sample, k => Reference.Binomial.PMF(probability, trials, k));
    }

    [Fact]
    public void Certain_counts_are_certain()
    {
        var draws = new Draws(new DrawKey(12, 0), 1);

        Assert.Equal(0, new Poisson(0).Sample(draws, 9, 0));
        Assert.Equal(0, new PoissonTable(0).Sample(1 - Math.ScaleB(1, -53)));
        Assert.Equal(0, new Binomial(0, 0.5).Sample(draws, 9, 0));
        Assert.Equal(0, new Binomial(1_000_000, 0).Sample(draws, 9, 0));
        Assert.Equal(1_000_000, new Binomial(1_000_000, 1).Sample(draws, 9, 0));
    }

    [Fact]
    public void AliasTable_chooses_by_weight()
    {
        double[] weights = [5, 0, 1, 0.25, 12, 3, 3, 0, 0.75];
        var table = new AliasTable(weights);

        int[] byWord = Sample(draws => table.Sample(draws.Block(9, 4).A));
        int[] byUniform = Sample(draws => table.Sample(draws.Block(9, 4).Uniform53CD));

        Assert.DoesNotContain(byWord, i => weights[i] == 0);
        GoodnessOfFit.AssertDiscrete([.. byWord.Select(Packed)], k => Chances()[k]);
        GoodnessOfFit.AssertDiscrete([.. byUniform.Select(Packed)], k => Chances()[k]);

        // Chi-square has no use for the impossible: number the possible choices consecutively.
        int Packed(int i) => weights.Take(i).Count(w => w > 0);
        double[] Chances() => [.. weights.Where(w => w > 0).Select(w => w / weights.Sum())];
    }

    [Fact]
    public void AliasTable_chooses_from_many_uniforms_as_from_each()
    {
        var table = new AliasTable([5, 0, 1, 0.25, 12, 3, 3, 0, 0.75]);
        double[] uniforms = [.. Enumerable.Range(0, 5000).Select(i => (i + 0.5) / 5000)];
        var chosen = new int[uniforms.Length];

        table.Sample(uniforms, chosen);

        Assert.Equal(uniforms.Select(table.Sample), chosen);
    }

    [Fact]
    public void AliasTable_gives_each_thing_exactly_its_share()
    {
        // Eighths are exact in binary, so a sweep over evenly spaced uniforms must reproduce the weights without error.
        double[] weights = [1, 4, 2, 1];
        var table = new AliasTable(weights);

        int[] counts = new int[4];
        for (int i = 0; i < 8000; i++)
        {
            counts[table.Sample((i + 0.5) / 8000)]++;
        }

        Assert.Equal([1000, 4000, 2000, 1000], counts);
        Assert.Equal(4, table.Count);
    }

    [Fact]
    public void Parameters_out_of_range_are_refused()
    {
        foreach (double bad in new[] { double.NaN, -0.1, double.PositiveInfinity })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => new Poisson(bad));
            Assert.Throws<ArgumentOutOfRangeException>(() => new PoissonTable(bad));
            Assert.Throws<ArgumentOutOfRangeException>(() => new Binomial(10, bad));
            Assert.Throws<ArgumentOutOfRangeException>(() => new AliasTable([1, bad]));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => new Binomial(-1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Binomial(1, 1.01));
        Assert.Throws<ArgumentException>(() => new AliasTable([]));
        Assert.Throws<ArgumentException>(() => new AliasTable([0, 0]));
    }

    private static int[] Sample(Func<Draws, int> sampler, int size = Size)
    {
        var sample = new int[size];
        for (int i = 0; i < size; i++)
        {
            sample[i] = sampler(new Draws(new DrawKey(12, 0), (ulong)i));
        }

        return sample;
    }
}
