using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Scenarios.Strategies;

/// <summary>What one item of <c>schools</c> does.</summary>
internal enum SchoolAction
{
    /// <summary>Takes over a list of schemes, in the place of an earlier one.</summary>
    Programme,

    /// <summary>A larger admission number.</summary>
    Enlarge,

    /// <summary>A new school with an admission number.</summary>
    Open,

    /// <summary>A bulge class.</summary>
    Bulge,

    /// <summary>A closure.</summary>
    Close,

    /// <summary>Puts the school's schemes off.</summary>
    Delay,

    /// <summary>Gives the school's schemes up.</summary>
    Cancel,

    /// <summary>Takes chance out of the school's schemes.</summary>
    Certain,

    /// <summary>A secondary school admits Reception.</summary>
    AllAge,

    /// <summary>Places of a resource provision.</summary>
    ResourcePlaces,

    /// <summary>Places of a special school.</summary>
    SpecialPlaces,

    /// <summary>A smaller admission number.</summary>
    Remove,
}

/// <summary>
/// One item of <c>schools</c> as written. Names of schools, districts and planning areas are checked where the schools of the county are known:
/// when the scenario is compiled.
/// </summary>
internal sealed class SchoolEntry
{
    private const int MostPlaces = 600;
    private const int MostYears = 10;
    private const int September = 9;

    private static readonly string[] s_keys = ScenarioKeys.Of<SchoolShape>();

    private static readonly string[] s_subjects = ["school", "new", "programme"];
    private static readonly string[] s_ofNewSchemes = ["from", "stage", "cost", "housing"];

    private static readonly (string Key, SchoolAction Action)[] s_actions =
    [
        ("enlarge", SchoolAction.Enlarge), ("open", SchoolAction.Open), ("bulge", SchoolAction.Bulge), ("close", SchoolAction.Close),
        ("delay", SchoolAction.Delay), ("cancel", SchoolAction.Cancel), ("all-age", SchoolAction.AllAge),
        ("resource-places", SchoolAction.ResourcePlaces), ("special-places", SchoolAction.SpecialPlaces), ("remove", SchoolAction.Remove),
    ];

    private SchoolEntry(string file, string path, YamlNode node)
    {
        Fields = YamlFields.Open(file, path, node, s_keys);
        Programme = Fields.OptionalWord("programme", Programmes);
        School = Fields.OptionalText("school");
        New = Fields.Find("new") is YamlNode opened ? new NewSchoolEntry(file, path + ".new", opened) : null;
        From = Fields.OptionalDate("from");
        Decided = Fields.OptionalDate("decided");
        Stage = SchemeStages.Of(Fields.OptionalWord("stage", [.. SchemeStages.Words]));
        Cost = Fields.Has("cost") ? Fields.Number("cost", 0) : null;
        Certain = Fields.OptionalWord("certain", ["true", "false"]) == "true";
        Housing = Fields.OptionalWord("housing", ["true", "false"]) == "true";
        CheckSubject();
        Action = ReadAction();
        ReadAmount();
        CheckDates();
    }

    /// <summary>Lists of schemes that can be taken over, and the word for none.</summary>
    public static IReadOnlyList<string> Programmes { get; } = ["none", "2014", "2014-as-planned", "2014-as-delivered", "2019"];

    /// <summary>The keys with their places.</summary>
    public YamlFields Fields { get; }

    /// <summary>What it does.</summary>
    public SchoolAction Action { get; }

    /// <summary>The list of schemes that it takes over.</summary>
    public string? Programme { get; }

    /// <summary>The school that it concerns, by id.</summary>
    public string? School { get; }

    /// <summary>The school that it opens.</summary>
    public NewSchoolEntry? New { get; }

    /// <summary>Places.</summary>
    public int Places { get; private set; }

    /// <summary>Years of delay.</summary>
    public int Years { get; private set; }

    /// <summary>The first September in which it holds.</summary>
    public DateOnly? From { get; }

    /// <summary>The day on which it is taken up, or entered <see cref="Stage"/>; null for the start.</summary>
    public DateOnly? Decided { get; }

    /// <summary>The stage that it is in on that day.</summary>
    public SchemeStage Stage { get; }

    /// <summary>Capital in pounds; null where it follows from the places.</summary>
    public double? Cost { get; }

    /// <summary>Whether nothing can go wrong with it.</summary>
    public bool Certain { get; }

    /// <summary>Whether developers contribute.</summary>
    public bool Housing { get; }

    /// <summary>Reads one item.</summary>
    public static SchoolEntry Read(string file, int index, YamlNode node) => new(file, $"schools[{index}]", node);

    /// <summary>The key of the action, for messages.</summary>
    public string ActionKey => s_actions.FirstOrDefault(one => one.Action == Action).Key ?? (Action == SchoolAction.Programme ? "programme" : "certain");

    /// <summary>What it does, in a phrase.</summary>
    public string Words
    {
        get
        {
            string amount = Years > 0 ? $" by {Years} {(Years == 1 ? "year" : "years")}" : Places > 0 ? $" {Places} places" : "";
            string from = From is DateOnly day ? $" from {day:d MMMM yyyy}" : "";
            return Programme is not null ? $"schemes of {Programme}" : $"{School ?? New?.Name}: {ActionKey}{amount}{from}{(Certain ? ", for certain" : "")}";
        }
    }

    private void CheckSubject()
    {
        string[] subjects = [.. s_subjects.Where(Fields.Has)];
        if (subjects.Length != 1)
        {
            string found = subjects.Length == 0 ? "none" : string.Join(" and ", subjects);
            throw Fields.Refuse(subjects.LastOrDefault("school"), $"must be the only one of school, new and programme; found {found}");
        }
    }

    private SchoolAction ReadAction()
    {
        (string Key, SchoolAction Action)[] given = [.. s_actions.Where(one => Fields.Has(one.Key))];
        if (Programme is not null)
        {
            string? stray = s_keys.FirstOrDefault(key => key != "programme" && Fields.Has(key));
            return stray is null ? SchoolAction.Programme : throw Fields.Refuse(stray, "does not go with a programme");
        }

        string words = string.Join(", ", s_actions.Select(one => one.Key));
        if (given.Length != 1 && !(given.Length == 0 && Certain && New is null))
        {
            string found = given.Length == 0 ? "none" : string.Join(" and ", given.Select(one => one.Key));
            throw Fields.Refuse(given.LastOrDefault(("school", default)).Key, $"must have exactly one of {words}; found {found}");
        }

        SchoolAction action = given.Length == 0 ? SchoolAction.Certain : given[0].Action;
        return (action == SchoolAction.Open) == (New is not null)
            ? action
            : throw Fields.Refuse(given[0].Key, New is null ? "belongs to a new school: write 'new' in the place of 'school'" : "must be 'open' for a new school");
    }

    private void ReadAmount()
    {
        switch (Action)
        {
            case SchoolAction.Delay:
                Years = YamlFields.Open(Fields.PlaceOf("delay").Place.File, Fields.PlaceOf("delay").Key, Fields.Find("delay")!, ["years"])
                    .Whole("years", 1, MostYears);
                break;
            case SchoolAction.Close or SchoolAction.Cancel:
                if (Fields.OptionalWord(ActionKey, ["true"]) is null)
                {
                    throw Fields.Refuse(ActionKey, "must be true");
                }

                break;
            case SchoolAction.Programme or SchoolAction.Certain:
                break;
            default:
                Places = Fields.Whole(ActionKey, 1, MostPlaces);
                break;
        }
    }

    private void CheckDates()
    {
        bool changes = Action is SchoolAction.Delay or SchoolAction.Certain or SchoolAction.Cancel;
        string? stray = changes ? s_ofNewSchemes.FirstOrDefault(Fields.Has) : null;
        if (stray is not null)
        {
            throw Fields.Refuse(stray, $"does not go with {ActionKey}");
        }

        if (changes || Action == SchoolAction.Programme)
        {
            return;
        }

        DateOnly from = From ?? throw Fields.Refuse("from", "is missing: the September from which it holds, such as 2021-09-01");
        if (from is not { Month: September, Day: 1 })
        {
            throw Fields.Refuse("from", $"must be a first of September; found {from:yyyy-MM-dd}");
        }

        if (Decided > from)
        {
            throw Fields.Refuse("from", $"must not be before it is decided ({Decided:yyyy-MM-dd}); found {from:yyyy-MM-dd}");
        }
    }

    /// <summary>Holds its dates to the start of the scenario.</summary>
    /// <exception cref="ScenarioException">A date lies where it must not.</exception>
    public void CheckAgainst(DateOnly start)
    {
        if (From < start)
        {
            throw Fields.Refuse("from", $"must not be before the start of the scenario ({start:yyyy-MM-dd}); found {From:yyyy-MM-dd}");
        }

        if (From?.Year - start.Year > ScenarioFile.MostYears)
        {
            throw Fields.Refuse("from", $"is more than {ScenarioFile.MostYears:#,0} years after the start; found {From:yyyy-MM-dd}");
        }
    }
}

/// <summary>The keys of <c>new</c>: a school that a scenario opens.</summary>
internal sealed class NewSchoolEntry
{
    private static readonly string[] s_keys = ScenarioKeys.Of<NewSchoolShape>();

    /// <summary>Phases of a new school.</summary>
    public static IReadOnlyList<string> Phases { get; } = ["primary", "infant", "junior", "secondary", "special"];

    /// <summary>Reads the keys.</summary>
    public NewSchoolEntry(string file, string path, YamlNode node)
    {
        Fields = YamlFields.Open(file, path, node, s_keys);
        Id = Fields.Text("id");
        if (!Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw Fields.Refuse("id", $"must be lower-case words joined by hyphens; found '{Id}'");
        }

        Name = Fields.OptionalText("name") ?? Id;
        District = Fields.Text("district");
        Area = Fields.OptionalText("area");
        Phase = Fields.OptionalWord("phase", Phases) ?? throw Fields.Refuse("phase", "is missing");
        Selective = Fields.OptionalWord("selective", ["true", "false"]) == "true";
        Faith = Fields.OptionalWord("faith", ["true", "false"]) == "true";
    }

    /// <summary>The keys with their places.</summary>
    public YamlFields Fields { get; }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its district, by name or id.</summary>
    public string District { get; }

    /// <summary>Its planning area by name; null for the largest of the district.</summary>
    public string? Area { get; }

    /// <summary>Its phase.</summary>
    public string Phase { get; }

    /// <summary>Whether it is a grammar school.</summary>
    public bool Selective { get; }

    /// <summary>Whether it admits by faith.</summary>
    public bool Faith { get; }
}

/// <summary>Stages as files name them.</summary>
internal static class SchemeStages
{
    /// <summary>The stages that a scheme may be found in.</summary>
    public static IEnumerable<string> Words => Enum.GetValues<SchemeStage>().Where(stage => stage < SchemeStage.Open).Select(Word);

    /// <summary>The stage of a word; the first where there is none.</summary>
    public static SchemeStage Of(string? word) => Enum.GetValues<SchemeStage>().FirstOrDefault(stage => Word(stage) == word);

    private static string Word(SchemeStage stage) => ScenarioKeys.Naming.ConvertName(stage.ToString());
}
