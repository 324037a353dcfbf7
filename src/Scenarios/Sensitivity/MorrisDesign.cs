using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Sensitivity;

/// <summary>A walk through the unit cube on which each input moves once.</summary>
/// <param name="Points">The points, one more than there are inputs; two neighbours differ in one input.</param>
/// <param name="Order">The input that each step moves, by its index.</param>
public sealed record MorrisTrajectory(IReadOnlyList<double[]> Points, IReadOnlyList<int> Order);

/// <summary>
/// The design of Morris (Technometrics 33, 1991): trajectories over an even number of levels p, on which each input jumps half the levels, p / (2 (p - 1)),
/// up or down, from a level drawn with equal probability. Draws are addressed by seed, trajectory and the input's name, so that another input moves no
/// other's levels or directions. Immutable.
/// </summary>
public sealed class MorrisDesign
{
    /// <summary>The most levels.</summary>
    public const int MostLevels = 20;

    private const int WhereAndWhen = 0;

    /// <summary>Draws the design.</summary>
    /// <param name="inputs">The names of the inputs, each once; at least one.</param>
    /// <param name="trajectories">How many trajectories, at least 1.</param>
    /// <param name="levels">Levels of each input from 0 to 1: an even number from 2 to <see cref="MostLevels"/>.</param>
    /// <param name="seed">The seed.</param>
    public MorrisDesign(IReadOnlyList<string> inputs, int trajectories, int levels, uint seed)
    {
        ArgumentOutOfRangeException.ThrowIfZero(inputs.Count, nameof(inputs));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trajectories);
        if (levels is < 2 or > MostLevels || int.IsOddInteger(levels))
        {
            throw new ArgumentOutOfRangeException(nameof(levels), levels, $"Levels are an even number from 2 to {MostLevels}.");
        }

        Inputs = inputs;
        Levels = levels;
        ulong[] addresses = [.. inputs.Select(AssumptionDraws.AddressOf)];
        Trajectories = [.. Enumerable.Range(0, trajectories).Select(number => Walk(addresses, levels, new DrawKey(seed, (uint)number)))];
    }

    /// <summary>The names of the inputs.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>Levels of each input.</summary>
    public int Levels { get; }

    /// <summary>How far an input jumps.</summary>
    public double Step => Levels / (2.0 * (Levels - 1));

    /// <summary>The trajectories.</summary>
    public IReadOnlyList<MorrisTrajectory> Trajectories { get; }

    private static MorrisTrajectory Walk(ulong[] addresses, int levels, DrawKey key)
    {
        int half = levels / 2;
        int[] from = new int[addresses.Length];
        int[] to = new int[addresses.Length];
        var lots = new (uint First, uint Second)[addresses.Length];
        for (int input = 0; input < addresses.Length; input++)
        {
            RandomBlock drawn = new Draws(key, addresses[input]).Block((ushort)Process.Screening, WhereAndWhen);
            int lower = (int)(drawn.UniformA * half);
            (from[input], to[input]) = drawn.UniformB < 0.5 ? (lower, lower + half) : (lower + half, lower);
            lots[input] = (drawn.C, drawn.D);
        }

        int[] order = [.. Enumerable.Range(0, addresses.Length).OrderBy(input => lots[input])];
        var points = new List<double[]> { Array.ConvertAll(from, Place) };
        foreach (int input in order)
        {
            double[] next = [.. points[^1]];
            next[input] = Place(to[input]);
            points.Add(next);
        }

        return new MorrisTrajectory(points, order);

        double Place(int level) => level / (levels - 1.0);
    }
}
