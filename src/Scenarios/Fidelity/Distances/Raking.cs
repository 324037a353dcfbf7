namespace KentSufficiency.Scenarios.Fidelity.Distances;

/// <summary>
/// Iterative proportional fitting: bends a joint table as little as possible until its margins are those that are given, and leaves its odds ratios as they are.
/// A category whose margin is not known keeps what comes of the others; one that the table never has is left out of the margin.
/// </summary>
internal static class Raking
{
    private const int MostRounds = 2000;
    private const double Near = 1e-10;

    /// <summary>Fits a table.</summary>
    /// <param name="joint">Cells of the table, in any order; counts or shares.</param>
    /// <param name="dimensions">For each dimension, the category of each cell.</param>
    /// <param name="margins">For each dimension, the share of each category; null where it is not known.</param>
    /// <returns>The shares of the cells of the bent table, and how far at most a margin is still from what was given.</returns>
    public static (double[] Cells, double Miss) Fit(
        IReadOnlyList<double> joint, IReadOnlyList<IReadOnlyList<int>> dimensions, IReadOnlyList<IReadOnlyList<double?>> margins)
    {
        double sum = joint.Sum();
        double[] cells = [.. joint.Select(count => count / sum)];
        double[]?[] targets = [.. margins.Select((margin, d) => Reachable(cells, dimensions[d], margin))];
        double miss = double.PositiveInfinity;
        for (int round = 0; round < MostRounds && miss > Near; round++)
        {
            miss = 0;
            for (int d = 0; d < targets.Length; d++)
            {
                miss = targets[d] is double[] target ? Math.Max(miss, Step(cells, dimensions[d], target)) : miss;
            }
        }

        return (cells, miss);
    }

    /// <summary>Shares among the categories that are known and that the table has; NaN for the others; null where none is left.</summary>
    private static double[]? Reachable(double[] cells, IReadOnlyList<int> categories, IReadOnlyList<double?> margin)
    {
        double[] there = Margin(cells, categories, margin.Count);
        double[] target = [.. margin.Select((share, c) => share is double known && there[c] > 0 ? known : double.NaN)];
        double sum = target.Where(share => !double.IsNaN(share)).Sum();
        return sum > 0 ? [.. target.Select(share => share / sum)] : null;
    }

    /// <summary>Fits one dimension, and tells how far it was away.</summary>
    private static double Step(double[] cells, IReadOnlyList<int> categories, double[] target)
    {
        double[] there = Margin(cells, categories, target.Length);
        double known = 0;
        double reached = 0; // Less than 1 where another margin has emptied a category that this one wants.
        for (int c = 0; c < target.Length; c++)
        {
            known += double.IsNaN(target[c]) ? 0 : there[c];
            reached += there[c] > 0 && !double.IsNaN(target[c]) ? target[c] : 0;
        }

        double miss = 0;
        double nats = 0;
        for (int c = 0; c < target.Length; c++)
        {
            if (!double.IsNaN(target[c]) && known > 0)
            {
                miss = Math.Max(miss, Math.Abs((there[c] / known) - target[c]));
                nats += there[c] > 0 && target[c] > 0 ? target[c] * Math.Log(target[c] * known / there[c]) : 0;
            }
        }

        if (reached <= 0)
        {
            return 1;
        }

        // The share of the categories that are not known is that which bends the table least.
        double kept = known * Math.Exp(-nats);
        double unknown = Math.Max(0, 1 - known);
        double mass = unknown > 0 ? kept / (kept + unknown) : 1;
        for (int i = 0; i < cells.Length; i++)
        {
            int c = categories[i];
            double scale = double.IsNaN(target[c]) ? (unknown > 0 ? (1 - mass) / unknown : 1) : there[c] > 0 ? target[c] / reached * mass / there[c] : 0;
            cells[i] *= scale;
        }

        return miss;
    }

    private static double[] Margin(double[] cells, IReadOnlyList<int> categories, int count)
    {
        double[] margin = new double[count];
        for (int i = 0; i < cells.Length; i++)
        {
            margin[categories[i]] += cells[i];
        }

        return margin;
    }
}
