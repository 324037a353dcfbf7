using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.ScenariosTests.Evidence;

public sealed class AssumptionDrawsTests : IDisposable
{
    private const string Share = "care/share,0.2,share,2019,assumed,assumed,-,2019-10-01,0.1,0.35,logit-normal,no,A share";
    private const string Days = "care/days,100,days,2019,assumed,assumed,-,2019-10-01,40,250,log-normal,no,Days";
    private const string Exact = "care/law,91,days,2019,national,statute,s.1,1989-11-16,,,none,no,Exact";
    private const string Added = "a-first/one,5,homes,2019,assumed,assumed,-,2019-10-01,4,6,log-normal,no,Sorts before all others";

    private readonly PlantedData _data = new();

    public void Dispose() => _data.Dispose();

    /// <summary>
    /// The number of 20,000 draws below the 5th percentile is binomial with mean 1,000 and sd 30.8; likewise above the 95th and below the
    /// median. A tolerance of 5 sd raises a false alarm for one other seed in 1.7 million, for each of the six comparisons.
    /// </summary>
    [Theory]
    [InlineData("care/share", 0.1, 0.35)]
    [InlineData("care/days", 40, 250)]
    public void Five_in_a_hundred_draws_lie_below_the_range_and_five_above(string id, double low, double high)
    {
        const int n = 20_000;
        double[] drawn = Draws(id, n);
        double median = AssumptionLaw.Of(Catalogue(Share, Days)[id])!.Quantile(0.5);
        AssertShare(0.05, drawn.Count(value => value < low), n);
        AssertShare(0.05, drawn.Count(value => value > high), n);
        AssertShare(0.5, drawn.Count(value => value < median), n);
    }

    [Theory]
    [InlineData("care/share", 0.1, 0.35, 0.1965288731)]
    [InlineData("care/days", 40, 250, 100)]
    public void The_ends_of_a_range_are_its_5_and_95_percent_quantiles(string id, double low, double high, double median)
    {
        AssumptionLaw law = AssumptionLaw.Of(Catalogue(Share, Days)[id])!;
        Assert.Equal(low, law.Quantile(0.05), low * 1e-12);
        Assert.Equal(high, law.Quantile(0.95), high * 1e-12);
        Assert.Equal(median, law.Quantile(0.5), median * 1e-8);
    }

    [Fact]
    public void What_has_no_range_keeps_its_value()
    {
        AssumptionCatalogue catalogue = Catalogue(Share, Exact);
        var draws = new AssumptionDraws(catalogue);
        Assert.Equal(1, draws.RangedCount);
        Assert.Null(AssumptionLaw.Of(catalogue["care/law"]));
        Assert.Equal(91, draws.Draw(new DrawKey(1, 0))[catalogue.IndexOf("care/law")]);
    }

    [Fact]
    public void An_assumption_more_moves_no_other_draw()
    {
        double[] before = Draws("care/days", 50, Share, Days);
        double[] after = Draws("care/days", 50, Added, Share, Exact, Days);
        Assert.Equal(before, after);
    }

    [Fact]
    public void Seeds_replications_and_assumptions_draw_apart()
    {
        AssumptionCatalogue catalogue = Catalogue(Share, Share.Replace("care/share", "care/other"));
        var draws = new AssumptionDraws(catalogue);
        double[][] vectors = [draws.Draw(new DrawKey(1, 0)), draws.Draw(new DrawKey(1, 1)), draws.Draw(new DrawKey(2, 0))];
        Assert.Equal(6, vectors.SelectMany(vector => vector).Distinct().Count());
        Assert.Equal(vectors[0], draws.Draw(new DrawKey(1, 0)));
    }

    /// <summary>Bit for bit on every machine, and in every version: to change these is to change every published digest.</summary>
    [Fact]
    public void Draws_are_the_same_for_ever()
    {
        AssumptionCatalogue catalogue = Catalogue(Share, Days);
        double[] values = new AssumptionDraws(catalogue).Draw(new DrawKey(1, 7));
        Assert.Equal((0.3354357989402833, 67.210908629206955), (values[catalogue.IndexOf("care/share")], values[catalogue.IndexOf("care/days")]));
    }

    private static void AssertShare(double expected, int count, int n) =>
        Assert.InRange(count, (n * expected) - (5 * Math.Sqrt(n * expected * (1 - expected))), (n * expected) + (5 * Math.Sqrt(n * expected * (1 - expected))));

    private double[] Draws(string id, int n, params string[] rows)
    {
        AssumptionCatalogue catalogue = Catalogue(rows.Length == 0 ? [Share, Days] : rows);
        var draws = new AssumptionDraws(catalogue);
        return [.. Enumerable.Range(0, n).Select(r => draws.Draw(new DrawKey(1, (uint)r))[catalogue.IndexOf(id)])];
    }

    private AssumptionCatalogue Catalogue(params string[] rows) => AssumptionCatalogue.Load(_data.Assumptions(rows).Path);
}
