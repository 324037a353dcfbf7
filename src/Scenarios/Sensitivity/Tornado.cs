namespace KentSufficiency.Scenarios.Sensitivity;

/// <summary>What one input changes of the answer when it alone leaves its middle; the mean over lucks, in the answer's unit.</summary>
/// <param name="Input">The input's name.</param>
/// <param name="AtLow">The difference at the low end of its range.</param>
/// <param name="AtHigh">The difference at the high end.</param>
public sealed record TornadoBar(string Input, double AtLow, double AtHigh);

/// <summary>One input at a time, the others as in the data: what the bars of a tornado chart show.</summary>
internal static class Tornado
{
    /// <summary>The blocks of points, one for each luck: the middle, then low and high of each input told.</summary>
    /// <param name="inputs">How many inputs the function has.</param>
    /// <param name="told">The indices of those that get bars.</param>
    /// <param name="lucks">The lucks.</param>
    public static IReadOnlyList<CubeBlock> Blocks(int inputs, IReadOnlyList<int> told, IEnumerable<uint> lucks)
    {
        double[] middle = [.. Enumerable.Repeat(double.NaN, inputs)];
        double[][] points = [middle, .. told.SelectMany(input => new[] { Moved(input, 0), Moved(input, 1) })];
        return [.. lucks.Select(luck => new CubeBlock(points, luck))];

        double[] Moved(int input, double to)
        {
            double[] point = [.. middle];
            point[input] = to;
            return point;
        }
    }

    /// <summary>The mean answer in the middle, and the bars in the order of the inputs told.</summary>
    public static (double Middle, IReadOnlyList<TornadoBar> Bars) Of(IReadOnlyList<string> told, double[][] answers) =>
    (
        Mean(answers.Select(answer => answer[0])),
        [.. told.Select((input, i) => new TornadoBar(
            input, Mean(answers.Select(answer => answer[1 + (2 * i)] - answer[0])), Mean(answers.Select(answer => answer[2 + (2 * i)] - answer[0]))))]
    );

    private static double Mean(IEnumerable<double> values) => values.Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average();
}
