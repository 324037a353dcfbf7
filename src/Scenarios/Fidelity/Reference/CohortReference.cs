using KentSufficiency.Scenarios.Fidelity.Distances;
using KentSufficiency.Scenarios.Fidelity.Facts;

namespace KentSufficiency.Scenarios.Fidelity.Reference;

/// <summary>Another cohort: the same statistics of it, of its own days.</summary>
/// <param name="facts">The other cohort.</param>
internal sealed class CohortReference(CareFacts facts) : IReference
{
    private readonly CareNumbers _numbers = new(facts, UnaccompaniedWeights.None);
    private readonly CareDurations _durations = new(facts, UnaccompaniedWeights.None);

    /// <inheritdoc/>
    public string Title => $"{facts.Name} ({facts.Kind})";

    /// <inheritdoc/>
    public ReferenceTable? Table(Marginal marginal, DateOnly near)
    {
        if (marginal.Counted != Counted.Stock && !facts.HasYear)
        {
            return null;
        }

        var counts = facts.Of(marginal.Counted).Where(marginal.Takes).GroupBy(marginal.CodeOf).ToDictionary(code => code.Key, code => (double?)code.Count());
        return counts.Count > 0 ? new ReferenceTable(counts, facts.Last, facts.Name) : null;
    }

    /// <inheritdoc/>
    public ReferenceValue? Value(string id, DateOnly near) => _numbers.Of(id) is CareNumber number ? new ReferenceValue(number.Value, facts.Last, facts.Name) : null;

    /// <inheritdoc/>
    public double? UnaccompaniedShare(DateOnly near)
    {
        CareFact[] stock = [.. facts.Of(Counted.Stock)];
        return (double)stock.Count(fact => fact.Child.Unaccompanied) / stock.Length;
    }

    /// <inheritdoc/>
    public IReadOnlyList<SurvivalStep>? Curve(string id) => _durations.Curve(id, null);

    /// <inheritdoc/>
    public ReferenceTable? SiblingSizes() => facts.Siblings is SiblingFacts siblings
        ? new ReferenceTable(siblings.Sizes.Index().ToDictionary(size => $"{size.Index + 1}", size => (double?)size.Item), facts.Last, facts.Name)
        : null;
}
