namespace KentSufficiency.Scenarios.Fidelity.Distances;

/// <summary>
/// Weights that give a cohort another share of unaccompanied children. How many there are is driven by events abroad and by where boats land, and they differ from other
/// children in everything: without the weights a comparison would tell of nothing else.
/// </summary>
/// <param name="Unaccompanied">The weight of an unaccompanied child.</param>
/// <param name="Others">The weight of another child.</param>
internal readonly record struct UnaccompaniedWeights(double Unaccompanied, double Others)
{
    /// <summary>All children alike.</summary>
    public static UnaccompaniedWeights None { get; } = new(1, 1);

    /// <summary>Whether it weights at all.</summary>
    public bool IsNone => this == None;

    /// <summary>The weights that make a share another.</summary>
    /// <param name="share">The share of unaccompanied children in the cohort.</param>
    /// <param name="wanted">The share it should have; null where it is not known.</param>
    /// <returns>The weights; <see cref="None"/> where none would do: the cohort has only one kind of child, or the share is not known.</returns>
    public static UnaccompaniedWeights From(double share, double? wanted) =>
        wanted is double aim && share is > 0 and < 1 ? new UnaccompaniedWeights(aim / share, (1 - aim) / (1 - share)) : None;

    /// <summary>The weight of a child.</summary>
    public double Of(bool unaccompanied) => unaccompanied ? Unaccompanied : Others;

    /// <summary>How many children alike would tell as much as these (Kish).</summary>
    /// <param name="unaccompanied">Unaccompanied children.</param>
    /// <param name="others">Other children.</param>
    public double EffectiveCount(int unaccompanied, int others)
    {
        double sum = (Unaccompanied * unaccompanied) + (Others * others);
        double squares = (Unaccompanied * Unaccompanied * unaccompanied) + (Others * Others * others);
        return squares > 0 ? sum * sum / squares : 0;
    }
}
