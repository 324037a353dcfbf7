using FsCheck;
using FsCheck.Fluent;
using KentSufficiency.Scenarios.Alignment;

namespace KentSufficiency.ScenariosTests.Alignment;

/// <summary>One shift of all log-odds: the laws of it, over any chances and any total that can be met.</summary>
public sealed class LogitScalingTests
{
    private static readonly Gen<double> s_part = Gen.Choose(1, 999_999).Select(millionths => millionths / 1e6);

    /// <summary>From one to thirty chances strictly between 0 and 1 with their weights, and a total between what none and all would give.</summary>
    private static readonly Arbitrary<(double[] Chances, double[] Weights, double Total)> s_cases = (
        from count in Gen.Choose(1, 30)
        from chances in s_part.ArrayOf(count)
        from weights in s_part.ArrayOf(count)
        from part in Gen.Choose(1, 99)
        select (chances, weights, weights.Sum() * part / 100)).ToArbitrary();

    [Fact]
    public void A_total_is_met_exactly() => Prop.ForAll(s_cases, of =>
        Assert.Equal(of.Total, Scaled(of.Chances, Shift(of)).Zip(of.Weights, (chance, weight) => chance * weight).Sum(), 1e-9 * of.Weights.Sum()))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Chances_keep_their_order_and_stay_between_0_and_1() => Prop.ForAll(s_cases, of =>
    {
        double[] scaled = Scaled(of.Chances, Shift(of));
        Assert.All(scaled, chance => Assert.InRange(chance, double.Epsilon, 1));
        int[] order = [.. Enumerable.Range(0, scaled.Length).OrderBy(i => of.Chances[i])];
        Assert.All(order.Skip(1).Zip(order), pair => Assert.True(scaled[pair.First] >= scaled[pair.Second]));
    }).QuickCheckThrowOnFailure();

    /// <summary>What makes it logit scaling and no other: the ratio of the odds after and before is the same for all.</summary>
    [Fact]
    public void All_odds_change_by_one_factor()
    {
        double[] scaled = Scaled([0.01, 0.2, 0.7], Math.Log(3));
        Assert.Equal(3, scaled[0] / (1 - scaled[0]) / (0.01 / 0.99), 9);
        Assert.Equal(3, scaled[1] / (1 - scaled[1]) / 0.25, 9);
        Assert.Equal(3, scaled[2] / (1 - scaled[2]) / (0.7 / 0.3), 9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void What_is_certain_stays_so(double chance)
    {
        Assert.Equal(chance, LogitScaling.Scale(chance, 20));
        Assert.Equal(chance, LogitScaling.Scale(chance, 0.05));
    }

    [Fact]
    public void Chances_that_add_up_already_are_not_shifted() => Assert.Equal(0, LogitScaling.Shift([0.25, 0.5], [2, 1], 1), 12);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(double.NaN)]
    public void A_total_out_of_reach_is_refused(double total) =>
        Assert.Throws<ArgumentException>(() => LogitScaling.Shift([0, 0.5], [1, 1], total));

    private static double Shift((double[] Chances, double[] Weights, double Total) of) => LogitScaling.Shift(of.Chances, of.Weights, of.Total);

    private static double[] Scaled(double[] chances, double shift) => [.. chances.Select(chance => LogitScaling.Scale(chance, Math.Exp(shift)))];
}
