namespace KentSufficiency.Simulation.County;

/// <summary>
/// Durations as they are found in a stock rather than in a flow: long ones are over-represented in proportion to their length, and
/// the time elapsed is uniform within the whole. The time that remains follows; it is never drawn afresh.
/// </summary>
public sealed class EquilibriumLaw
{
    private const int Cells = 2048;
    private readonly double[] _cumulative = new double[Cells + 1];
    private readonly DurationLaw _law;

    /// <summary>Derives the stock's law from the flow's.</summary>
    public EquilibriumLaw(DurationLaw law)
    {
        _law = law;
        for (int i = 0; i < Cells; i++)
        {
            _cumulative[i + 1] = _cumulative[i] + law.At((i + 0.5) / Cells);
        }
    }

    /// <summary>The whole duration of one found in the stock, in days.</summary>
    public double Whole(double uniform)
    {
        double target = uniform * _cumulative[Cells];
        int at = Array.BinarySearch(_cumulative, target);
        int cell = Math.Clamp(at >= 0 ? at : ~at - 1, 0, Cells - 1);
        return _law.At((cell + 0.5) / Cells);
    }
}
