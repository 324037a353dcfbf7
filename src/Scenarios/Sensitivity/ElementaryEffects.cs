using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Sensitivity;

/// <summary>How much an answer depends on one input. All in the answer's unit, for a move of the input through its whole range, from 0 to 1.</summary>
/// <param name="Input">The input's name.</param>
/// <param name="MuStar">The mean size of the elementary effects (Campolongo, Cariboni and Saltelli 2007): how much the input matters.</param>
/// <param name="MuStarLow">Lower end of the 95% bootstrap interval of that mean, over the trajectories.</param>
/// <param name="MuStarHigh">Its upper end.</param>
/// <param name="Mu">Their mean: positive where the answer rises with the input.</param>
/// <param name="Sigma">Their standard deviation: how much the effect depends on where the other inputs stand, on the step, and on the dice.</param>
/// <param name="Dice">
/// What <paramref name="MuStar"/> would be on average for an input that only stirs the dice, told from replications of the same points; NaN where there is one
/// replication.
/// </param>
/// <param name="Effects">How many elementary effects there were; those with no answer at an end are left out.</param>
public sealed record InputEffect(
    string Input, double MuStar, double MuStarLow, double MuStarHigh, double Mu, double Sigma, double Dice, int Effects)
{
    /// <summary>1 where the answer mostly rises with the input, -1 where it mostly falls, 0 where it does either (the mean is less than half the mean size).</summary>
    public int Direction => Math.Abs(Mu) >= MuStar / 2 && Mu != 0 ? Math.Sign(Mu) : 0;
}

/// <summary>Turns the answers along the trajectories of a design into how much each input matters.</summary>
public static class ElementaryEffects
{
    private const int Resamples = 1000;
    private const ulong Resampling = 1;
    private const double Tail = 0.025;

    /// <summary>The effects of each input, in the order of the design's inputs.</summary>
    /// <param name="design">The design.</param>
    /// <param name="answers">The answers: for each trajectory those of its replications, each a value for each point.</param>
    /// <param name="seed">The seed of the bootstrap.</param>
    public static IReadOnlyList<InputEffect> Of(MorrisDesign design, IReadOnlyList<IReadOnlyList<double[]>> answers, uint seed)
    {
        int inputs = design.Inputs.Count;
        double[][] effects = [.. Enumerable.Range(0, inputs).Select(_ => new double[design.Trajectories.Count])];
        double[] noise = new double[inputs];
        foreach ((int t, MorrisTrajectory trajectory) in design.Trajectories.Index())
        {
            for (int step = 0; step < trajectory.Order.Count; step++)
            {
                int input = trajectory.Order[step];
                double length = trajectory.Points[step + 1][input] - trajectory.Points[step][input];
                double[] each = [.. answers[t].Select(answer => (answer[step + 1] - answer[step]) / length)];
                effects[input][t] = each.Average();
                noise[input] += Variance(each) / each.Length / design.Trajectories.Count;
            }
        }

        int[][] resamples = [.. Enumerable.Range(0, Resamples).Select(number => Resample(design.Trajectories.Count, seed, (ulong)number))];
        return [.. design.Inputs.Select((name, input) => Tell(name, effects[input], noise[input], resamples))];
    }

    private static InputEffect Tell(string input, double[] effects, double noise, int[][] resamples)
    {
        double[] sizes = Array.ConvertAll(effects, Math.Abs);
        double[] there = [.. effects.Where(effect => !double.IsNaN(effect))];
        double[] means = [.. resamples.Select(resample => MeanOfThose(sizes, resample)).Where(mean => !double.IsNaN(mean))];
        Array.Sort(means);
        return new InputEffect(
            input,
            MeanOfThose(sizes, [.. Enumerable.Range(0, sizes.Length)]),
            Quantile.Type7(means, Tail),
            Quantile.Type7(means, 1 - Tail),
            there.Length == 0 ? double.NaN : there.Average(),
            there.Length == 0 ? double.NaN : Math.Sqrt(Variance(there)),
            Math.Sqrt(noise * 2 / Math.PI), // The mean size of a normal variable of mean 0.
            there.Length);
    }

    private static double MeanOfThose(double[] sizes, int[] which)
    {
        double sum = 0;
        int count = 0;
        foreach (int index in which)
        {
            if (!double.IsNaN(sizes[index]))
            {
                sum += sizes[index];
                count++;
            }
        }

        return count == 0 ? double.NaN : sum / count;
    }

    /// <summary>Which trajectories a resample has, the same for all inputs.</summary>
    private static int[] Resample(int trajectories, uint seed, ulong number)
    {
        var draws = new Draws(new DrawKey(seed, 0), number);
        return [.. Enumerable.Range(0, trajectories).Select(i => (int)(draws.Block((ushort)Process.Screening, ((ulong)i << 1) | Resampling).UniformA * trajectories))];
    }

    /// <summary>The variance of a sample, with one less than their number below; NaN where there is one.</summary>
    private static double Variance(double[] values)
    {
        double mean = values.Average();
        return values.Length < 2 ? double.NaN : values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
    }
}
