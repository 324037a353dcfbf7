using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.Scenarios.Levers;

/// <summary>
/// What a scenario may turn: either something a commissioner thinks of as one thing, described in <c>data/levers.yaml</c>, which moves
/// one or more assumptions, or a single assumption by its id. Immutable.
/// </summary>
public sealed record Lever
{
    /// <summary>The unit of a lever that counts in multiples of what is in force: it stands at 1, whatever that is.</summary>
    public const string Relative = "times now";

    /// <summary>Its name: words joined by hyphens, or the id of an assumption, which has a slash.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, in a phrase.</summary>
    public required string Title { get; init; }

    /// <summary>What turning it means in the model, in a sentence or two.</summary>
    public required string Meaning { get; init; }

    /// <summary>The unit of its value.</summary>
    public required string Unit { get; init; }

    /// <summary>Where it stands in the baseline, with the central values of the assumptions.</summary>
    public required double Default { get; init; }

    /// <summary>Values that are plausible; a scenario may go beyond and is told so. Null where none is stated.</summary>
    public (double Low, double High)? Range { get; init; }

    /// <summary>Who decides on it, or that nobody does.</summary>
    public string? SetBy { get; init; }

    /// <summary>Where the default comes from: an id of <c>sources.csv</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Page or table in the source; "-" for the law and the project's own judgement.</summary>
    public required string Page { get; init; }

    /// <summary>What kind of number the default is; null where it is made up of several.</summary>
    public EvidenceKind? Kind { get; init; }

    /// <summary>The measure that turning it should move before others, or null for a single assumption.</summary>
    public string? Measure { get; init; }

    /// <summary>Whether a higher value should raise that measure.</summary>
    public bool Raises { get; init; }

    /// <summary>The assumptions that it moves.</summary>
    public required IReadOnlyList<LeverMove> Moves { get; init; }

    /// <summary>Whether it is one of <c>data/levers.yaml</c> rather than a single assumption.</summary>
    public bool IsNamed { get; init; }

    /// <summary>
    /// Where the lever stands when the assumptions have given values: its default, in proportion to the sum of those that it moves
    /// directly (where it moves none directly, in inverse proportion to the others).
    /// </summary>
    /// <param name="inForce">The value in force of an assumption, by id.</param>
    public double ValueIn(Func<string, double> inForce)
    {
        if (!IsNamed)
        {
            return inForce(Id);
        }

        if (Unit == Relative)
        {
            return 1;
        }

        bool inverse = Moves.All(move => move.Inverse);
        double central = 0;
        double now = 0;
        foreach (LeverMove move in Moves.Where(move => move.Inverse == inverse))
        {
            central += move.Central;
            now += inForce(move.Assumption);
        }

        // Compared first, so that the default is met exactly where nothing has moved.
        return now == central ? Default : inverse ? Default * central / now : Default * now / central;
    }

    /// <summary>The values that the assumptions take when the lever goes to a value; they may lie outside of what they can be.</summary>
    internal IEnumerable<(LeverMove Move, double Value)> TurnTo(double value, Func<string, double> inForce)
    {
        double former = ValueIn(inForce);
        foreach (LeverMove move in Moves)
        {
            yield return (move, IsNamed ? move.Follow(inForce(move.Assumption), former, Default, value) : value);
        }
    }

    internal static Lever Of(Assumption assumption) => new()
    {
        Id = assumption.Id,
        Title = assumption.Meaning,
        Meaning = assumption.Meaning,
        Unit = assumption.Unit,
        Default = assumption.Value,
        Range = assumption is { Low: double low, High: double high } ? (low, high) : null,
        Source = assumption.Source,
        Page = assumption.Page,
        Kind = assumption.Kind,
        Moves = [LeverMove.Of(assumption, inverse: false)],
    };
}
