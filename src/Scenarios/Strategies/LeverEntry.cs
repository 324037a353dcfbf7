namespace KentSufficiency.Scenarios.Strategies;

/// <summary>One item of <c>levers</c> as written: its period may still lean on the start of the scenario.</summary>
internal sealed class LeverEntry
{
    private static readonly string[] s_operations = ["set", "scale", "add"];
    private static readonly string[] s_keys = ["lever", .. s_operations, "from", "to"];

    private LeverEntry(YamlFields fields)
    {
        Fields = fields;
        Lever = fields.Text("lever");
        string[] given = [.. s_operations.Where(fields.Has)];
        if (given.Length != 1)
        {
            string found = given.Length == 0 ? "none" : string.Join(" and ", given);
            throw fields.Refuse(given.LastOrDefault("set"), $"must be the only one of set, scale and add; found {found}");
        }

        Operation = Enum.Parse<LeverOperation>(given[0], ignoreCase: true);
        Value = fields.Number(given[0], Operation == LeverOperation.Scale ? 0 : double.NegativeInfinity);
        From = fields.OptionalDate("from");
        To = fields.OptionalDate("to");
        if (To < From)
        {
            throw fields.Refuse("to", $"must not be before 'from' ({From:yyyy-MM-dd}); found {To:yyyy-MM-dd}");
        }
    }

    /// <summary>The keys with their places.</summary>
    public YamlFields Fields { get; }

    /// <summary>The id of the assumption.</summary>
    public string Lever { get; }

    /// <summary>What is done to its value.</summary>
    public LeverOperation Operation { get; }

    /// <summary>By how much.</summary>
    public double Value { get; }

    /// <summary>The first day, or null for the start.</summary>
    public DateOnly? From { get; }

    /// <summary>The last day, or null for the horizon.</summary>
    public DateOnly? To { get; }

    /// <summary>Reads one item.</summary>
    public static LeverEntry Read(string file, int index, YamlNode node) =>
        new(YamlFields.Open(file, $"levers[{index}]", node, s_keys));

    /// <summary>Whether two items change the same assumption on the same day.</summary>
    public bool Overlaps(LeverEntry other) => Lever == other.Lever
        && (From ?? DateOnly.MinValue) <= (other.To ?? DateOnly.MaxValue)
        && (other.From ?? DateOnly.MinValue) <= (To ?? DateOnly.MaxValue);

    /// <summary>The setting, now that the start is known.</summary>
    /// <exception cref="ScenarioException">The assumption is unknown, or a date lies before the start.</exception>
    public LeverSetting Resolve(DateOnly start, IReadOnlyCollection<string> knownAssumptions)
    {
        if (!knownAssumptions.Contains(Lever))
        {
            throw Fields.Refuse("lever", $"must be the id of an assumption; '{Lever}' is none", NearestName.Of(Lever, knownAssumptions));
        }

        foreach ((string key, DateOnly? date) in new[] { ("from", From), ("to", To) })
        {
            if (date < start)
            {
                throw Fields.Refuse(key, $"must not be before the start of the scenario ({start:yyyy-MM-dd}); found {date:yyyy-MM-dd}");
            }
        }

        return new LeverSetting(Lever, Operation, Value, From ?? start, To);
    }
}
