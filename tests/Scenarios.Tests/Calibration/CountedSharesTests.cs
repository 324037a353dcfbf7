using KentSufficiency.Scenarios.Calibration;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Calibration;

public sealed class CountedSharesTests : IDisposable
{
    private readonly PastData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void A_share_moves_from_its_prior_to_what_was_counted_as_far_as_the_count_tells()
    {
        ShareEstimate[] estimates = [.. _data.KnownOn(new DateOnly(2017, 3, 31)).Shares];
        ShareEstimate unopposed = estimates.Single(share => share.Before.Id == "care/adoption-unopposed");
        unopposed.Years.ShouldBe(3);
        unopposed.Successes.ShouldBe(130 + 66 + 49);
        unopposed.Trials.ShouldBe(130 + 66 + 49 + 51 + 42 + 31);
        double counted = unopposed.Successes / unopposed.Trials;
        unopposed.After.Value.ShouldBeInRange(Math.Min(unopposed.Before.Value, counted), Math.Max(unopposed.Before.Value, counted));
        Math.Abs(unopposed.After.Value - counted).ShouldBeLessThan(0.2 * Math.Abs(unopposed.Before.Value - counted));
        unopposed.VarianceRatio.ShouldBeLessThan(0.3);
    }

    [Fact]
    public void A_wider_design_effect_hears_the_count_less()
    {
        ShareEstimate[] usual = [.. _data.KnownOn(new DateOnly(2017, 3, 31)).Shares];
        _data.Edit("calibration/shares.csv", lines => lines.Select((line, i) => i == 0 ? line : line[..(line.LastIndexOf(',') + 1)] + "100"));
        ShareEstimate[] deaf = [.. _data.KnownOn(new DateOnly(2017, 3, 31)).Shares];
        deaf.Zip(usual).ShouldAllBe(pair => pair.First.VarianceRatio > pair.Second.VarianceRatio);
    }

    [Fact]
    public void A_count_that_was_suppressed_in_a_year_is_left_out_with_its_trials()
    {
        ShareEstimate adult = _data.KnownOn(new DateOnly(2016, 3, 31)).Shares.Single(share => share.Before.Id == "uasc/found-adult-share");
        adult.Years.ShouldBe(1); // E15 was suppressed in the year to March 2015.
        adult.Trials.ShouldBe(910);
    }
}
