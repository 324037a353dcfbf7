namespace KentSufficiency.Scenarios.Evidence;

/// <summary>Reads one observed value and holds it to the rules of <c>data/README.md</c>.</summary>
internal static class ObservedValueRules
{
    public static readonly string[] Header =
    [
        "id", "measure", "geography", "date", "value", "unit", "kind", "source", "page", "known_from", "note",
    ];

    private const string SuppressedNote = "suppressed";

    public static ObservedValue Read(TableRow row, SourceList sources)
    {
        (string source, string page) = sources.Cite(row, "source", "page");
        ObservedValue value = new(
            row.Id("id"), row.Id("measure"), row.Text("geography"), row.Date("date"), row.OptionalNumber("value"), row.Text("unit"),
            row.Kind("kind"), source, page, row.Date("known_from"), row.Optional("note"));
        if (row.Sound)
        {
            Check(row, value);
        }

        return value;
    }

    private static void Check(TableRow row, ObservedValue value)
    {
        if (value.Suppressed != value.Note.StartsWith(SuppressedNote, StringComparison.Ordinal))
        {
            row.Break("value", $"the field is empty exactly where the note begins with '{SuppressedNote}'");
        }

        if (value.KnownFrom < value.Date && !IsTarget(value.Measure))
        {
            row.Break("known_from", "nothing but a target is known before its date");
        }
    }

    private static bool IsTarget(string measure) =>
        measure.EndsWith("-target", StringComparison.Ordinal) || measure.Contains("-target/", StringComparison.Ordinal);
}
