namespace KentSufficiency.Scenarios.Evidence;

/// <summary>Gathers the rows of the evidence files and holds them to the rules that concern more than one row.</summary>
internal sealed class EvidenceTable(SourceList sources)
{
    private readonly Dictionary<string, ObservedValue> byId = new(StringComparer.Ordinal);
    private readonly HashSet<(string Measure, string Geography, DateOnly Date, string Source)> keys = [];

    public IReadOnlyCollection<ObservedValue> Values => byId.Values;

    public void Read(string directory, string file, List<EvidenceError> errors) =>
        CsvTable.Read(directory, file, ObservedValueRules.Header, errors, Add);

    private void Add(TableRow row)
    {
        ObservedValue value = ObservedValueRules.Read(row, sources);
        if (value.Id.Length > 0 && !byId.TryAdd(value.Id, value))
        {
            row.Break("id", $"'{value.Id}' is used twice");
        }

        if (row.Sound && !keys.Add((value.Measure, value.Geography, value.Date, value.Source)))
        {
            row.Break("measure", "one source has one value for a measure, geography and date");
        }
    }
}
