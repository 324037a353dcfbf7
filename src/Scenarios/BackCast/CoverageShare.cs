namespace KentSufficiency.Scenarios.BackCast;

/// <summary>How often central intervals held what was observed.</summary>
/// <param name="Nominal">How often they should, from 0 to 1.</param>
/// <param name="Covered">Cases that were covered.</param>
/// <param name="Cases">All cases.</param>
/// <param name="Low">Lower end of the 90% bootstrap interval of the share.</param>
/// <param name="High">Upper end.</param>
public sealed record CoverageShare(double Nominal, int Covered, int Cases, double Low, double High)
{
    /// <summary>The share that was covered; NaN where there is no case.</summary>
    public double Share => Cases == 0 ? double.NaN : (double)Covered / Cases;
}
