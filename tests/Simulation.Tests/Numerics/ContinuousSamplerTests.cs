using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;
using Reference = MathNet.Numerics.Distributions;

namespace KentSufficiency.SimulationTests.Numerics;

/// <summary>Each sampler against its distribution function; the false-alarm rate is stated at <see cref="GoodnessOfFit"/>.</summary>
public class ContinuousSamplerTests
{
    private const int Size = 200_000;

    [Fact]
    public void Uniforms_are_uniform()
    {
        GoodnessOfFit.AssertContinuous(Sample(1, block => block.UniformA), x => x);
        GoodnessOfFit.AssertContinuous(Sample(1, block => block.UniformB), x => x);
        GoodnessOfFit.AssertContinuous(Sample(1, block => block.UniformC), x => x);
        GoodnessOfFit.AssertContinuous(Sample(1, block => block.UniformD), x => x);
        GoodnessOfFit.AssertContinuous(Sample(2, block => block.Uniform53AB), x => x);
        GoodnessOfFit.AssertContinuous(Sample(2, block => block.Uniform53CD), x => x);
    }

    [Fact]
    public void Normal_quantiles_of_uniforms_are_normal()
    {
        GoodnessOfFit.AssertContinuous(Sample(3, block => NormalQuantile.Of(block.UniformA)), x => Reference.Normal.CDF(0, 1, x));
    }

    [Fact]
    public void Exponential_fits()
    {
        GoodnessOfFit.AssertContinuous(
            Sample(4, block => Exponential.Sample(block.UniformA, mean: 90)), x => Reference.Exponential.CDF(1.0 / 90, x));
    }

    [Theory]
    [InlineData(100, 250)]
    [InlineData(3, 0.5)]
    public void LogNormal_fits_its_mean_and_sd(double mean, double sd)
    {
        var distribution = LogNormal.FromMeanAndSd(mean, sd);
        var reference = Reference.LogNormal.WithMeanVariance(mean, sd * sd);

        Assert.Equal(mean, distribution.Mean, 1e-12 * mean);
        GoodnessOfFit.AssertContinuous(Sample(5, block => distribution.Sample(block.UniformA)), reference.CumulativeDistribution);
    }

    [Fact]
    public void LogNormal_has_the_median_and_sigma_asked_for()
    {
        var distribution = LogNormal.FromMedianAndSigma(120, 0.8);

        Assert.Equal(120, distribution.Sample(0.5));
        Assert.Equal(120 * Math.Exp(0.32), distribution.Mean, 1e-12 * distribution.Mean);
        Assert.Equal(7, LogNormal.FromMeanAndSd(7, 0).Sample(0.99));
    }

    [Theory]
    [InlineData(0.6)]
    [InlineData(1)]
    [InlineData(2.7)]
    public void Weibull_fits(double shape)
    {
        var distribution = Weibull.FromMean(shape, mean: 300);
        double scale = 300 / MathNet.Numerics.SpecialFunctions.Gamma(1 + (1 / shape));

        Assert.Equal(scale, distribution.Scale, 1e-12 * scale);
        Assert.Equal(300, distribution.Mean, 1e-10);
        GoodnessOfFit.AssertContinuous(
            Sample(6, block => distribution.Sample(block.UniformA)), x => Reference.Weibull.CDF(shape, scale, x));
    }

    [Theory]
    [InlineData(0.6, 0)]
    [InlineData(0.6, 400)]
    [InlineData(2.7, 100)]
    public void Weibull_given_elapsed_fits_the_conditional_distribution(double shape, double elapsed)
    {
        var distribution = new Weibull(shape, 300);
        double survived = 1 - Reference.Weibull.CDF(shape, 300, elapsed);

        double[] sample = Sample(7, block => distribution.SampleGivenElapsed(block.UniformA, elapsed));

        Assert.True(sample.Min() >= elapsed);
        GoodnessOfFit.AssertContinuous(sample, x => 1 - ((1 - Reference.Weibull.CDF(shape, 300, x)) / survived));
    }

    [Fact]
    public void Weibull_given_a_long_time_elapsed_never_ends_before_it()
    {
        var distribution = new Weibull(0.3, 1);

        Assert.True(distribution.SampleGivenElapsed(Math.ScaleB(1, -53), 1e17) >= 1e17);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    [InlineData(7.5)]
    [InlineData(900)]
    public void Gamma_fits(double shape)
    {
        var distribution = new Gamma(shape, scale: 2);
        var sample = new double[Size];
        for (int i = 0; i < Size; i++)
        {
            sample[i] = distribution.Sample(new Draws(new DrawKey(11, 0), (ulong)i), process: 8, ordinal: 3);
        }

        GoodnessOfFit.AssertContinuous(sample, x => Reference.Gamma.CDF(shape, 0.5, x));
    }

    [Fact]
    public void Gamma_has_the_mean_and_sd_asked_for()
    {
        var distribution = Gamma.FromMeanAndSd(30, 10);

        Assert.Equal(9, distribution.Shape, 1e-12);
        Assert.Equal(30, distribution.Mean, 1e-12);
    }

    [Fact]
    public void A_larger_uniform_gives_a_larger_value()
    {
        var weibull = new Weibull(0.8, 50);
        var logNormal = LogNormal.FromMedianAndSigma(50, 1);
        double[] us = [.. Enumerable.Range(0, 2000).Select(i => (i + 0.5) / 2000)];

        AssertRises(us.Select(u => Exponential.Sample(u, 50)));
        AssertRises(us.Select(weibull.Sample));
        AssertRises(us.Select(u => weibull.SampleGivenElapsed(u, 20)));
        AssertRises(us.Select(logNormal.Sample));
    }

    [Fact]
    public void Parameters_out_of_range_are_refused()
    {
        foreach (double bad in new[] { double.NaN, -1, double.PositiveInfinity })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Exponential.Sample(0.5, bad));
            Assert.Throws<ArgumentOutOfRangeException>(() => LogNormal.FromMeanAndSd(bad, 1));
            Assert.Throws<ArgumentOutOfRangeException>(() => LogNormal.FromMeanAndSd(1, bad));
            Assert.Throws<ArgumentOutOfRangeException>(() => LogNormal.FromMedianAndSigma(bad, 1));
            Assert.Throws<ArgumentOutOfRangeException>(() => LogNormal.FromMedianAndSigma(1, bad));
            Assert.Throws<ArgumentOutOfRangeException>(() => new Weibull(bad, 1));
            Assert.Throws<ArgumentOutOfRangeException>(() => new Weibull(1, bad));
            Assert.Throws<ArgumentOutOfRangeException>(() => Weibull.FromMean(1, bad));
            Assert.Throws<ArgumentOutOfRangeException>(() => new Weibull(1, 1).SampleGivenElapsed(0.5, bad));
            Assert.Throws<ArgumentOutOfRangeException>(() => new Gamma(bad, 1));
            Assert.Throws<ArgumentOutOfRangeException>(() => new Gamma(1, bad));
            Assert.Throws<ArgumentOutOfRangeException>(() => Gamma.FromMeanAndSd(1, bad));
        }
    }

    private static double[] Sample(ulong entity, Func<RandomBlock, double> sampler)
    {
        var draws = new Draws(new DrawKey(11, 0), entity);
        var sample = new double[Size];
        for (int i = 0; i < Size; i++)
        {
            sample[i] = sampler(draws.Block(process: 8, (ulong)i));
        }

        return sample;
    }

    private static void AssertRises(IEnumerable<double> values)
    {
        double previous = double.NegativeInfinity;
        foreach (double value in values)
        {
            Assert.True(value > previous);
            previous = value;
        }
    }
}
