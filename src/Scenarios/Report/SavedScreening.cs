using KentSufficiency.Scenarios.Output;

namespace KentSufficiency.Scenarios.Report;

/// <summary>A screening of assumptions as <c>sensitivity.csv</c> tells it.</summary>
/// <param name="Scenario">The scenario asked about.</param>
/// <param name="ComparedWith">The scenario taken from it; empty where the answer is a value of its own.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Geography">Kent or a part of it.</param>
/// <param name="Date">The date of the answer.</param>
/// <param name="Trajectories">Trajectories.</param>
/// <param name="Replications">Replications of each point.</param>
/// <param name="Answer">The mean answer with the values of the data.</param>
/// <param name="Assumptions">The assumptions, the one that matters most first; at least one.</param>
public sealed record SavedScreening(
    string Scenario,
    string ComparedWith,
    string Measure,
    string Geography,
    DateOnly Date,
    int Trajectories,
    int Replications,
    double Answer,
    IReadOnlyList<SavedEffect> Assumptions)
{
    /// <summary>Reads it; null where the folder has none.</summary>
    /// <exception cref="ResultsException">The file breaks a rule.</exception>
    internal static SavedScreening? Read(string folder)
    {
        SavedScreening? read = null;
        var assumptions = new List<SavedEffect>();
        string path = Path.Combine(folder, SensitivityFile.Name);
        if (!File.Exists(path))
        {
            return null;
        }

        SavedRunReader.ReadCsv(path, SensitivityFile.Header, row =>
        {
            read ??= new SavedScreening(row[2], row[3], row[4], row[5], row.Date(6), row.Integer(8), row.Integer(9), row.Number(19), assumptions);
            assumptions.Add(new SavedEffect(
                row[1], row.Estimate(10), row.Number(13), row.Number(14), row.Number(15), row.Number(16), row.Number(17), row.Number(18), row.Number(20), row.Number(21)));
        });
        return read ?? throw new ResultsException(path, "has no line: its screening was cut off");
    }
}

/// <summary>An assumption of a screening.</summary>
/// <param name="Assumption">Its id.</param>
/// <param name="MuStar">The mean size of the change from its low to its high, with its 95% interval.</param>
/// <param name="Mu">The mean change.</param>
/// <param name="Sigma">The standard deviation of the changes.</param>
/// <param name="Dice">The mean size for an assumption that only stirs the dice; NaN where it is not known.</param>
/// <param name="Low">Its low.</param>
/// <param name="Value">Its value in the data.</param>
/// <param name="High">Its high.</param>
/// <param name="AtLow">What it changes alone at its low; NaN where it has no bar.</param>
/// <param name="AtHigh">What it changes alone at its high.</param>
public sealed record SavedEffect(
    string Assumption, Estimate MuStar, double Mu, double Sigma, double Dice, double Low, double Value, double High, double AtLow, double AtHigh);
