using KentSufficiency.Scenarios.Sensitivity;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.ScenariosTests.Sensitivity;

/// <summary>The estimator against functions whose effects are known.</summary>
public sealed class ElementaryEffectsTests
{
    private static readonly double[] s_weights = [0, 1, 4.5, 9, 99];

    [Fact]
    public void Of_a_linear_function_each_effect_is_its_slope_exactly()
    {
        double[] slopes = [3, -2, 0, 0.5];
        var design = new MorrisDesign(TestFunctions.Names(4), 5, 4, seed: 7);
        IReadOnlyList<InputEffect> effects = TestFunctions.Effects(design, TestFunctions.Certain(x => 10 + x.Zip(slopes, (a, b) => a * b).Sum()));
        foreach ((InputEffect effect, double slope) in effects.Zip(slopes))
        {
            Assert.Equal(Math.Abs(slope), effect.MuStar, 1e-12);
            Assert.Equal(slope, effect.Mu, 1e-12);
            Assert.Equal(0, effect.Sigma, 1e-12);
            Assert.Equal(Math.Abs(slope), effect.MuStarLow, 1e-12);
            Assert.Equal(Math.Abs(slope), effect.MuStarHigh, 1e-12);
            Assert.Equal(Math.Sign(slope), effect.Direction);
            Assert.Equal(5, effect.Effects);
        }
    }

    /// <summary>
    /// On four levels |4x - 2| is 2, 2/3, 2/3, 2, so a step changes it by 4/3 up or down and its mean is 4/3: mu* of input i is 2 / (1 + a_i) times the means of the
    /// other factors, and mu is 0. Each is held to 5 standard errors: one seed in 300,000 would fail.
    /// </summary>
    [Fact]
    public void Of_Sobols_g_mu_star_is_what_paper_says_and_mu_is_nothing()
    {
        const int trajectories = 2000;
        IReadOnlyList<InputEffect> effects = G(trajectories);
        double Mean(int factor) => ((4.0 / 3) + s_weights[factor]) / (1 + s_weights[factor]);
        for (int input = 0; input < s_weights.Length; input++)
        {
            double expected = 2 / (1 + s_weights[input]) * Enumerable.Range(0, s_weights.Length).Where(j => j != input).Select(Mean).Aggregate(1.0, (a, b) => a * b);
            double variance = (effects[input].Sigma * effects[input].Sigma) + (effects[input].Mu * effects[input].Mu) - (effects[input].MuStar * effects[input].MuStar);
            Assert.Equal(expected, effects[input].MuStar, 5 * Math.Sqrt(variance / trajectories));
            Assert.Equal(0, effects[input].Mu, 5 * effects[input].Sigma / Math.Sqrt(trajectories));
            Assert.Equal(0, effects[input].Direction);
        }

        Assert.Equal([0, 1, 2, 3, 4], effects.Index().OrderByDescending(effect => effect.Item.MuStar).Select(effect => effect.Index));
    }

    /// <summary>The bootstrap of a mean is as wide as the normal interval; 1,000 resamples know a width to about 5%.</summary>
    [Fact]
    public void The_interval_of_mu_star_is_as_wide_as_that_of_a_mean()
    {
        const int trajectories = 400;
        InputEffect effect = G(trajectories)[1];
        double sd = Math.Sqrt((effect.Sigma * effect.Sigma) + (effect.Mu * effect.Mu) - (effect.MuStar * effect.MuStar));
        double normal = 2 * 1.96 * sd / Math.Sqrt(trajectories);
        Assert.InRange(effect.MuStar, effect.MuStarLow, effect.MuStarHigh);
        Assert.InRange((effect.MuStarHigh - effect.MuStarLow) / normal, 0.8, 1.2);
        Assert.Equal(effect, G(trajectories)[1]);
    }

    /// <summary>Morris' own example, with his four levels and ten trajectories.</summary>
    [Fact]
    public void Of_Morris_function_the_ten_that_matter_are_found_and_those_that_bend_are_told()
    {
        var design = new MorrisDesign(TestFunctions.Names(20), 10, 4, seed: 1);
        IReadOnlyList<InputEffect> effects = TestFunctions.Effects(design, TestFunctions.Certain(TestFunctions.Morris));
        Assert.True(effects.Take(10).Min(effect => effect.MuStar) > 1.5 * effects.Skip(10).Max(effect => effect.MuStar));
        Assert.All(effects.Skip(7).Take(3), effect => Assert.InRange(effect.Mu, 30, 50)); // A slope of 40, and little beside it.
        Assert.True(effects.Take(7).Min(effect => effect.Sigma) > 1.5 * effects.Skip(7).Max(effect => effect.Sigma));
    }

    /// <summary>
    /// Answers that are nothing but dice: mu* of every input is what is told as dice. With 400 trajectories of 2 replications their ratio has a standard error
    /// of 5%, and is held to five of them.
    /// </summary>
    [Fact]
    public void An_input_that_only_stirs_the_dice_is_told_so()
    {
        CubeFunction dice = (points, luck, _) =>
            [.. points.Select((_, i) => NormalQuantile.Of(new Draws(new DrawKey(5, luck), (ulong)i).Block(1, 0).Uniform53AB))];
        IReadOnlyList<InputEffect> effects = TestFunctions.Effects(new MorrisDesign(TestFunctions.Names(3), 400, 4, seed: 2), dice, replications: 2);
        Assert.All(effects, effect => Assert.InRange(effect.MuStar / effect.Dice, 0.75, 1.25));
        Assert.All(TestFunctions.Effects(new MorrisDesign(["a"], 4, 4, seed: 2), dice), effect => Assert.Equal(double.NaN, effect.Dice));
    }

    [Fact]
    public void Where_there_is_no_answer_there_is_no_effect()
    {
        var design = new MorrisDesign(["a", "b"], 40, 4, seed: 1);
        IReadOnlyList<InputEffect> effects = TestFunctions.Effects(design, TestFunctions.Certain(x => x[0] == 0 ? double.NaN : 2 * x[1]));
        Assert.Equal(2, effects[1].MuStar, 1e-12);
        Assert.InRange(effects[1].Effects, 1, 39);
        Assert.Equal(0, effects[0].MuStar, 1e-12);
    }

    private static IReadOnlyList<InputEffect> G(int trajectories) => TestFunctions.Effects(
        new MorrisDesign(TestFunctions.Names(s_weights.Length), trajectories, 4, seed: 1), TestFunctions.Certain(x => TestFunctions.G(x, s_weights)));
}
