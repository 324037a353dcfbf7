using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Sensitivity;

/// <summary>
/// A cheap first look where there are more inputs than can be screened: all are drawn at once, uniformly, and those are kept that explain the answer best,
/// one after the other, each held against what those before it leave unexplained (orthogonal matching pursuit: Pati, Rezaiifar and Krishnaprasad 1993). So a
/// strong input is found at once and then hides no weaker one. One that acts only up and down again, or only together with another, can be missed.
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

    /// <summary>The indices of the inputs that explain the answers best, the best first; what differs between the luck of blocks is left out.</summary>
    /// <param name="blocks">The blocks of points.</param>
    /// <param name="answers">Their answers; points without one are passed over.</param>
    /// <param name="most">How many are kept, at most all.</param>
    public static IReadOnlyList<int> Best(IReadOnlyList<CubeBlock> blocks, double[][] answers, int most)
    {
        int inputs = blocks[0].Points[0].Length;
        double[] left = Centred(blocks, answers, (_, answer) => answer);
        double[][] columns = [.. Enumerable.Range(0, inputs).Select(input => Centred(blocks, answers, (point, _) => point[input]))];
        double[] sizes = Array.ConvertAll(columns, column => Math.Sqrt(Product(column, column)));
        var found = new List<int>();
        var explained = new List<double[]>();
        var open = Enumerable.Range(0, inputs).ToHashSet();
        while (found.Count < Math.Min(most, inputs))
        {
            int best = open.Order().MaxBy(input => Math.Abs(Product(columns[input], left)) / sizes[input]);
            double[] direction = [.. columns[best]];
            explained.ForEach(before => TakeOut(direction, before));
            TakeOut(left, direction);
            explained.Add(direction);
            open.Remove(best);
            found.Add(best);
        }

        return found;
    }

    /// <summary>A value for each point that has an answer, less the mean of its block.</summary>
    private static double[] Centred(IReadOnlyList<CubeBlock> blocks, double[][] answers, Func<double[], double, double> value)
    {
        var centred = new List<double>();
        foreach ((CubeBlock block, double[] answer) in blocks.Zip(answers))
        {
            double[] values = [.. block.Points.Zip(answer).Where(one => !double.IsNaN(one.Second)).Select(one => value(one.First, one.Second))];
            double mean = values.DefaultIfEmpty().Average();
            centred.AddRange(values.Select(one => one - mean));
        }

        return [.. centred];
    }

    /// <summary>Takes out of a vector what lies along another; of one that is nothing, nothing.</summary>
    private static void TakeOut(double[] from, double[] along)
    {
        double size = Product(along, along);
        double share = size > 0 ? Product(from, along) / size : 0;
        for (int i = 0; i < from.Length; i++)
        {
            from[i] -= share * along[i];
        }
    }

    private static double Product(double[] one, double[] other)
    {
        double sum = 0;
        for (int i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }

    private static double[] Draw(ulong[] addresses, DrawKey key) =>
        Array.ConvertAll(addresses, address => new Draws(key, address).Block((ushort)Process.Screening, Place).Uniform53AB);
}
