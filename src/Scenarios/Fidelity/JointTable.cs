using KentSufficiency.Scenarios.Fidelity.Distances;
using KentSufficiency.Scenarios.Fidelity.Facts;
using KentSufficiency.Scenarios.Fidelity.Reference;

namespace KentSufficiency.Scenarios.Fidelity;

/// <summary>A cell of the joint table: indices of the categories, children, and shares before and after it is bent.</summary>
internal readonly record struct JointCell(int Age, int Placement, int Legal, int Children, double Share, double Bent);

/// <summary>
/// Age, placement and legal status of children looked after, all at once. Nobody publishes that for Kent, so it is bent as little as possible until each of the three
/// margins is as published. No table with these margins diverges less from it, in bits: so the truth diverges at least as much.
/// </summary>
internal sealed class JointTable
{
    /// <summary>Id of the comparison.</summary>
    public const string Id = "age-placement-legal-status";

    private const int Samples = 100;

    private static readonly Marginal[] s_dimensions = [Marginal.Age, Marginal.Placement, Marginal.LegalStatus];

    private JointTable(IReadOnlyList<JointCell> cells, double totalVariation, double bits, double miss, double chance)
    {
        Cells = cells;
        TotalVariation = totalVariation;
        Bits = bits;
        Miss = miss;
        Chance = chance;
    }

    /// <summary>The cells that the cohort has.</summary>
    public IReadOnlyList<JointCell> Cells { get; }

    /// <summary>Total variation between the table and the bent one.</summary>
    public double TotalVariation { get; }

    /// <summary>Divergence of the bent table from the table, in bits.</summary>
    public double Bits { get; }

    /// <summary>How far at most a share of a margin is still from what is published, where the table cannot reach it.</summary>
    public double Miss { get; }

    /// <summary>The total variation that chance alone may bring.</summary>
    public double Chance { get; }

    /// <summary>Counts and bends.</summary>
    /// <param name="facts">The cohort.</param>
    /// <param name="weights">Its weights.</param>
    /// <param name="reference">What tells the margins.</param>
    /// <returns>The table; null where a margin is missing.</returns>
    public static JointTable? Of(CareFacts facts, UnaccompaniedWeights weights, IReference reference)
    {
        double?[]?[] margins = [.. s_dimensions.Select(dimension => Margin(dimension, reference.Table(dimension, facts.Last)))];
        if (margins.Any(margin => margin is null))
        {
            return null;
        }

        var found = facts.Of(Counted.Stock).GroupBy(fact => (A: PartOf(0, fact), P: PartOf(1, fact), L: PartOf(2, fact))).OrderBy(cell => cell.Key).ToList();
        double[] joint = [.. found.Select(cell => cell.Sum(fact => weights.Of(fact.Child.Unaccompanied)))];
        int[][] categories = [[.. found.Select(cell => cell.Key.A)], [.. found.Select(cell => cell.Key.P)], [.. found.Select(cell => cell.Key.L)]];
        (double[] bent, double miss) = Raking.Fit(joint, categories, margins!);
        int unaccompanied = found.Sum(cell => cell.Count(fact => fact.Child.Unaccompanied));
        double count = weights.EffectiveCount(unaccompanied, found.Sum(cell => cell.Count()) - unaccompanied);
        double chance = Sampling.Quantile95(count, bent, (sample, _) => Distance.TotalVariation(sample, Raking.Fit(sample, categories, margins!).Cells), Samples);
        double sum = Distance.Sum(joint);
        return new JointTable(
            [.. found.Select((cell, i) => new JointCell(cell.Key.A, cell.Key.P, cell.Key.L, cell.Count(), joint[i] / sum, bent[i]))],
            Distance.TotalVariation(joint, bent),
            Distance.Bits(bent, joint),
            miss,
            chance);
    }

    private static int PartOf(int dimension, CareFact fact) => s_dimensions[dimension].PartOf(s_dimensions[dimension].CodeOf(fact));

    /// <summary>Shares by category; null where it is withheld.</summary>
    private static double?[]? Margin(Marginal dimension, ReferenceTable? table)
    {
        if (table is null)
        {
            return null;
        }

        double?[] counts = [.. dimension.Parts.Select(part => part.Codes.Sum(code => table.Counts.TryGetValue(code, out double? count) ? count ?? double.NaN : 0))];
        double?[] known = [.. counts.Select(count => double.IsNaN(count!.Value) ? null : count)];
        double sum = known.Sum() ?? 0;
        return sum > 0 ? [.. known.Select(count => count / sum)] : null;
    }
}
