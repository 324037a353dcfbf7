using System.Diagnostics.CodeAnalysis;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>
/// What can be compared with observations: every measure and geography that a run writes, as <c>observed-measures.csv</c> has it. A
/// measure without a row there is compared under its own id, on its own day. Immutable, and safe to share between threads.
/// </summary>
public sealed class ComparedMeasures
{
    private readonly Dictionary<(string Id, string Geography), ComparedMeasure> _byKey;

    private ComparedMeasures(IEnumerable<ComparedMeasure> measures, IReadOnlyDictionary<string, string> notCompared)
    {
        All = [.. measures.OrderBy(m => m.Id, StringComparer.Ordinal).ThenBy(m => m.Geography, StringComparer.Ordinal)];
        NotCompared = notCompared;
        _byKey = All.ToDictionary(measure => (measure.Id, measure.Geography));
    }

    /// <summary>All, ordered by id, then geography (ordinal).</summary>
    public IReadOnlyList<ComparedMeasure> All { get; }

    /// <summary>Measures of the model that the evidence has under the same id and that mean something else there, each with the reason.</summary>
    public IReadOnlyDictionary<string, string> NotCompared { get; }

    /// <summary>Reads <c>observed-measures.csv</c>.</summary>
    /// <param name="directory">The data folder.</param>
    /// <param name="written">What a run writes. A row whose parts it does not write is passed over: a run may leave its schools out.</param>
    /// <exception cref="EvidenceException">The file breaks its rules; all breaches are listed.</exception>
    public static ComparedMeasures Load(string directory, IEnumerable<MeasureDefinition> written)
    {
        IReadOnlyDictionary<string, ComparisonRule> rules = ComparisonRule.Load(directory);
        Dictionary<(string Id, string Geography), MeasureDefinition> byKey = written.ToDictionary(m => (m.Id, m.Geography));
        IEnumerable<ComparedMeasure> plain = byKey.Values.Where(m => !rules.ContainsKey(m.Id)).Select(Plain);
        IEnumerable<ComparedMeasure> ruled =
            from rule in rules.Values
            where rule.Compared
            from geography in byKey.Keys.Where(key => key.Id == rule.ModelParts[0]).Select(key => key.Geography)
            where rule.ModelParts.All(part => byKey.ContainsKey((part, geography)))
            select rule.For(byKey[(rule.ModelParts[0], geography)]);
        return new ComparedMeasures(
            plain.Concat(ruled), rules.Values.Where(rule => !rule.Compared).ToDictionary(rule => rule.Measure, rule => rule.Reason));
    }

    /// <summary>Finds a measure by id and geography, exact case.</summary>
    public bool TryGet(string id, string geography, [NotNullWhen(true)] out ComparedMeasure? measure) =>
        _byKey.TryGetValue((id, geography), out measure);

    /// <summary>The geographies of a measure; none for an id that is not compared.</summary>
    public IEnumerable<string> GeographiesOf(string id) => All.Where(measure => measure.Id == id).Select(measure => measure.Geography);

    private static ComparedMeasure Plain(MeasureDefinition written) => new(
        written.Id, written.Geography, written.Kind, [written.Id], [new EvidencePart(written.Id, null)], RecordRule.Near, "");
}
