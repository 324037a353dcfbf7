using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.ScenariosTests.Statistics;

/// <summary>Samples of the standard normal distribution, always the same for the same seed.</summary>
internal static class Gaussian
{
    public static double[] Sample(uint seed, int n) =>
        [.. Enumerable.Range(0, n).Select(i => NormalQuantile.Of(new Draws(new DrawKey(seed, (uint)i), 1).Block(1, 0).Uniform53AB))];
}
