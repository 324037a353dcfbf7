using System.Globalization;

namespace KentSufficiency.Scenarios.Strategies;

/// <summary>The keys of one group in a scenario file, read as what they must be. Every refusal says where and why.</summary>
internal sealed class YamlFields
{
    private const int LongestText = 1000;
    private const double LargestNumber = 1e9;

    private readonly string _file;
    private readonly string _prefix;
    private readonly YamlMap _map;

    private YamlFields(string file, string prefix, YamlMap map)
    {
        _file = file;
        _prefix = prefix;
        _map = map;
    }

    /// <summary>Opens a group of keys and refuses those that are not known.</summary>
    public static YamlFields Open(string file, string path, YamlNode node, IReadOnlyList<string> known)
    {
        string wanted = $"must be a group of keys ({string.Join(", ", known)})";
        if (node is not YamlMap map)
        {
            throw new ScenarioException(new ScenarioLocation(file, node.Line, node.Column), path, wanted);
        }

        var fields = new YamlFields(file, path.Length == 0 ? "" : path + ".", map);
        foreach ((YamlText key, _) in map.Entries)
        {
            if (!known.Contains(key.Text, StringComparer.Ordinal))
            {
                string rule = $"is not a key known here; known are {string.Join(", ", known)}";
                throw fields.Refuse(key, key.Text, rule, NearestName.Of(key.Text, known));
            }
        }

        return fields;
    }

    /// <summary>The value of a key, or null where it is absent.</summary>
    public YamlNode? Find(string key) => _map.Entries.FirstOrDefault(entry => entry.Key.Text == key).Value;

    /// <summary>Whether the key is there.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>A text that must be there.</summary>
    public string Text(string key) => OptionalText(key) ?? throw Missing(key);

    /// <summary>A text that may be absent, but not empty.</summary>
    public string? OptionalText(string key)
    {
        if (Find(key) is not YamlNode node)
        {
            return null;
        }

        string text = node is YamlText found ? found.Text.Trim() : throw Refuse(node, key, "must be text");
        return text.Length switch
        {
            0 => throw Refuse(node, key, "is empty"),
            > LongestText => throw Refuse(node, key, $"is longer than {LongestText} characters"),
            _ => text,
        };
    }

    /// <summary>A finite number that must be there.</summary>
    public double Number(string key, double smallest) => Number(Find(key) ?? throw Missing(key), key, smallest);

    /// <summary>A finite number of a list.</summary>
    public double Number(string key, int item, double smallest) => Number(OptionalList(key)[item], $"{key}[{item}]", smallest);

    private double Number(YamlNode node, string key, double smallest)
    {
        string text = Plain(node, key, "must be a number");
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number))
        {
            throw Refuse(node, key, $"must be a number; found '{Short(text)}'");
        }

        return number >= smallest && Math.Abs(number) <= LargestNumber
            ? number
            : throw Refuse(node, key, $"must be from {Math.Max(smallest, -LargestNumber):#,0} to {LargestNumber:#,0}; found {Short(text)}");
    }

    /// <summary>A whole number within limits that must be there.</summary>
    public int Whole(string key, int smallest, int largest) => OptionalWhole(key, smallest, largest) ?? throw Missing(key);

    /// <summary>A whole number within limits, or null where it is absent.</summary>
    public int? OptionalWhole(string key, int smallest, int largest)
    {
        if (Find(key) is not YamlNode node)
        {
            return null;
        }

        string rule = $"must be a whole number from {smallest:#,0} to {largest:#,0}";
        string text = Plain(node, key, rule);
        bool whole = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number);
        return whole && number >= smallest && number <= largest ? number : throw Refuse(node, key, $"{rule}; found '{Short(text)}'");
    }

    /// <summary>A date, or null where it is absent.</summary>
    public DateOnly? OptionalDate(string key)
    {
        if (Find(key) is not YamlNode node)
        {
            return null;
        }

        const string rule = "must be a date as 2019-07-31";
        string text = node is YamlText found ? found.Text : throw Refuse(node, key, rule);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : throw Refuse(node, key, $"{rule}; found '{Short(text)}'");
    }

    /// <summary>One of a few words, or null where it is absent.</summary>
    public string? OptionalWord(string key, IReadOnlyList<string> words)
    {
        string? text = OptionalText(key);
        return text is null || words.Contains(text, StringComparer.Ordinal)
            ? text
            : throw Refuse(Find(key)!, key, $"must be {string.Join(" or ", words)}; found '{Short(text)}'", NearestName.Of(text, words));
    }

    /// <summary>A list; empty where the key is absent.</summary>
    public IReadOnlyList<YamlNode> OptionalList(string key) => Find(key) switch
    {
        null => [],
        YamlList list => list.Items,
        YamlNode other => throw Refuse(other, key, "must be a list, each item after a dash"),
    };

    /// <summary>The texts of a list; none where the key is absent.</summary>
    public IEnumerable<string> OptionalTexts(string key) =>
        OptionalList(key).Select((node, item) => node is YamlText text ? text.Text : throw Refuse(node, $"{key}[{item}]", "must be text"));

    /// <summary>Where the value of a key stands, and the key with what it is part of.</summary>
    public (ScenarioLocation Place, string Key) PlaceOf(string key) => (Place(Find(key) ?? _map), _prefix + key);

    /// <summary>Composes a refusal of a key's value.</summary>
    public ScenarioException Refuse(string key, string rule, string? nearest = null) => Refuse(Find(key) ?? _map, key, rule, nearest);

    private ScenarioException Refuse(YamlNode node, string key, string rule, string? nearest = null) =>
        new(Place(node), _prefix + Short(key), rule, nearest);

    private ScenarioException Missing(string key) => Refuse(_map, key, "is missing");

    private ScenarioLocation Place(YamlNode node) => new(_file, node.Line, node.Column);

    private string Plain(YamlNode node, string key, string rule) => node switch
    {
        YamlText { Quoted: false } text => text.Text,
        YamlText text => throw Refuse(node, key, $"{rule}, without quotation marks; found '{Short(text.Text)}'"),
        _ => throw Refuse(node, key, rule),
    };

    /// <summary>Keeps a message to one readable line whatever the file holds.</summary>
    private static string Short(string text)
    {
        string line = new([.. text.Take(60).Select(c => char.IsControl(c) ? ' ' : c)]);
        return text.Length > 60 ? line + "..." : line;
    }
}
