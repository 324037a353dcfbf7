namespace KentSufficiency.Scenarios.Evidence;

/// <summary>A number the model starts from, with where it comes from and how sure of it we are.</summary>
/// <param name="Id">Stable id, such as <c>fostering/enquiries-a-year</c>.</param>
/// <param name="Value">The value used where parameters are not drawn; near the middle of its range.</param>
/// <param name="Unit">Unit; <c>share</c> for a share or probability, which is never in per cent.</param>
/// <param name="Period">The period or date the value describes, in words.</param>
/// <param name="Kind">Observed, derived, national or assumed.</param>
/// <param name="Source">Id of a source in <c>sources.csv</c>.</param>
/// <param name="Page">Page, table and column, or section; "-" only for the statute and the project's own judgement.</param>
/// <param name="KnownFrom">The date from which it was public. A back-cast uses nothing known later than its start.</param>
/// <param name="Low">5th percentile of the distribution, or null where it is <see cref="RangeDistribution.None"/>.</param>
/// <param name="High">95th percentile, or null likewise.</param>
/// <param name="Distribution">The distribution that the range describes.</param>
/// <param name="Lever">Whether a scenario may change it.</param>
/// <param name="Meaning">What the number means, in a sentence.</param>
public sealed record Assumption(
    string Id,
    double Value,
    string Unit,
    string Period,
    EvidenceKind Kind,
    string Source,
    string Page,
    DateOnly KnownFrom,
    double? Low,
    double? High,
    RangeDistribution Distribution,
    bool Lever,
    string Meaning);
