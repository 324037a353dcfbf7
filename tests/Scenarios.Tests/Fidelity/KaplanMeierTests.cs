using KentSufficiency.Scenarios.Fidelity.Distances;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Fidelity;

/// <summary>Curves of durations, worked out by hand.</summary>
public class KaplanMeierTests
{
    /// <summary>Five durations: three seen from their start, of which one still goes on, and two that were seen from their first and from their third day on only.</summary>
    private static readonly SeenDuration[] s_seen =
    [
        new(-1, 2, true),
        new(-1, 4, true),
        new(-1, 4, false),
        new(1, 5, true),
        new(3, 5, true),
    ];

    [Fact]
    public void Who_was_seen_from_the_middle_on_is_at_risk_from_there_on()
    {
        IReadOnlyList<SurvivalStep> curve = KaplanMeier.Of(s_seen);
        curve.ShouldBe(
        [
            new SurvivalStep(2, 4, 1, 3.0 / 4),
            new SurvivalStep(4, 4, 1, 9.0 / 16),
            new SurvivalStep(5, 2, 2, 0),
        ]);
        KaplanMeier.At(curve, 1).ShouldBe(1);
        KaplanMeier.At(curve, 2).ShouldBe(0.75);
        KaplanMeier.At(curve, 4).ShouldBe(0.5625);
        KaplanMeier.Median(curve).ShouldBe(5);
    }

    [Fact]
    public void Without_truncation_and_with_all_ended_it_is_the_share_that_lasts_longer()
    {
        int[] days = [3, 8, 8, 20, 40];
        IReadOnlyList<SurvivalStep> curve = KaplanMeier.Of(days.Select(day => new SeenDuration(-1, day, true)));
        foreach (int day in (int[])[0, 3, 7, 8, 30, 40])
        {
            KaplanMeier.At(curve, day).ShouldBe(days.Count(one => one > day) / 5.0, 1e-12);
        }
    }

    [Fact]
    public void A_weight_of_two_is_as_two()
    {
        IReadOnlyList<SurvivalStep> twice = KaplanMeier.Of(s_seen.Concat(s_seen.Take(2)));
        IReadOnlyList<SurvivalStep> weighted = KaplanMeier.Of(s_seen.Select((one, i) => one with { Weight = i < 2 ? 2 : 1 }));
        weighted.ShouldBe(twice);
    }

    [Fact]
    public void What_ended_before_it_could_be_seen_is_left_out() => KaplanMeier.Of([new SeenDuration(5, 5, true), new SeenDuration(6, 4, true)]).ShouldBeEmpty();

    [Fact]
    public void A_median_that_is_not_reached_is_not_told() =>
        KaplanMeier.Median(KaplanMeier.Of([new SeenDuration(-1, 3, true), new SeenDuration(-1, 9, false), new SeenDuration(-1, 9, false)])).ShouldBeNull();
}
