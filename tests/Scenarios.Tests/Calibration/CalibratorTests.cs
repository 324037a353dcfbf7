using KentSufficiency.Scenarios.Calibration;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Calibration;

public sealed class CalibratorTests : IDisposable
{
    private static readonly DateOnly s_origin = new(2015, 3, 31);

    private readonly PastData _data = new();

    public void Dispose() => _data.Dispose();

    /// <summary>
    /// Twenty counties simulated from the prior, estimated again. With 20 counties and more than a hundred assumptions the share that is held has a
    /// standard error of about 2.5 points (assumptions of one county share its luck): 80% lies in 60 to 95% with six of them to spare, so a
    /// right program fails once in a billion seeds, and one whose intervals are half as wide as they should be holds 48%.
    /// </summary>
    [Fact]
    public void Intervals_of_80_percent_hold_the_truth_of_counties_made_from_the_prior()
    {
        var settings = new CalibrationSettings(Particles: 300, Replications: 2, Rounds: 1, Rows: 50, Seed: 3);
        RecoveryResult result = RecoveryStudy.Run(_data.Calibrator(s_origin), settings, counties: 20, level: 0.8, CancellationToken.None);
        result.Cases.ShouldBeGreaterThan(20 * 100);
        result.Share.ShouldBeInRange(0.60, 0.95);
        result.Learnt.ShouldBeGreaterThan(100);
        result.LearntShare.ShouldBeInRange(0.60, 0.95);
        result.MeanError.ShouldBeLessThan(1);
    }

    [Fact]
    public void The_posterior_is_the_same_to_the_digest_for_any_number_of_threads_and_another_for_another_seed()
    {
        var settings = new CalibrationSettings(Particles: 24, Replications: 2, Rounds: 2, Rows: 10, Seed: 1);
        string one = Digest(settings, threads: 1);
        Digest(settings, threads: 2).ShouldBe(one);
        Digest(settings with { Seed = 2 }, threads: 2).ShouldNotBe(one);
    }

    private string Digest(CalibrationSettings settings, int threads) =>
        PosteriorFile.Digest(_data.Calibrator(s_origin, threads).Run(settings, progress: null, CancellationToken.None).Sample);
}
