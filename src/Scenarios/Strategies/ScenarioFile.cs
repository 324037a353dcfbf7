namespace KentSufficiency.Scenarios.Strategies;

/// <summary>
/// One scenario file as written, before what it extends is folded in. <see cref="ScenarioLibrary"/> makes a <see cref="Scenario"/> of it.
/// </summary>
internal sealed class ScenarioFile
{
    /// <summary>The longest run: long enough for a queue to be compared with a formula.</summary>
    public const int MostYears = 5_000;

    /// <summary>The longest lead-in.</summary>
    public const int MostLeadInDays = 400_000;

    private const int MostLevers = 1000;
    private const int MostCosts = 1000;
    private const int MostSchools = 1000;
    private const int EarliestStart = 1900;
    private const int LatestStart = 2200;

    private static readonly string[] s_keys = ScenarioKeys.Of<ScenarioShape>();
    private static readonly string[] s_runKeys = ScenarioKeys.Of<RunShape>();

    private ScenarioFile(string path, ScenarioSource written, YamlFields fields)
    {
        InputFile input = written.Input;
        Path = path;
        Written = written;
        Fields = fields;
        Name = fields.Text("name");
        Title = fields.Text("title");
        Source = fields.Text("source");
        Extends = fields.OptionalText("extends");
        AlignedTo = fields.OptionalText("aligned-to");
        Start = fields.OptionalDate("start");
        Levers = [.. fields.OptionalList("levers").Select((node, index) => LeverEntry.Read(input.File, index, node))];
        Costs = [.. fields.OptionalList("costs").Select((node, index) => CostEntry.Read(input.File, index, node))];
        Schools = [.. fields.OptionalList("schools").Select((node, index) => SchoolEntry.Read(input.File, index, node))];
        Covers = ScenarioCoverages.Read(fields);
        Run = ReadRun(input.File, fields.Find("run"));
        CheckName();
        CheckStart();
        CheckLevers();
    }

    /// <summary>Where the file is.</summary>
    public string Path { get; }

    /// <summary>The file's name in messages, and its hash.</summary>
    public InputFile Input => Written.Input;

    /// <summary>The file with its text.</summary>
    public ScenarioSource Written { get; }

    /// <summary>The keys with their places, for what is checked later.</summary>
    public YamlFields Fields { get; }

    /// <summary>The scenario's name.</summary>
    public string Name { get; }

    /// <summary>Its title.</summary>
    public string Title { get; }

    /// <summary>Where the strategy comes from.</summary>
    public string Source { get; }

    /// <summary>The name of the scenario it builds on, or null for a baseline.</summary>
    public string? Extends { get; }

    /// <summary>The totals that it was made to meet, or null; if there are any, it is a baseline of its own.</summary>
    public string? AlignedTo { get; }

    /// <summary>The first simulated day; in a baseline only.</summary>
    public DateOnly? Start { get; }

    /// <summary>Its own levers in the order of the file.</summary>
    public IReadOnlyList<LeverEntry> Levers { get; }

    /// <summary>What it costs by itself.</summary>
    public IReadOnlyList<CostEntry> Costs { get; }

    /// <summary>What it does to schools.</summary>
    public IReadOnlyList<SchoolEntry> Schools { get; }

    /// <summary>Which half of the county it is about, or null where it does not say.</summary>
    public ScenarioCoverage? Covers { get; }

    /// <summary>How it wants to be run, or null where it does not say.</summary>
    public RunSettings? Run { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="shown">What it is called in messages and in the manifest.</param>
    /// <exception cref="ScenarioException">The file breaks a rule.</exception>
    public static ScenarioFile Read(string path, string shown)
    {
        (string text, InputFile input) = ScenarioText.Read(path, shown);
        return Read(path, new ScenarioSource(input, text));
    }

    /// <summary>Reads a file whose text is at hand.</summary>
    /// <param name="path">Where it is, or was; its name must be the scenario's.</param>
    /// <param name="written">What is in it.</param>
    /// <exception cref="ScenarioException">The text breaks a rule.</exception>
    public static ScenarioFile Read(string path, ScenarioSource written)
    {
        string shown = written.Input.File;
        return new ScenarioFile(path, written, YamlFields.Open(shown, "", StrictYaml.Read(shown, written.Text), s_keys));
    }

    private static RunSettings? ReadRun(string file, YamlNode? node)
    {
        if (node is null)
        {
            return null;
        }

        YamlFields fields = YamlFields.Open(file, "run", node, s_runKeys);
        bool horizon = fields.OptionalWord("record", ["month", "horizon"]) == "horizon";
        return new RunSettings(
            fields.OptionalWhole("lead-in-days", 0, MostLeadInDays),
            fields.OptionalWhole("years", 1, MostYears),
            horizon ? RecordInterval.Horizon : RecordInterval.Month);
    }

    private void CheckName()
    {
        string expected = System.IO.Path.GetFileNameWithoutExtension(Path);
        if (Name != expected)
        {
            throw Fields.Refuse("name", $"must be the name of its file; found '{Name}'", expected);
        }
    }

    private void CheckStart()
    {
        if (Extends is null && Start is null)
        {
            throw Fields.Refuse("start", "is missing; a scenario that extends no other says when it starts");
        }

        if (Start?.Year is < EarliestStart or > LatestStart)
        {
            throw Fields.Refuse("start", $"must be from the year {EarliestStart} to {LatestStart}; found {Start:yyyy-MM-dd}");
        }

        if (Extends is not null && Start is not null)
        {
            throw Fields.Refuse("start", $"belongs to the baseline only; this scenario starts when '{Extends}' does");
        }
    }

    private void CheckLevers()
    {
        if (Costs.Count > MostCosts)
        {
            throw Fields.Refuse("costs", $"has {Costs.Count:#,0} items; at most {MostCosts:#,0} are allowed");
        }

        if (Schools.Count > MostSchools)
        {
            throw Fields.Refuse("schools", $"has {Schools.Count:#,0} items; at most {MostSchools:#,0} are allowed");
        }

        if (Levers.Count > MostLevers)
        {
            throw Fields.Refuse("levers", $"has {Levers.Count:#,0} items; at most {MostLevers:#,0} are allowed");
        }

        for (int i = 1; i < Levers.Count; i++)
        {
            LeverEntry? earlier = Levers.Take(i).FirstOrDefault(Levers[i].Overlaps);
            if (earlier is not null)
            {
                string rule = $"is there twice for the same days ('{Levers[i].Lever}'); part the periods, or extend one file by another";
                throw Levers[i].Fields.Refuse("lever", rule);
            }
        }
    }
}
