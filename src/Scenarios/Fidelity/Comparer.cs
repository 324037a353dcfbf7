using KentSufficiency.Scenarios.Fidelity.Distances;
using KentSufficiency.Scenarios.Fidelity.Facts;
using KentSufficiency.Scenarios.Fidelity.Reference;

namespace KentSufficiency.Scenarios.Fidelity;

/// <summary>Makes the comparisons one by one: of the cohort as it is, and weighted to the other's share of unaccompanied children.</summary>
internal sealed class Comparer
{
    private const string NoReference = "there is nothing to compare it with";
    private const string Siblings = "sibling-groups";
    private const double KolmogorovSmirnov95 = 1.358;

    private readonly CareFacts _facts;
    private readonly IReference _reference;
    private readonly FidelityLimits _limits;
    private readonly CareNumbers _asItIs;
    private readonly CareNumbers _weighted;
    private readonly List<FidelityComparison> _comparisons = [];
    private readonly List<NotCompared> _notCompared = [];

    public Comparer(CareFacts facts, IReference reference, FidelityLimits limits)
    {
        _facts = facts;
        _reference = reference;
        _limits = limits;
        CareFact[] stock = [.. facts.Of(Counted.Stock)];
        Weights = UnaccompaniedWeights.From((double)stock.Count(fact => fact.Child.Unaccompanied) / stock.Length, reference.UnaccompaniedShare(facts.Last));
        _asItIs = new CareNumbers(facts, UnaccompaniedWeights.None);
        _weighted = new CareNumbers(facts, Weights);
    }

    /// <summary>The weights of children.</summary>
    public UnaccompaniedWeights Weights { get; }

    /// <summary>The comparisons so far.</summary>
    public IReadOnlyList<FidelityComparison> Comparisons => _comparisons;

    /// <summary>What could not be compared.</summary>
    public IReadOnlyList<NotCompared> NotCompared => _notCompared;

    /// <summary>Compares a table. A code whose count is withheld is left out on both sides.</summary>
    public void Add(Marginal marginal)
    {
        if (_reference.Table(marginal, _facts.Last) is not ReferenceTable table)
        {
            _notCompared.Add(new NotCompared(marginal.Id, NoReference));
            return;
        }

        if (marginal.Counted != Counted.Stock && !_facts.HasYear)
        {
            _notCompared.Add(new NotCompared(marginal.Id, FidelityNumbers.WhyMissing(marginal.Id)));
            return;
        }

        string[] withheld = [.. table.Counts.Where(code => code.Value is null).Select(code => code.Key)];
        CareFact[] counted = [.. _facts.Of(marginal.Counted).Where(fact => marginal.Takes(fact) && !withheld.Contains(marginal.CodeOf(fact)))];
        double[] reference = new double[marginal.Parts.Count];
        foreach ((string code, double? count) in table.Counts)
        {
            reference[marginal.PartOf(code)] += count ?? 0;
        }

        if (counted.Length == 0)
        {
            _notCompared.Add(new NotCompared(marginal.Id, "the cohort does not tell it"));
            return;
        }

        Add(marginal, table, counted, reference, Withheld(marginal, withheld));
    }

    private void Add(Marginal marginal, ReferenceTable table, CareFact[] counted, double[] reference, string note)
    {
        double[] asItIs = Sums(marginal, counted, UnaccompaniedWeights.None);
        double[] weighted = Sums(marginal, counted, Weights);
        int unaccompanied = counted.Count(fact => fact.Child.Unaccompanied);
        _comparisons.Add(new FidelityComparison
        {
            Id = marginal.Id,
            Title = marginal.Title,
            Date = table.Date,
            Source = table.Source,
            Stated = _limits[marginal.Id],
            AsItIs = Distance.TotalVariation(asItIs, reference),
            Distance = Distance.TotalVariation(weighted, reference),
            Chance = Sampling.OfTotalVariation(reference, Weights.EffectiveCount(unaccompanied, counted.Length - unaccompanied)),
            Count = counted.Length,
            Values = Shares([.. marginal.Parts.Select(part => part.Title)], asItIs, weighted, reference),
            Note = note,
        });
    }

    /// <summary>Compares the joint table.</summary>
    public void Add(JointTable? weighted, JointTable? asItIs)
    {
        if (weighted is null || asItIs is null)
        {
            _notCompared.Add(new NotCompared(JointTable.Id, NoReference));
            return;
        }

        ReferenceTable table = _reference.Table(Marginal.Age, _facts.Last)!;
        _comparisons.Add(new FidelityComparison
        {
            Id = JointTable.Id,
            Title = "Age, placement and legal status",
            Date = table.Date,
            Source = table.Source,
            Stated = _limits[JointTable.Id],
            AsItIs = asItIs.TotalVariation,
            Distance = weighted.TotalVariation,
            Chance = weighted.Chance,
            Count = weighted.Cells.Sum(cell => cell.Children),
            Values = [],
            Note = $"Bent to the three published margins; {weighted.Bits:0.000} bits.",
        });
    }

    /// <summary>Compares a number.</summary>
    public void Add(string id, string title)
    {
        ReferenceValue? value = _reference.Value(id, _facts.Last);
        CareNumber? asItIs = _asItIs.Of(id);
        CareNumber? weighted = _weighted.Of(id);
        if (value is null || asItIs is null || weighted is null)
        {
            _notCompared.Add(new NotCompared(id, value is null ? NoReference : FidelityNumbers.WhyMissing(id)));
            return;
        }

        FidelityLimit stated = _limits[id];
        double scale = stated.Kind == DistanceKind.RelativeDifference ? value.Value : 1;
        _comparisons.Add(new FidelityComparison
        {
            Id = id,
            Title = title,
            Date = value.Date,
            Source = value.Source,
            Stated = stated,
            AsItIs = Math.Abs(asItIs.Value.Value - value.Value) / scale,
            Distance = Math.Abs(weighted.Value.Value - value.Value) / scale,
            Chance = weighted.Value.Spread / scale,
            Count = asItIs.Value.Count,
            Values = [new ComparedValue(title, asItIs.Value.Value, weighted.Value.Value, value.Value)],
        });
    }

    /// <summary>Compares a curve of durations: by the largest difference as far as both are told.</summary>
    public void Add(string id, CareDurations weighted, CareDurations asItIs, IReadOnlyList<SurvivalStep> reference)
    {
        int count = weighted.CountOf(id, null);
        _comparisons.Add(new FidelityComparison
        {
            Id = id,
            Title = id == NumberIds.Periods ? "How long care lasts" : "How long placements last",
            Date = _reference.Table(Marginal.Age, _facts.Last)!.Date,
            Source = _reference.Title,
            Stated = _limits[id],
            AsItIs = Largest(asItIs.Curve(id, null), reference),
            Distance = Largest(weighted.Curve(id, null), reference),
            Chance = KolmogorovSmirnov95 / Math.Sqrt(Math.Max(1, count)),
            Count = count,
            Values = [],
        });
    }

    /// <summary>Compares families by size.</summary>
    public void AddSiblings()
    {
        if (_facts.Siblings is not SiblingFacts siblings)
        {
            _notCompared.Add(new NotCompared(Siblings, "a return does not tell which children are brothers and sisters: the tables of --format csv do"));
            return;
        }

        if (_reference.SiblingSizes() is not ReferenceTable table || siblings.Sizes.Sum() == 0)
        {
            _notCompared.Add(new NotCompared(Siblings, NoReference));
            return;
        }

        double[] reference = [.. Enumerable.Range(1, SiblingFacts.MostSize).Select(size => table.Counts.GetValueOrDefault($"{size}") ?? 0)];
        double[] sizes = [.. siblings.Sizes.Select(families => (double)families)];
        double distance = Distance.TotalVariation(sizes, reference);
        _comparisons.Add(new FidelityComparison
        {
            Id = Siblings,
            Title = "Children of a family in care",
            Date = table.Date,
            Source = table.Source,
            Stated = _limits[Siblings],
            AsItIs = distance,
            Distance = distance,
            Chance = Sampling.OfTotalVariation(reference, sizes.Sum()),
            Count = siblings.Sizes.Sum(),
            Values = Shares(["one", "two", "three", "four and more"], sizes, sizes, reference),
        });
    }

    private static double[] Sums(Marginal marginal, CareFact[] counted, UnaccompaniedWeights weights)
    {
        double[] sums = new double[marginal.Parts.Count];
        foreach (CareFact fact in counted)
        {
            sums[marginal.PartOf(marginal.CodeOf(fact))] += weights.Of(fact.Child.Unaccompanied);
        }

        return sums;
    }

    private static ComparedValue[] Shares(string[] titles, double[] asItIs, double[] weighted, double[] reference)
    {
        (double a, double w, double r) = (Distance.Sum(asItIs), Distance.Sum(weighted), Distance.Sum(reference));
        return [.. titles.Select((title, i) => new ComparedValue(title, asItIs[i] / a, weighted[i] / w, reference[i] / r)).Where((_, i) => asItIs[i] > 0 || reference[i] > 0)];
    }

    private static string Withheld(Marginal marginal, string[] codes) => codes.Length == 0
        ? ""
        : $"Withheld by the publisher and left out on both sides: {string.Join(", ", codes.Select(code => marginal.Parts[marginal.PartOf(code)] is { Codes.Count: 1 } part ? part.Title : $"{marginal.Parts[marginal.PartOf(code)].Title} ({code})"))}.";

    private static double Largest(IReadOnlyList<SurvivalStep> one, IReadOnlyList<SurvivalStep> other)
    {
        if (one.Count == 0 || other.Count == 0)
        {
            return double.NaN;
        }

        int last = Math.Min(one[^1].Day, other[^1].Day);
        return one.Concat(other).Select(step => step.Day).Where(day => day <= last).Distinct().Select(day => Math.Abs(KaplanMeier.At(one, day) - KaplanMeier.At(other, day))).DefaultIfEmpty(0).Max();
    }
}
