namespace KentSufficiency.Scenarios.Evidence;

/// <summary>A publication that numbers are taken from.</summary>
/// <param name="Id">Stable id that rows cite, such as <c>kcc-2019-10</c>.</param>
/// <param name="Title">Title of the publication.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Date">When it was public, or null for the project's own judgement.</param>
/// <param name="Reference">What the page column of a citing row means.</param>
/// <param name="Licence">Terms under which the figures are used.</param>
/// <param name="OwnReturn">
/// Whether its figures of an authority are that authority's own return, so that the authority itself knows them on the day they describe.
/// </param>
public sealed record Source(string Id, string Title, string Publisher, DateOnly? Date, string Reference, string Licence, bool OwnReturn)
{
    /// <summary>Id of the source that stands for the project's own judgement.</summary>
    public const string Judgement = "assumed";

    /// <summary>Id of the source that stands for the law.</summary>
    public const string Statute = "statute";

    /// <summary>Whether a row that cites this source may leave its page as "-".</summary>
    public bool HasNoPages => Id is Judgement or Statute;
}
