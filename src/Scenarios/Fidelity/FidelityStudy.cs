using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Fidelity.Distances;
using KentSufficiency.Scenarios.Fidelity.Facts;
using KentSufficiency.Scenarios.Fidelity.Reference;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.Fidelity;

/// <summary>Tells how near a cohort is to the evidence, to counts in a file or to another cohort.</summary>
/// <param name="dataDirectory">The data folder.</param>
public sealed class FidelityStudy(string dataDirectory)
{
    private readonly FidelityLimits _limits = FidelityLimits.Load(dataDirectory);

    /// <summary>Compares.</summary>
    /// <param name="folder">The folder of the cohort: returns on children looked after, or tables as CSV.</param>
    /// <param name="against">A file of counts with the columns of evidence, or the folder of another cohort; null for the evidence of the data folder.</param>
    /// <param name="currentDirectory">The folder that relative paths start from.</param>
    /// <exception cref="FidelityException">One of them cannot be used; the message says why.</exception>
    /// <exception cref="ObservationException">A row of the file is refused; all breaches are listed.</exception>
    public FidelityResult Run(string folder, string? against, string currentDirectory)
    {
        CareFacts facts = FactsReader.Read(Path.Combine(currentDirectory, folder), folder);
        return Compare(facts, ReferenceOf(against, currentDirectory));
    }

    internal FidelityResult Compare(CareFacts facts, IReference reference)
    {
        var comparer = new Comparer(facts, reference, _limits);
        foreach (Marginal marginal in Marginal.All)
        {
            comparer.Add(marginal);
        }

        var joint = JointTable.Of(facts, comparer.Weights, reference);
        comparer.Add(joint, JointTable.Of(facts, UnaccompaniedWeights.None, reference));
        foreach ((string id, string title) in FidelityNumbers.All)
        {
            comparer.Add(id, title);
        }

        var durations = new CareDurations(facts, comparer.Weights);
        List<(string Id, IReadOnlyList<SurvivalStep> Curve)> curves = [];
        foreach (string id in (string[])[NumberIds.Periods, NumberIds.Placements])
        {
            if (reference.Curve(id) is { Count: > 0 } curve)
            {
                curves.Add((id, curve));
                comparer.Add(id, durations, new CareDurations(facts, UnaccompaniedWeights.None), curve);
            }
        }

        comparer.AddSiblings();
        return new FidelityResult(facts, reference.Title, reference.UnaccompaniedShare(facts.Last))
        {
            AgainstCohort = reference is CohortReference,
            Comparisons = comparer.Comparisons,
            NotCompared = comparer.NotCompared,
            Joint = joint,
            Transitions = new CareTransitions(facts, comparer.Weights),
            Durations = durations,
            ReferenceCurves = curves,
            ReferenceEnds = [.. CareBreakdowns.Bands.Select(band => (band, reference.Value(NumberIds.EndsOf(band), facts.Last)?.Value ?? double.NaN))],
        };
    }

    /// <summary>The evidence of the data folder.</summary>
    internal EvidenceReference Evidence() => EvidenceReference.OfKent(EvidenceLibrary.Load(dataDirectory), AssumedSiblings());

    private IReference ReferenceOf(string? against, string currentDirectory)
    {
        if (against is null)
        {
            return Evidence();
        }

        string path = Path.Combine(currentDirectory, against);
        return Directory.Exists(path) ? new CohortReference(FactsReader.Read(path, against))
            : File.Exists(path) ? PublishedFile.Read(path, against, AssumedSiblings())
            : throw new FidelityException($"There is neither a file nor a folder '{against}' to compare with.");
    }

    private ReferenceTable AssumedSiblings()
    {
        AssumptionCatalogue catalogue = AssumptionCatalogue.Load(dataDirectory);
        Assumption[] sizes = [.. Enumerable.Range(1, SiblingFacts.MostSize).Select(size => catalogue[$"care/sibling-group/{size}"])];
        return new ReferenceTable(sizes.Index().ToDictionary(size => $"{size.Index + 1}", size => (double?)size.Item.Value), sizes[0].KnownFrom, "care/sibling-group");
    }
}
