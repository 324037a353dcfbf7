using System.Text.RegularExpressions;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Scenarios.Levers;

/// <summary>Reads <c>data/levers.yaml</c>: a list of levers, each held to the rules at the head of that file.</summary>
internal static partial class LeverFile
{
    /// <summary>The file, in the data folder.</summary>
    public const string Name = "levers.yaml";

    private static readonly string[] s_keys =
    [
        "lever", "title", "meaning", "unit", "default", "range", "set-by", "source", "page", "measure", "direction", "moves", "moves-inversely",
    ];

    /// <summary>Reads the levers in the order of the file.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="shown">What it is called in messages.</param>
    /// <param name="assumptions">Gives the assumptions, which are read meanwhile; what is wrong with them is told first.</param>
    public static IReadOnlyList<Lever> Read(string path, string shown, Func<AssumptionCatalogue> assumptions)
    {
        var tree = Task.Run(() => StrictYaml.Read(shown, ScenarioText.Read(path, shown).Text));
        return Read(shown, assumptions(), tree.GetAwaiter().GetResult());
    }

    private static List<Lever> Read(string shown, AssumptionCatalogue assumptions, YamlNode root)
    {
        if (root is not YamlList list)
        {
            throw new ScenarioException(new ScenarioLocation(shown, root.Line, root.Column), "", "must be a list of levers, each after a dash");
        }

        var levers = new List<Lever>();
        foreach ((int index, YamlNode node) in list.Items.Index())
        {
            YamlFields fields = YamlFields.Open(shown, $"[{index}]", node, s_keys);
            Lever lever = ReadLever(fields, assumptions);
            if (levers.Exists(earlier => earlier.Id == lever.Id))
            {
                throw fields.Refuse("lever", $"is there twice ('{lever.Id}')");
            }

            levers.Add(lever);
        }

        return levers;
    }

    private static Lever ReadLever(YamlFields fields, AssumptionCatalogue assumptions)
    {
        string id = fields.Text("lever");
        if (!NamePattern().IsMatch(id))
        {
            throw fields.Refuse("lever", $"must be lower-case words joined by hyphens; found '{id}'");
        }

        LeverMove[] moves = [.. Moves(fields, "moves", assumptions), .. Moves(fields, "moves-inversely", assumptions)];
        if (moves.Length == 0)
        {
            throw fields.Refuse("moves", "must name an assumption; a lever that moves none moves nothing");
        }

        string unit = fields.Text("unit");
        double at = DefaultOf(fields, unit, moves);
        double[] range = Numbers(fields, "range");
        if (range is not [double low, double high] || !(low < high && low <= at && at <= high))
        {
            throw fields.Refuse("range", $"must be two numbers, the lower first, with the default ({at:#,0.####}) between them");
        }

        return new Lever
        {
            Id = id,
            Title = fields.Text("title"),
            Meaning = fields.Text("meaning"),
            Unit = unit,
            Default = at,
            Range = (low, high),
            SetBy = fields.Text("set-by"),
            Source = SourceOf(fields, assumptions.Sources),
            Page = fields.Text("page"),
            Kind = moves.Select(move => assumptions[move.Assumption].Kind).Distinct().ToArray() is [EvidenceKind kind] ? kind : null,
            Measure = fields.Text("measure"),
            Raises = (fields.OptionalWord("direction", ["up", "down"]) ?? fields.Text("direction")) == "up",
            Moves = moves,
            IsNamed = true,
        };
    }

    /// <summary>A relative lever stands at 1; else the file says where, or it is the sum of what the lever moves directly.</summary>
    private static double DefaultOf(YamlFields fields, string unit, LeverMove[] moves)
    {
        double[] given = Numbers(fields, "default");
        double sum = moves.Where(move => !move.Inverse).Sum(move => move.Central);
        double at = (given, unit) switch
        {
            ([], Lever.Relative) => 1,
            ([], _) => sum,
            ([double only], not Lever.Relative) => only,
            _ => throw fields.Refuse("default", $"must be one number, and absent where the unit is '{Lever.Relative}'"),
        };
        return at > 0 ? at : throw fields.Refuse("default", $"must be above 0; found {at:#,0.####}");
    }

    private static IEnumerable<LeverMove> Moves(YamlFields fields, string key, AssumptionCatalogue assumptions)
    {
        foreach (string pattern in fields.OptionalTexts(key))
        {
            string stem = pattern.TrimEnd('*');
            Assumption[] found =
                [.. assumptions.All.Where(a => pattern == stem ? a.Id == pattern : a.Id.StartsWith(stem, StringComparison.Ordinal))];
            if (found.Length == 0)
            {
                throw fields.Refuse(key, $"must name assumptions; '{pattern}' is none", assumptions.Nearest(pattern));
            }

            foreach (Assumption assumption in found)
            {
                yield return LeverMove.Of(assumption, inverse: key != "moves");
            }
        }
    }

    private static double[] Numbers(YamlFields fields, string key) =>
        fields.Find(key) switch
        {
            null => [],
            YamlList list => [.. Enumerable.Range(0, list.Items.Count).Select(item => fields.Number(key, item, double.NegativeInfinity))],
            _ => [fields.Number(key, double.NegativeInfinity)],
        };

    private static string SourceOf(YamlFields fields, SourceList sources)
    {
        string source = fields.Text("source");
        return sources.TryGet(source, out Source? found) && (found.HasNoPages || fields.Text("page") != "-")
            ? source
            : throw fields.Refuse("source", "must be in data/sources.csv, and have a page", NearestName.Of(source, sources.All.Select(s => s.Id)));
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z")]
    private static partial Regex NamePattern();
}
