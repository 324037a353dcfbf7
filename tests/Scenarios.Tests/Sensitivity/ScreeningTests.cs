using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Sensitivity;

namespace KentSufficiency.ScenariosTests.Sensitivity;

/// <summary>The three steps of a screening, on functions that can be worked out.</summary>
public sealed class ScreeningTests
{
    private static readonly Assumption[] s_inputs = TestFunctions.Assumptions(60);

    /// <summary>
    /// Of 60 inputs, seven matter; the weakest makes 4% of the variance, a correlation of 0.2 with a standard error of 0.05 even before the others are explained.
    /// </summary>
    [Fact]
    public void The_first_look_keeps_what_matters_and_the_rest_tells_it_in_order()
    {
        ScreeningPlan plan = Plan(1);
        ScreeningResult result = Screening.Run(plan, Linear, CancellationToken.None);
        Assert.True(plan.IsSifted);
        Assert.Equal(20, result.Assumptions.Count);
        Assert.Equal(["x7", "x6", "x5", "x4", "x3", "x2", "x1"], result.Assumptions.Take(7).Select(row => row.Assumption.Id));
        Assert.Equal([10, 9, 8, 7, 6, 5, 4], result.Assumptions.Take(7).Select(row => Math.Round(row.Effect.MuStar, 9)));
        Assert.All(result.Assumptions.Skip(7), row => Assert.Equal(0, row.Effect.MuStar));
    }

    /// <summary>
    /// One input makes 99% of the variance: held against the whole answer, the five that make the rest (0.2% each) would be lost among the noise of
    /// correlations of 0.05; held against what it leaves, none is.
    /// </summary>
    [Fact]
    public void A_strong_input_hides_no_weaker_one()
    {
        string[] names = TestFunctions.Names(200);
        IReadOnlyList<CubeBlock> blocks = Sift.Blocks(names, seed: 1);
        double[][] answers = [.. blocks.Select((block, luck) => block.Points.Select(x => (20 * x[7]) + x[0] - x[1] + x[2] - x[3] + x[4] + (100 * luck)).ToArray())];
        IReadOnlyList<int> best = Sift.Best(blocks, answers, 10);
        Assert.Equal(7, best[0]);
        Assert.Equal([0, 1, 2, 3, 4, 7], best.Take(6).Order());
        Assert.Equal(10, best.Distinct().Count());
    }

    [Fact]
    public void The_bars_are_what_an_input_changes_alone()
    {
        ScreeningResult result = Screening.Run(Plan(1) with { Bars = 5 }, Linear, CancellationToken.None);
        Assert.Equal(10 + (49 * 0.25), result.Answer, 1e-12);
        Assert.Equal(5, result.Assumptions.Count(row => row.Bar is not null));
        Assert.Equal(("x7", -2.5, 7.5), (result.Assumptions[0].Bar!.Input, result.Assumptions[0].Bar!.AtLow, result.Assumptions[0].Bar!.AtHigh));
        Assert.All(result.Assumptions.Skip(5), row => Assert.Null(row.Bar));
    }

    [Fact]
    public void Threads_change_nothing_and_the_number_of_points_is_as_told()
    {
        int ran = 0;
        CubeFunction Counted(IReadOnlyList<Assumption> inputs) => (points, luck, cancellation) =>
        {
            Interlocked.Add(ref ran, points.Count);
            return Linear(inputs)(points, luck, cancellation);
        };
        ScreeningResult one = Screening.Run(Plan(1) with { Bars = 7 }, Counted, CancellationToken.None);
        Assert.Equal((Plan(1) with { Bars = 7 }).Points, ran);
        ScreeningResult many = Screening.Run(Plan(5) with { Bars = 7 }, Counted, CancellationToken.None);
        Assert.Equal(one.Assumptions, many.Assumptions);
        Assert.Equal(one.Answer, many.Answer);
    }

    /// <summary>All points of a trajectory meet one luck, and no two trajectories or replications share one.</summary>
    [Fact]
    public void Each_trajectory_and_replication_has_a_luck_of_its_own()
    {
        var lucks = new List<uint>();
        CubeFunction Noted(IReadOnlyList<Assumption> inputs) => (points, luck, cancellation) =>
        {
            lucks.Add(luck);
            return Linear(inputs)(points, luck, cancellation);
        };
        ScreeningPlan plan = Plan(1) with { Most = 60, Trajectories = 4, Replications = 3, Bars = 0 };
        Screening.Run(plan, Noted, CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, 12).Select(luck => (uint)luck), lucks.Take(12));
    }

    [Fact]
    public void A_failure_and_an_interruption_reach_the_caller()
    {
        CubeFunction Failing(IReadOnlyList<Assumption> inputs) => (_, luck, _) => throw new InvalidOperationException($"luck {luck}");
        Assert.Equal("luck 0", Assert.Throws<InvalidOperationException>(() => Screening.Run(Plan(3) with { Most = 60 }, Failing, CancellationToken.None)).Message);
        Assert.Throws<OperationCanceledException>(() => Screening.Run(Plan(3), Linear, new CancellationToken(canceled: true)));
    }

    /// <summary>10 and i + 3 times the i-th of the first seven inputs; in the data each stands at a quarter of its range.</summary>
    private static CubeFunction Linear(IReadOnlyList<Assumption> inputs)
    {
        double[] slopes = [.. inputs.Select(input => int.Parse(input.Id[1..])).Select(number => number <= 7 ? number + 3.0 : 0)];
        double resting = 0.25 * (49 - slopes.Sum());
        return TestFunctions.Certain(x => 10 + resting + x.Zip(slopes, (at, slope) => slope * (double.IsNaN(at) ? 0.25 : at)).Sum());
    }

    private static ScreeningPlan Plan(int threads) => new() { Candidates = s_inputs, Most = 20, Trajectories = 6, Seed = 1, Threads = threads };
}
