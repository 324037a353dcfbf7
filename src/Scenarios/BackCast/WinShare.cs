namespace KentSufficiency.Scenarios.BackCast;

/// <summary>On how many measures the model does better than rivals.</summary>
/// <param name="Rivals">All of these at once.</param>
/// <param name="Score">By which score.</param>
/// <param name="Wins">Measures won, a tie counted half.</param>
/// <param name="Measures">Measures that the model and all these rivals forecast.</param>
public sealed record WinShare(IReadOnlyList<string> Rivals, ScoreKind Score, double Wins, int Measures)
{
    /// <summary>The share of measures won, from 0 to 1; NaN where there is none.</summary>
    public double Share => Measures == 0 ? double.NaN : Wins / Measures;
}
