using KentSufficiency.Scenarios.Fidelity.Distances;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Fidelity;

/// <summary>Distances with answers that can be worked out on paper.</summary>
public class DistanceTests
{
    private const double Near = 1e-12;

    [Fact]
    public void Total_variation_is_the_share_that_would_have_to_move()
    {
        Distance.TotalVariation([0.5, 0.3, 0.2], [0.2, 0.3, 0.5]).ShouldBe(0.3, Near);
        Distance.TotalVariation([5, 3, 2], [40, 60, 100]).ShouldBe(0.3, Near);
        Distance.TotalVariation([1, 0], [0, 1]).ShouldBe(1, Near);
        Distance.TotalVariation([7, 2, 1], [70, 20, 10]).ShouldBe(0, Near);
    }

    [Fact]
    public void Divergence_is_told_in_bits()
    {
        Distance.Bits([1, 1], [1, 3]).ShouldBe(0.5 + (0.5 * Math.Log2(2.0 / 3)), Near);
        Distance.Bits([1, 0], [1, 1]).ShouldBe(1, Near);
        Distance.Bits([3, 1], [30, 10]).ShouldBe(0, Near);
        Distance.Bits([1, 1], [1, 0]).ShouldBe(double.PositiveInfinity);
    }

    /// <summary>Of two equal categories the total variation of 400 is the error of a share: 1.96 times a half over the root of 400, in steps of 1 in 400.</summary>
    [Fact]
    public void Chance_is_that_of_a_share_where_there_are_two_categories() =>
        Sampling.OfTotalVariation([1, 1], 400).ShouldBe(0.049, 0.005);

    [Fact]
    public void A_smaller_sample_is_farther_by_chance_and_the_same_question_has_the_same_answer()
    {
        double[] shares = [54, 133, 255, 749, 707];
        Sampling.OfTotalVariation(shares, 100).ShouldBeGreaterThan(3 * Sampling.OfTotalVariation(shares, 2000));
        Sampling.OfTotalVariation(shares, 100).ShouldBe(Sampling.OfTotalVariation(shares, 100));
    }

    [Fact]
    public void Weights_give_the_share_that_is_wanted_and_tell_how_much_is_lost()
    {
        UnaccompaniedWeights weights = UnaccompaniedWeights.From(0.2, 0.5);
        weights.Unaccompanied.ShouldBe(2.5, Near);
        weights.Others.ShouldBe(0.625, Near);
        (20 * weights.Of(true)).ShouldBe(80 * weights.Of(false), Near);
        weights.EffectiveCount(20, 80).ShouldBe(64, 1e-9);
        UnaccompaniedWeights.None.EffectiveCount(20, 80).ShouldBe(100, Near);
    }

    [Fact]
    public void Nothing_is_weighted_where_there_is_only_one_kind_of_child_or_no_share_is_known()
    {
        UnaccompaniedWeights.From(0, 0.5).IsNone.ShouldBeTrue();
        UnaccompaniedWeights.From(1, 0.5).IsNone.ShouldBeTrue();
        UnaccompaniedWeights.From(0.2, null).IsNone.ShouldBeTrue();
    }
}
