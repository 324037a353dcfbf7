namespace KentSufficiency.Scenarios.Evidence;

/// <summary>A value that a source prints, or that is calculated from printed ones, to start from or to compare with.</summary>
/// <param name="Id">Stable id, unique over all files.</param>
/// <param name="Measure">The measure's id (<c>cla</c>, <c>scs19</c>, ...) where a run writes it; otherwise the data's own.</param>
/// <param name="Geography">"Kent", a district, a social work team, or a group it is compared with.</param>
/// <param name="Date">Date of a stock; last day of the period of a flow.</param>
/// <param name="Value">The value, or null where the publisher suppressed it.</param>
/// <param name="Unit">Unit; says "a year" or "a month" for a flow.</param>
/// <param name="Kind">Observed, derived, national or assumed.</param>
/// <param name="Source">Id of a source in <c>sources.csv</c>.</param>
/// <param name="Page">Page, or file and column, in the source.</param>
/// <param name="KnownFrom">The date from which it was public.</param>
/// <param name="Note">What a reader must know about it; possibly empty.</param>
public sealed record ObservedValue(
    string Id,
    string Measure,
    string Geography,
    DateOnly Date,
    double? Value,
    string Unit,
    EvidenceKind Kind,
    string Source,
    string Page,
    DateOnly KnownFrom,
    string Note)
{
    /// <summary>Whether the publisher withheld the value (a small number).</summary>
    public bool Suppressed => Value is null;
}
