namespace KentSufficiency.Scenarios.Report;

/// <summary>What is known beforehand of an expansion or a new school.</summary>
/// <param name="Id">The part of its measure's id after <c>scheme-open/</c>.</param>
/// <param name="Title">Its name, as people know it.</param>
/// <param name="Opening">The day on which it is planned to open; null where none is planned.</param>
/// <param name="Where">Planning area or group, or district; empty where not known.</param>
/// <param name="Places">What it adds, in words, such as "1 FE"; empty where not known.</param>
public sealed record SchemeFacts(string Id, string Title, DateOnly? Opening, string Where, string Places);
