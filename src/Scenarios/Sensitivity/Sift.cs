using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Sensitivity;

/// <summary>
/// A cheap first look where there are more inputs than can be screened: all are drawn at once, uniformly, and each is told by how much the answer goes along
/// with it. With n points a correlation is known to within about 2 / sqrt(n), so an input of some weight is kept with near certainty; one that acts only up
/// and down again, or only together with another, can be missed.
/// </summary>
internal static class Sift
{
    /// <summary>How many points it takes.</summary>
    public const int Points = 400;

    private const int PointsOfBlock = 40;
    private const uint FirstLuck = 0x4000_0000;
    private const ulong Place = 2;

    /// <summary>The blocks of points.</summary>
    public static IReadOnlyList<CubeBlock> Blocks(IReadOnlyList<string> inputs, uint seed)
    {
        ulong[] addresses = [.. inputs.Select(AssumptionDraws.AddressOf)];
        return [.. Enumerable.Range(0, Points / PointsOfBlock).Select(block => new CubeBlock(
            [.. Enumerable.Range(block * PointsOfBlock, PointsOfBlock).Select(point => Draw(addresses, new DrawKey(seed, (uint)point)))],
            FirstLuck + (uint)block))];
    }

    /// <summary>
    /// The correlation of each input with the answer over all blocks, differences between the luck of the blocks taken out; 0 where the answer never
    /// changes.
    /// </summary>
    public static double[] Correlations(IReadOnlyList<CubeBlock> blocks, double[][] answers)
    {
        int inputs = blocks[0].Points[0].Length;
        double[] products = new double[inputs];
        double[] squares = new double[inputs];
        double square = 0;
        foreach ((CubeBlock block, double[] found) in blocks.Zip(answers))
        {
            int[] there = [.. Enumerable.Range(0, found.Length).Where(point => !double.IsNaN(found[point]))];
            double mean = there.Length == 0 ? 0 : there.Average(point => found[point]);
            square += there.Sum(point => (found[point] - mean) * (found[point] - mean));
            for (int input = 0; input < inputs; input++)
            {
                double middle = there.Length == 0 ? 0 : there.Average(point => block.Points[point][input]);
                products[input] += there.Sum(point => (found[point] - mean) * (block.Points[point][input] - middle));
                squares[input] += there.Sum(point => (block.Points[point][input] - middle) * (block.Points[point][input] - middle));
            }
        }

        return [.. products.Zip(squares, (product, squared) => product == 0 ? 0 : product / Math.Sqrt(squared * square))];
    }

    private static double[] Draw(ulong[] addresses, DrawKey key) =>
        Array.ConvertAll(addresses, address => new Draws(key, address).Block((ushort)Process.Screening, Place).Uniform53AB);
}
