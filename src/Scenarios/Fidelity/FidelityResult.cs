using KentSufficiency.Scenarios.Fidelity.Distances;
using KentSufficiency.Scenarios.Fidelity.Facts;

namespace KentSufficiency.Scenarios.Fidelity;

/// <summary>How near a cohort is to what it was compared with.</summary>
public sealed class FidelityResult
{
    internal FidelityResult(CareFacts facts, string against, double? wanted)
    {
        Facts = facts;
        Against = against;
        WantedShare = wanted;
        CareFact[] stock = [.. facts.Of(Counted.Stock)];
        LookedAfter = stock.Length;
        Unaccompanied = stock.Count(fact => fact.Child.Unaccompanied);
    }

    /// <summary>The folder of the cohort, as it was given.</summary>
    public string Cohort => Facts.Name;

    /// <summary>What it was read from, in a phrase.</summary>
    public string Kind => Facts.Kind;

    /// <summary>Whether a manifest beside it says that its children are synthetic.</summary>
    public bool IsSynthetic => Facts.Synthetic;

    /// <summary>The first day that it tells.</summary>
    public DateOnly First => Facts.First;

    /// <summary>The last day that it tells.</summary>
    public DateOnly Last => Facts.Last;

    /// <summary>Children looked after at some time.</summary>
    public int Children => Facts.Children.Count;

    /// <summary>Children looked after on the last day.</summary>
    public int LookedAfter { get; }

    /// <summary>Of them, unaccompanied asylum-seeking children.</summary>
    public int Unaccompanied { get; }

    /// <summary>What it was compared with, in a phrase.</summary>
    public string Against { get; }

    /// <summary>The share of unaccompanied children there; null where it is not known.</summary>
    public double? WantedShare { get; }

    /// <summary>Whether the cohort could be weighted to that share.</summary>
    public bool IsWeighted => WantedShare is not null && Unaccompanied > 0 && Unaccompanied < LookedAfter;

    /// <summary>The comparisons, in the order in which to tell them.</summary>
    public required IReadOnlyList<FidelityComparison> Comparisons { get; init; }

    /// <summary>Comparisons that could not be made, and why.</summary>
    public required IReadOnlyList<NotCompared> NotCompared { get; init; }

    internal CareFacts Facts { get; }

    internal bool AgainstCohort { get; init; }

    internal JointTable? Joint { get; init; }

    internal CareTransitions Transitions { get; init; } = null!;

    internal CareDurations Durations { get; init; } = null!;

    internal IReadOnlyList<(string Band, double Rate)> ReferenceEnds { get; init; } = [];

    internal IReadOnlyList<(string Id, IReadOnlyList<SurvivalStep> Curve)> ReferenceCurves { get; init; } = [];
}
