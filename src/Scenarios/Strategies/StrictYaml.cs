using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KentSufficiency.Scenarios.Strategies;

/// <summary>
/// Reads the small part of YAML that a scenario needs: keys, lists and text. Refuses what has no place in one and could hide or multiply
/// content: anchors, aliases, tags, several documents, duplicated keys and deep nesting.
/// </summary>
internal sealed class StrictYaml
{
    private const int DeepestNesting = 8;

    private readonly Parser _events;
    private readonly string _file;

    private StrictYaml(string file, string text)
    {
        _file = file;
        _events = new Parser(new Scanner(new StringReader(text), skipComments: true));
    }

    /// <summary>Reads one document.</summary>
    /// <exception cref="ScenarioException">The text is not YAML, or not of the part allowed here.</exception>
    public static YamlNode Read(string file, string text)
    {
        RefuseTabs(file, text);
        var reader = new StrictYaml(file, text);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException problem)
        {
            string reason = (problem.InnerException ?? problem).Message.TrimEnd('.');
            throw new ScenarioException(At(file, problem.Start), "", $"is not valid YAML: {reason}");
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The parser meets some damaged files with exceptions of its own making, which tell no place: the last good one must do.
            Mark last = reader._events.Current?.End ?? Mark.Empty;
            throw new ScenarioException(At(file, last), "", "is not valid YAML after this place");
        }
    }

    /// <summary>YAML knows no tabs before a key, and an editor shows no difference: a message of its own saves an hour.</summary>
    private static void RefuseTabs(string file, string text)
    {
        int line = 0;
        foreach (ReadOnlySpan<char> content in text.AsSpan().EnumerateLines())
        {
            line++;
            ReadOnlySpan<char> margin = content[..^content.TrimStart(" \t").Length];
            int tab = margin.IndexOf('\t');
            if (tab >= 0)
            {
                throw new ScenarioException(new ScenarioLocation(file, line, tab + 1), "", "is indented with a tab; use spaces");
            }
        }
    }

    private YamlNode ReadDocument()
    {
        Expect<StreamStart>();
        if (Next() is not DocumentStart)
        {
            throw new ScenarioException(new ScenarioLocation(_file), "", "is empty; a scenario has at least a name, a title and a source");
        }

        YamlNode root = ReadNode(Next(), depth: 1);
        Expect<DocumentEnd>();
        ParsingEvent end = Next();
        return end is StreamEnd ? root : throw Refused(end, "holds a second document; a scenario file is one document");
    }

    private YamlNode ReadNode(ParsingEvent happened, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw Refused(happened, $"is nested more than {DeepestNesting} levels deep");
        }

        if (happened is AnchorAlias)
        {
            throw Refused(happened, "uses an alias (*name); write the value out");
        }

        if (happened is NodeEvent node && !node.Anchor.IsEmpty)
        {
            throw Refused(happened, "uses an anchor (&name); write the value out where it is needed");
        }

        if (happened is NodeEvent tagged && !tagged.Tag.IsEmpty)
        {
            throw Refused(happened, "uses a tag (!name); a scenario needs none");
        }

        (int line, int column) = Position(happened.Start);
        return happened switch
        {
            Scalar scalar => new YamlText(line, column, scalar.Value, scalar.Style is not ScalarStyle.Plain),
            SequenceStart => new YamlList(line, column, ReadItems(depth)),
            MappingStart => new YamlMap(line, column, ReadEntries(depth)),
            _ => throw Refused(happened, "is not what a scenario can hold here"),
        };
    }

    private List<YamlNode> ReadItems(int depth)
    {
        var items = new List<YamlNode>();
        for (ParsingEvent happened = Next(); happened is not SequenceEnd; happened = Next())
        {
            items.Add(ReadNode(happened, depth + 1));
        }

        return items;
    }

    private List<(YamlText Key, YamlNode Value)> ReadEntries(int depth)
    {
        var entries = new List<(YamlText Key, YamlNode Value)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (ParsingEvent happened = Next(); happened is not MappingEnd; happened = Next())
        {
            if (ReadNode(happened, depth + 1) is not YamlText key)
            {
                throw Refused(happened, "has a list or a group of keys where a key must stand");
            }

            if (!seen.Add(key.Text))
            {
                throw new ScenarioException(At(_file, happened.Start), key.Text, "is there twice; a key may be given once");
            }

            entries.Add((key, ReadNode(Next(), depth + 1)));
        }

        return entries;
    }

    private ParsingEvent Next() => _events.MoveNext()
        ? _events.Current!
        : throw new ScenarioException(new ScenarioLocation(_file), "", "is not valid YAML: it ends too early");

    private void Expect<T>()
        where T : ParsingEvent
    {
        ParsingEvent happened = Next();
        if (happened is not T)
        {
            throw Refused(happened, "is not valid YAML");
        }
    }

    private ScenarioException Refused(ParsingEvent happened, string rule) => new(At(_file, happened.Start), "", rule);

    private static ScenarioLocation At(string file, Mark mark)
    {
        (int line, int column) = Position(mark);
        return new ScenarioLocation(file, line, column);
    }

    private static (int Line, int Column) Position(Mark mark) => (checked((int)mark.Line), checked((int)mark.Column));
}
