using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.SimulationTests.Numerics;

namespace KentSufficiency.SimulationTests.County;

public class DurationLawTests
{
    private const double Mean = 100;
    private static readonly DurationLaw _exponential = Laws.Exponential(Mean);
    private static readonly Weibull _weibull = Weibull.FromMean(0.6, 200);

    /// <summary>
    /// In a cell of 1/512 of probability next to the tail, where the density falls by half, an interpolated quantile is off by at most
    /// 0.07 of the mean; up to the 99th percentile by less than 0.2%.
    /// </summary>
    [Fact]
    public void Quantiles_are_those_of_the_law_within_the_tables_error()
    {
        for (int i = 1; i < 5000; i++)
        {
            double u = i / 5000.0;
            double exact = -Mean * Math.Log(1 - u);
            Assert.InRange(_exponential.At(u), exact - 1e-9, exact + (u < 0.99 ? 0.002 * Math.Max(exact, 1) : 0.07 * Mean));
        }
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(0.0019)]
    [InlineData(0.9981)]
    [InlineData(1 - 1e-9)]
    public void Tails_are_exact(double u) => Assert.Equal(Exponential.Sample(u, Mean), _exponential.At(u));

    [Fact]
    public void A_larger_uniform_gives_as_long_a_duration_or_longer()
    {
        var law = new DurationLaw(_weibull.Sample);
        double last = 0;
        for (int i = 1; i < 100_000; i++)
        {
            double next = law.At(i / 100_000.0);
            Assert.True(next >= last, $"The quantile falls from {last} to {next} at {i / 100_000.0}.");
            last = next;
        }
    }

    /// <summary>Midpoints cut the longest 0.01% short: a long tail loses half a per cent.</summary>
    [Fact]
    public void Means_are_those_of_the_laws()
    {
        Assert.InRange(_exponential.Mean(), 0.998 * Mean, 1.002 * Mean);
        Assert.InRange(new DurationLaw(_weibull.Sample).Mean(), 0.99 * _weibull.Mean, 1.01 * _weibull.Mean);
        Assert.Equal(30, DurationLaw.Fixed(30).Mean(), 9);
    }

    [Fact]
    public void Days_round_by_chance_scale_and_last_at_least_one()
    {
        var law = DurationLaw.Fixed(10.25);

        Assert.Equal(11, law.Days(0.5, rounding: 0));
        Assert.Equal(10, law.Days(0.5, rounding: uint.MaxValue));
        Assert.Equal(21, law.Days(0.5, rounding: 0, scale: 2));
        Assert.Equal(1, DurationLaw.Fixed(0.1).Days(0.5, uint.MaxValue));
        Assert.Equal(0, DurationLaw.Fixed(0.1).Days(0.5, uint.MaxValue, least: 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(13.7)]
    [InlineData(100)]
    [InlineData(450)]
    public void What_has_passed_is_never_taken_back(double elapsed)
    {
        for (int i = 1; i < 1000; i++)
        {
            Assert.InRange(_exponential.AtGivenElapsed(i / 1000.0, elapsed), elapsed, double.MaxValue);
        }
    }

    /// <summary>An exponential has no memory: what remains is as long as the whole. Kolmogorov-Smirnov, false-alarm rate 1e-4 each.</summary>
    [Theory]
    [InlineData(30)]
    [InlineData(250)]
    public void The_rest_of_an_exponential_is_as_long_as_the_whole(double elapsed)
    {
        double[] rest = [.. Uniforms(20_000).Select(u => _exponential.AtGivenElapsed(u, elapsed) - elapsed)];

        GoodnessOfFit.AssertContinuous(rest, days => 1 - Math.Exp(-days / Mean));
    }

    /// <summary>A law whose end grows less likely with time: the distribution given the time elapsed, false-alarm rate 1e-4.</summary>
    [Fact]
    public void The_rest_of_a_Weibull_knows_what_has_passed()
    {
        const double elapsed = 180;
        var law = new DurationLaw(_weibull.Sample);
        double[] whole = [.. Uniforms(20_000).Select(u => law.AtGivenElapsed(u, elapsed))];

        double Exceeds(double days) => Math.Exp(-Math.Pow(days / _weibull.Scale, _weibull.Shape));
        GoodnessOfFit.AssertContinuous(whole, days => 1 - (Exceeds(Math.Max(days, elapsed)) / Exceeds(elapsed)));
    }

    [Fact]
    public void A_law_that_falls_or_is_negative_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new DurationLaw(u => 10 - u));
        Assert.Throws<ArgumentException>(() => new DurationLaw(u => u - 0.5));
        Assert.Throws<ArgumentException>(() => new DurationLaw(_ => double.NaN));
    }

    private static IEnumerable<double> Uniforms(int count) => Enumerable.Range(0, count)
        .Select(i => new Draws(new DrawKey(3, 0), (ulong)i).For(Process.InitialStock, 0).Uniform53AB);
}
