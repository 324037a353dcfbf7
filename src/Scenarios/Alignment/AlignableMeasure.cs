using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.Scenarios.Alignment;

/// <summary>A total that can be aligned, and the assumptions that are shifted so that it is met.</summary>
/// <param name="Id">The measure's id.</param>
/// <param name="What">What it counts, in a phrase.</param>
/// <param name="Of">What is shifted, in a phrase.</param>
/// <param name="Shifted">The assumptions: ids, or what they begin with where they end in a slash.</param>
/// <param name="ByOdds">Whether they are chances, whose odds are multiplied (logit scaling), or a number a year, which is multiplied itself.</param>
public sealed record AlignableMeasure(string Id, string What, string Of, IReadOnlyList<string> Shifted, bool ByOdds)
{
    private const string Entering = "odds of entering care";

    private static readonly string[] s_toCare = ["front-door/assessment-to-care/", "front-door/need-to-care/", "front-door/plan-to-care/"];

    /// <summary>All that can be aligned. Those that come first are met first: arrivals count among all who are looked after.</summary>
    public static IReadOnlyList<AlignableMeasure> All { get; } =
    [
        new("cla-uasc", "unaccompanied children looked after", "arrivals of unaccompanied children", ["uasc/arrivals-a-year"], ByOdds: false),
        new("cla", "children looked after", Entering, s_toCare, ByOdds: true),
        new("cla-started", "children who started to be looked after in 12 months", Entering, s_toCare, ByOdds: true),
    ];

    /// <summary>The measure of an id, or null where it cannot be aligned.</summary>
    public static AlignableMeasure? Find(string id) => All.FirstOrDefault(measure => measure.Id == id);

    /// <summary>Whether both would shift the same assumptions, so that only one of them can be met.</summary>
    public bool Rivals(AlignableMeasure other) => Id != other.Id && Shifted.SequenceEqual(other.Shifted);

    /// <summary>The assumptions that are shifted.</summary>
    internal IEnumerable<Assumption> In(AssumptionCatalogue assumptions) => assumptions.All.Where(assumption =>
        Shifted.Any(id => id.EndsWith('/') ? assumption.Id.StartsWith(id, StringComparison.Ordinal) : assumption.Id == id));
}
