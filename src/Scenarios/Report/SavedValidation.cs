using System.Globalization;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Validation;

namespace KentSufficiency.Scenarios.Report;

/// <summary>What a forecast from an earlier day said of a measure, month by month.</summary>
/// <param name="Origin">The day it started from.</param>
/// <param name="Given">What it was given of the time after; empty for nothing.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Date">The month end.</param>
/// <param name="P10">10% quantile.</param>
/// <param name="P25">25% quantile.</param>
/// <param name="P50">Median.</param>
/// <param name="P75">75% quantile.</param>
/// <param name="P90">90% quantile.</param>
internal sealed record PastPoint(DateOnly Origin, string Given, string Measure, DateOnly Date, double P10, double P25, double P50, double P75, double P90);

/// <summary>A figure of a validation: how many of how many.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Name">Of whom.</param>
/// <param name="Value">How many.</param>
/// <param name="Of">Of how many.</param>
internal sealed record PastFigure(string Kind, string Name, double Value, double Of);

/// <summary>The latest validation among the data, made by <c>kent validation</c>.</summary>
/// <param name="Points">The fans.</param>
/// <param name="Figures">The counts.</param>
internal sealed record SavedValidation(IReadOnlyList<PastPoint> Points, IReadOnlyList<PastFigure> Figures)
{
    /// <summary>Reads it; null where the data folder has none.</summary>
    /// <param name="directory">The data folder.</param>
    /// <exception cref="EvidenceException">A row breaks a rule.</exception>
    public static SavedValidation? Read(string directory)
    {
        if (!File.Exists(Path.Combine(directory, ValidationFiles.Folder, ValidationFiles.FansName)))
        {
            return null;
        }

        List<EvidenceError> errors = [];
        List<PastPoint> points = [];
        List<PastFigure> figures = [];
        CsvTable.Read(directory, $"{ValidationFiles.Folder}/{ValidationFiles.FansName}", ValidationFiles.FansHeader.Split(','), errors, row =>
            points.Add(new PastPoint(
                row.Date("origin"), row.Optional("given"), row.Text("measure"), row.Date("date"),
                row.Number("p10"), row.Number("p25"), row.Number("p50"), row.Number("p75"), row.Number("p90"))));
        CsvTable.Read(directory, $"{ValidationFiles.Folder}/{ValidationFiles.SummaryName}", ValidationFiles.SummaryHeader.Split(','), errors, row =>
            figures.Add(new PastFigure(row.Text("kind"), row.Text("name"), row.Number("value"), row.Number("of"))));
        EvidenceException.ThrowIfAny(errors);
        return new SavedValidation(points, figures);
    }

    /// <summary>The fan of a measure from a day.</summary>
    public IReadOnlyList<PastPoint> Fan(string origin, string given, string measure) =>
        [.. Points.Where(point => point.Origin == DateOnly.ParseExact(origin, "yyyy-MM-dd", CultureInfo.InvariantCulture) && point.Given == given && point.Measure == measure)];

    /// <summary>A figure; null where there is none.</summary>
    public PastFigure? Figure(string kind, string name) => Figures.FirstOrDefault(figure => figure.Kind == kind && figure.Name == name);
}
