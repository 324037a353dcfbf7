using System.Collections.Frozen;

namespace KentSufficiency.Scenarios.Evidence;

/// <summary>The publications of <c>sources.csv</c>, by id. Immutable.</summary>
public sealed class SourceList
{
    private const string FileName = "sources.csv";

    private static readonly string[] Header = ["id", "title", "publisher", "date", "reference", "licence", "own_return"];

    private readonly FrozenDictionary<string, Source> byId;

    private SourceList(IEnumerable<Source> sources)
    {
        All = sources.OrderBy(source => source.Id, StringComparer.Ordinal).ToArray();
        byId = All.ToFrozenDictionary(source => source.Id, StringComparer.Ordinal);
    }

    /// <summary>All sources, ordered by id.</summary>
    public IReadOnlyList<Source> All { get; }

    /// <summary>Reads <c>sources.csv</c>.</summary>
    /// <param name="directory">The data folder.</param>
    /// <exception cref="EvidenceException">A rule of the file is broken.</exception>
    public static SourceList Load(string directory)
    {
        List<EvidenceError> errors = [];
        SourceList sources = Load(directory, errors);
        EvidenceException.ThrowIfAny(errors);
        return sources;
    }

    internal static SourceList Load(string directory, List<EvidenceError> errors)
    {
        Dictionary<string, Source> sources = new(StringComparer.Ordinal);
        CsvTable.Read(directory, FileName, Header, errors, row =>
        {
            Source source = Read(row);
            if (row.Sound && !sources.TryAdd(source.Id, source))
            {
                row.Break("id", $"'{source.Id}' is used twice");
            }
        });
        return new SourceList(sources.Values);
    }

    /// <summary>Finds a source by id.</summary>
    /// <param name="id">Id, exact case.</param>
    /// <param name="source">The source, when found.</param>
    public bool TryGet(string id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Source? source) =>
        byId.TryGetValue(id, out source);

    /// <summary>Reads the source and page columns of a row that cites, and holds them to the rules.</summary>
    internal (string Source, string Page) Cite(TableRow row, string sourceColumn, string pageColumn)
    {
        string id = row.Text(sourceColumn);
        string page = row.Text(pageColumn);
        if (id.Length > 0 && !TryGet(id, out _))
        {
            row.Break(sourceColumn, $"'{id}' is not in {FileName}");
        }
        else if (page == "-" && TryGet(id, out Source? source) && !source.HasNoPages)
        {
            row.Break(pageColumn, "only the statute and the project's own judgement have no page");
        }

        return (id, page);
    }

    private static Source Read(TableRow row)
    {
        string id = row.Id("id");
        bool undated = id == Source.Judgement && row.Text("date") == "-";
        return new Source(
            id, row.Text("title"), row.Text("publisher"), undated ? null : row.Date("date"), row.Text("reference"), row.Text("licence"),
            row.OneOf("own_return", AssumptionRules.YesNo));
    }
}
