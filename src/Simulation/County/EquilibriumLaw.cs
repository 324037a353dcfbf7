namespace KentSufficiency.Simulation.County;

/// <summary>
/// Durations as they are found in a stock rather than in a flow: long ones are over-represented in proportion to their length, and
/// the time elapsed is uniform within the whole. The time that remains follows; it is never drawn afresh.
/// </summary>
public sealed class EquilibriumLaw
{
    private const int Cells = 2048;
    private readonly double[] _cumulative = new double[Cells + 1];
    private readonly int[] _guide = new int[Cells]; // For each of as many equal intervals of the uniform the first cell that it can end in.
    private readonly DurationLaw _law;

    /// <summary>Derives the stock's law from the flow's.</summary>
    public EquilibriumLaw(DurationLaw law)
    {
        _law = law;
        for (int i = 0; i < Cells; i++)
        {
            _cumulative[i + 1] = _cumulative[i] + law.At((i + 0.5) / Cells);
        }

        int cell = 0;
        for (int i = 0; i < Cells; i++)
        {
            cell = LastAtMost((double)i / Cells * _cumulative[Cells], cell);
            _guide[i] = cell;
        }
    }

    /// <summary>The whole duration of one found in the stock, in days.</summary>
    public double Whole(double uniform)
    {
        int cell = LastAtMost(uniform * _cumulative[Cells], _guide[(int)(uniform * Cells)]);
        return _law.At((cell + 0.5) / Cells);
    }

    /// <summary>The last cell, from a given one on, at which no more than so many days have been added up.</summary>
    private int LastAtMost(double days, int cell)
    {
        while (cell < Cells - 1 && _cumulative[cell + 1] <= days)
        {
            cell++;
        }

        return cell;
    }
}
