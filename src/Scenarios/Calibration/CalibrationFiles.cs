using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.Scenarios.Calibration;

/// <summary>An assumption that calibration estimates through the model.</summary>
/// <param name="Id">The assumption.</param>
/// <param name="Reason">What in the observations should tell it.</param>
public sealed record CalibratedAssumption(string Id, string Reason);

/// <summary>An assumption that is a share of counts which are observed, so that the likelihood is known.</summary>
/// <param name="Id">The assumption.</param>
/// <param name="Successes">Evidence measures whose sum is counted.</param>
/// <param name="Trials">Evidence measures whose sum is counted of; those after a minus are taken off.</param>
/// <param name="DesignEffect">How many times wider than binomial the count is taken to be, since years and cases are not independent; at least 1.</param>
public sealed record CountedShare(string Id, string[] Successes, string[] Trials, double DesignEffect);

/// <summary>A measure that calibration holds the model to.</summary>
/// <param name="Measures">The model's measures whose sum it is.</param>
/// <param name="Evidence">Evidence measures whose sum that is compared with.</param>
/// <param name="IsCount">Whether it is a count, whose chance grows with it; otherwise a percentage or a mean.</param>
/// <param name="Discrepancy">How far the model and the county may differ beyond chance: a relative standard deviation.</param>
public sealed record CalibrationTarget(string[] Measures, string[] Evidence, bool IsCount, double Discrepancy)
{
    /// <summary>Its name in tables.</summary>
    public string Name => string.Join(" + ", Measures);
}

/// <summary>What calibration is about: the files <c>calibration/*.csv</c> of the data folder. Immutable.</summary>
public sealed class CalibrationFiles
{
    private static readonly string[] s_parameters = ["id", "reason"];
    private static readonly string[] s_shares = ["id", "successes", "trials", "design_effect"];
    private static readonly string[] s_targets = ["measures", "evidence", "scale", "discrepancy"];

    private static readonly (string Text, bool Value)[] s_scales = [("count", true), ("level", false)];

    private CalibrationFiles(
        IReadOnlyList<CalibratedAssumption> parameters, IReadOnlyList<CountedShare> shares, IReadOnlyList<CalibrationTarget> targets)
    {
        Parameters = parameters;
        Shares = shares;
        Targets = targets;
    }

    /// <summary>What is estimated through the model, in the order of the file.</summary>
    public IReadOnlyList<CalibratedAssumption> Parameters { get; }

    /// <summary>What is estimated from counts.</summary>
    public IReadOnlyList<CountedShare> Shares { get; }

    /// <summary>What the model is held to.</summary>
    public IReadOnlyList<CalibrationTarget> Targets { get; }

    /// <summary>Reads the files.</summary>
    /// <param name="directory">The data folder.</param>
    /// <exception cref="EvidenceException">A row breaks a rule; all breaches are listed.</exception>
    public static CalibrationFiles Load(string directory)
    {
        List<EvidenceError> errors = [];
        List<CalibratedAssumption> parameters = [];
        List<CountedShare> shares = [];
        List<CalibrationTarget> targets = [];
        CsvTable.Read(directory, "calibration/parameters.csv", s_parameters, errors, row =>
            parameters.Add(new CalibratedAssumption(row.Id("id"), row.Text("reason"))));
        CsvTable.Read(directory, "calibration/shares.csv", s_shares, errors, row =>
            shares.Add(new CountedShare(row.Id("id"), Terms(row, "successes"), Terms(row, "trials"), row.Number("design_effect"))));
        CsvTable.Read(directory, "calibration/targets.csv", s_targets, errors, row =>
            targets.Add(new CalibrationTarget(Terms(row, "measures"), Terms(row, "evidence"), row.OneOf("scale", s_scales), row.Number("discrepancy"))));
        EvidenceException.ThrowIfAny(errors);
        return new CalibrationFiles(parameters, shares, targets);
    }

    private static string[] Terms(TableRow row, string column) => row.Text(column).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
