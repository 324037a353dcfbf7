using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>A row of <c>observed-measures.csv</c>: where what a run writes and what was observed do not simply bear the same id.</summary>
/// <param name="Measure">The id under which it is scored, or which is not compared.</param>
/// <param name="ModelParts">Ids of the measures of a run that are added.</param>
/// <param name="EvidenceParts">Measures of the evidence that are added.</param>
/// <param name="Recorded">On which record date it is compared.</param>
/// <param name="Compared">Whether it is compared at all.</param>
/// <param name="Reason">Why; or what a reader must know.</param>
internal sealed record ComparisonRule(
    string Measure, string[] ModelParts, EvidencePart[] EvidenceParts, RecordRule Recorded, bool Compared, string Reason)
{
    public const string FileName = "observed-measures.csv";

    private const char Plus = '+';

    private static readonly string[] s_header = ["measure", "model", "evidence", "recorded", "compared", "reason"];

    private static readonly (string Text, RecordRule Value)[] s_recorded =
        [("near", RecordRule.Near), ("january-before", RecordRule.JanuaryBefore), ("january-after", RecordRule.JanuaryAfter)];

    private static readonly (string Text, bool Value)[] s_compared = [("yes", true), ("no", false)];

    /// <summary>Reads the file, by measure.</summary>
    /// <exception cref="EvidenceException">The file breaks its rules; all breaches are listed.</exception>
    public static IReadOnlyDictionary<string, ComparisonRule> Load(string directory)
    {
        List<EvidenceError> errors = [];
        Dictionary<string, ComparisonRule> rules = new(StringComparer.Ordinal);
        CsvTable.Read(directory, FileName, s_header, errors, row =>
        {
            ComparisonRule rule = Read(row);
            if (row.Sound && !rules.TryAdd(rule.Measure, rule))
            {
                row.Break("measure", $"'{rule.Measure}' is used twice");
            }
        });
        EvidenceException.ThrowIfAny(errors);
        return rules;
    }

    /// <summary>The measure for one geography.</summary>
    /// <param name="first">What the run writes as the first part there.</param>
    public ComparedMeasure For(MeasureDefinition first) =>
        new(Measure, first.Geography, first.Kind, ModelParts, EvidenceParts, Recorded, Reason);

    private static ComparisonRule Read(TableRow row)
    {
        string measure = row.Id("measure");
        return new ComparisonRule(
            measure,
            Parts(row.Optional("model"), measure),
            [.. Parts(row.Optional("evidence"), measure).Select(EvidencePart.Parse)],
            row.OneOf("recorded", s_recorded),
            row.OneOf("compared", s_compared),
            row.Text("reason"));
    }

    private static string[] Parts(string text, string measure) => text.Length == 0 ? [measure] : text.Split(Plus);
}
