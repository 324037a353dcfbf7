using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace KentSufficiency.Cli.Orleans;

/// <summary>
/// What is told of one thing: a heading, facts, and lists; as text for people or as JSON for programs, from the same facts. Names of
/// members are the labels with underscores.
/// </summary>
internal sealed class TwinSheet(string address, string what)
{
    private const int LabelWidth = 22;
    private static readonly JsonSerializerOptions s_layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<(string Label, string Text, JsonNode? Value)> _facts = [];
    private readonly List<TwinList> _lists = [];
    private readonly List<string> _notes = [];

    /// <summary>Adds a fact.</summary>
    public TwinSheet Add(string label, string value) => Add(label, value, JsonValue.Create(value));

    /// <summary>Adds a number.</summary>
    public TwinSheet Add(string label, int value) => Add(label, $"{value:#,0}", JsonValue.Create(value));

    /// <summary>Adds a date.</summary>
    public TwinSheet Add(string label, DateOnly value) => Add(label, $"{value:d MMMM yyyy}", JsonValue.Create($"{value:yyyy-MM-dd}"));

    /// <summary>Adds a fact that people and programs read in different forms.</summary>
    public TwinSheet Add(string label, string text, JsonNode? value)
    {
        _facts.Add((label, text, value));
        return this;
    }

    /// <summary>Adds a fact where there is one.</summary>
    public TwinSheet AddIf(bool there, string label, Func<string> value) => there ? Add(label, value()) : this;

    /// <summary>Adds a list.</summary>
    public TwinSheet Add(TwinList list)
    {
        _lists.Add(list);
        return this;
    }

    /// <summary>Adds a sentence for people.</summary>
    public TwinSheet Note(string sentence)
    {
        _notes.Add(sentence);
        return this;
    }

    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="format"><c>text</c> or <c>json</c>.</param>
    public void Write(TextWriter output, string format)
    {
        if (format == "json")
        {
            output.WriteLine(ToJson().ToJsonString(s_layout));
            return;
        }

        output.WriteLine(address.Length == 0 ? what : $"{address}: {what}");
        foreach ((string label, string text, _) in _facts)
        {
            output.WriteLine($"  {label.PadRight(LabelWidth)}{text}");
        }

        foreach (TwinList list in _lists)
        {
            list.Write(output);
        }

        _notes.ForEach(output.WriteLine);
    }

    private JsonObject ToJson()
    {
        var json = new JsonObject();
        if (address.Length > 0)
        {
            json["address"] = address;
        }

        json["what"] = what;
        foreach ((string label, _, JsonNode? value) in _facts)
        {
            json[TwinList.Member(label)] = value;
        }

        foreach (TwinList list in _lists)
        {
            json[TwinList.Member(list.Name)] = list.ToJson();
        }

        return json;
    }
}

/// <summary>A list in a sheet.</summary>
/// <param name="name">What is listed.</param>
/// <param name="columns">The columns' names.</param>
internal sealed class TwinList(string name, params string[] columns)
{
    private readonly List<object[]> _rows = [];

    /// <summary>What is listed.</summary>
    public string Name => name;

    /// <summary>A label as the name of a member.</summary>
    public static string Member(string label) => label.Replace(' ', '_').Replace('-', '_').Replace(",", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>Adds a row of texts, numbers and dates.</summary>
    public TwinList Add(params object[] cells)
    {
        _rows.Add(cells);
        return this;
    }

    /// <summary>Writes it for people.</summary>
    public void Write(TextWriter output)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        output.WriteLine();
        if (_rows.Count == 0)
        {
            output.WriteLine($"{name}: none");
            return;
        }

        output.WriteLine($"{name}:");
        var table = new Table { Border = console.Profile.Out.IsTerminal ? TableBorder.Rounded : TableBorder.None };
        for (int i = 0; i < columns.Length; i++)
        {
            var column = new TableColumn(new Text(columns[i]));
            table.AddColumn(_rows.TrueForAll(row => row[i] is int) ? column.RightAligned() : column);
        }

        _rows.ForEach(row => table.AddRow(row.Select(cell => new Text(TextOf(cell)))));
        TableText.Print(console, table);
    }

    /// <summary>The same for programs.</summary>
    public JsonArray ToJson() => [.. _rows.Select(row => new JsonObject(columns.Zip(row, (column, cell) =>
        KeyValuePair.Create<string, JsonNode?>(Member(column), cell is int number ? JsonValue.Create(number) : cell is DateOnly date ? $"{date:yyyy-MM-dd}" : $"{cell}"))))];

    private static string TextOf(object cell) => cell switch
    {
        int number => $"{number:#,0}",
        DateOnly date => $"{date:d MMM yyyy}",
        _ => $"{cell}",
    };
}
