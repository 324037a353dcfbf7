using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>
/// How sure a share of covered cases is. Cases of one origin share what happened that year, and measures of one family are parts of one number, so
/// neither are independent: origins and families are each drawn anew as wholes, and a case counts as often as both its origin and its family are
/// drawn (the pigeonhole bootstrap of Owen 2007).
/// </summary>
internal static class CoverageBootstrap
{
    private const int DrawnSets = 2000;
    private const double Low = 0.05;
    private const double High = 0.95;

    // Two entities, origins and families; ordinal: the place in the drawn set.
    private const ushort Process = 7;
    private const ulong Origins = 0;
    private const ulong Families = 1;

    /// <summary>The 90% interval of a share of rows; NaN where there is no row.</summary>
    /// <param name="rows">The rows, in any order.</param>
    /// <param name="covered">Whether a row is covered.</param>
    /// <param name="seed">The seed of the draws.</param>
    public static (double Low, double High) Interval(IReadOnlyList<ScoreRow> rows, Func<ScoreRow, bool> covered, uint seed)
    {
        DateOnly[] origins = [.. rows.Select(row => row.Origin).Distinct().Order()];
        string[] families = [.. rows.Select(row => row.Observation.Measure.Family).Distinct().Order(StringComparer.Ordinal)];
        (int Cases, int Covered)[,] cells = new (int, int)[origins.Length, families.Length];
        foreach (ScoreRow row in rows)
        {
            ref (int Cases, int Covered) cell = ref cells[
                Array.IndexOf(origins, row.Origin), Array.IndexOf(families, row.Observation.Measure.Family)];
            cell = (cell.Cases + 1, cell.Covered + (covered(row) ? 1 : 0));
        }

        double[] shares = [.. Enumerable.Range(0, DrawnSets).Select(set => Share(cells, seed, (uint)set)).Where(share => !double.IsNaN(share)).Order()];
        return (Quantile.Type7(shares, Low), Quantile.Type7(shares, High));
    }

    /// <summary>The share in one drawn set; NaN where no case is in it.</summary>
    private static double Share((int Cases, int Covered)[,] cells, uint seed, uint set)
    {
        int[] origins = Weights(cells.GetLength(0), new Draws(new DrawKey(seed, set), Origins));
        int[] families = Weights(cells.GetLength(1), new Draws(new DrawKey(seed, set), Families));
        long cases = 0;
        long covered = 0;
        for (int origin = 0; origin < origins.Length; origin++)
        {
            for (int family = 0; family < families.Length; family++)
            {
                long weight = (long)origins[origin] * families[family];
                cases += weight * cells[origin, family].Cases;
                covered += weight * cells[origin, family].Covered;
            }
        }

        return cases == 0 ? double.NaN : (double)covered / cases;
    }

    private static int[] Weights(int n, in Draws draws)
    {
        int[] weights = new int[n];
        for (int i = 0; i < n; i++)
        {
            weights[(int)(draws.Block(Process, (ulong)i).Uniform53AB * n)]++;
        }

        return weights;
    }
}
