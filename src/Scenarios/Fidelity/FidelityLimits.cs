using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.Scenarios.Fidelity;

/// <summary>What the distance of a comparison is.</summary>
public enum DistanceKind
{
    /// <summary>Total variation between two tables of shares, from 0 to 1.</summary>
    TotalVariation,

    /// <summary>The difference between two shares, or the largest between two curves, from 0 to 1.</summary>
    Difference,

    /// <summary>The difference between two numbers over the one compared with.</summary>
    RelativeDifference,
}

/// <summary>How far a cohort may be from what it is compared with, as stated. Reads <c>cohorts/fidelity.csv</c>.</summary>
public sealed class FidelityLimits
{
    private const string FileName = "cohorts/fidelity.csv";

    private static readonly string[] s_header = ["comparison", "statistic", "limit", "kind", "source", "page", "known_from", "note"];

    private static readonly (string Text, DistanceKind Value)[] s_kinds =
    [
        ("total-variation", DistanceKind.TotalVariation), ("difference", DistanceKind.Difference), ("relative-difference", DistanceKind.RelativeDifference),
    ];

    private readonly Dictionary<string, FidelityLimit> _limits;

    private FidelityLimits(Dictionary<string, FidelityLimit> limits) => _limits = limits;

    /// <summary>Ids of the comparisons, in the order of the file.</summary>
    public IEnumerable<string> Comparisons => _limits.Keys;

    /// <summary>The limit of a comparison.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public FidelityLimit this[string comparison] =>
        _limits.TryGetValue(comparison, out FidelityLimit? limit) ? limit : throw new KeyNotFoundException($"{FileName} has no comparison '{comparison}'");

    /// <summary>Reads the file.</summary>
    /// <param name="directory">The data folder.</param>
    /// <exception cref="EvidenceException">Rules of the file are broken; all breaches are listed.</exception>
    public static FidelityLimits Load(string directory)
    {
        List<EvidenceError> errors = [];
        SourceList sources = SourceList.Load(directory, errors);
        Dictionary<string, FidelityLimit> limits = [];
        CsvTable.Read(directory, FileName, s_header, errors, row =>
        {
            sources.Cite(row, "source", "page");
            row.Kind("kind");
            row.Date("known_from");
            var limit = new FidelityLimit(row.OneOf("statistic", s_kinds), row.Number("limit"), row.Text("note"));
            if (limit.Limit is <= 0 or >= 1)
            {
                row.Break("limit", "a limit lies between 0 and 1");
            }

            if (!limits.TryAdd(row.Id("comparison"), limit))
            {
                row.Break("comparison", "it is there twice");
            }
        });
        EvidenceException.ThrowIfAny(errors);
        return new FidelityLimits(limits);
    }
}

/// <summary>How far apart at most.</summary>
/// <param name="Kind">What is measured.</param>
/// <param name="Limit">The largest that is within.</param>
/// <param name="Note">Why so far.</param>
public sealed record FidelityLimit(DistanceKind Kind, double Limit, string Note);
