using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace KentSufficiency.Scenarios.Evidence;

/// <summary>All observed values. Immutable, and safe to share between threads.</summary>
public sealed class EvidenceLibrary
{
    private const string Folder = "evidence";

    private readonly FrozenDictionary<string, ObservedValue> byId;
    private readonly FrozenDictionary<(string Measure, string Geography), ObservedValue[]> series;

    private EvidenceLibrary(IEnumerable<ObservedValue> values, SourceList sources)
    {
        All = values.OrderBy(value => value.Id, StringComparer.Ordinal).ToArray();
        byId = All.ToFrozenDictionary(value => value.Id, StringComparer.Ordinal);
        series = All.GroupBy(value => (value.Measure, value.Geography)).ToFrozenDictionary(
            group => group.Key,
            group => group.OrderBy(value => value.Date).ThenBy(value => value.Source, StringComparer.Ordinal).ToArray());
        Sources = sources;
    }

    /// <summary>All values, ordered by id (ordinal).</summary>
    public IReadOnlyList<ObservedValue> All { get; }

    /// <summary>The sources that they cite.</summary>
    public SourceList Sources { get; }

    /// <summary>Reads <c>sources.csv</c> and every <c>evidence/*.csv</c>.</summary>
    /// <param name="directory">The data folder.</param>
    /// <exception cref="EvidenceException">Rules are broken; all breaches are listed.</exception>
    public static EvidenceLibrary Load(string directory)
    {
        List<EvidenceError> errors = [];
        SourceList sources = SourceList.Load(directory, errors);
        EvidenceTable table = new(sources);
        foreach (string file in CsvTable.FilesIn(directory, Folder))
        {
            table.Read(directory, file, errors);
        }

        EvidenceException.ThrowIfAny(errors);
        return new EvidenceLibrary(table.Values, sources);
    }

    /// <summary>
    /// What was known on a day: nothing that describes a later day, and nothing that was public later, but for the authority's own returns, which it
    /// knows itself on the day they describe.
    /// </summary>
    /// <param name="on">The day.</param>
    /// <param name="publishedOnly">Whether own returns, too, count as known from their publication on only.</param>
    public EvidenceLibrary KnownOn(DateOnly on, bool publishedOnly = false) => new(All.Where(value => IsKnown(value, on, publishedOnly)), Sources);

    private bool IsKnown(ObservedValue value, DateOnly on, bool publishedOnly)
    {
        bool own = !publishedOnly && Sources.TryGet(value.Source, out Source? source) && source.OwnReturn;
        return value.Date <= on && (own || value.KnownFrom <= on);
    }

    /// <summary>Finds a value by id.</summary>
    /// <param name="id">Id, exact case.</param>
    /// <param name="value">The value, when found.</param>
    public bool TryGet(string id, [NotNullWhen(true)] out ObservedValue? value) => byId.TryGetValue(id, out value);

    /// <summary>
    /// The values of a measure on a date, one for each source that has it, ordered by source. Sources do disagree: the
    /// caller says which one it follows.
    /// </summary>
    /// <param name="measure">Measure id.</param>
    /// <param name="geography">Geography.</param>
    /// <param name="date">Date of the stock, or last day of the flow.</param>
    public IReadOnlyList<ObservedValue> At(string measure, string geography, DateOnly date) =>
        Series(measure, geography).Where(value => value.Date == date).ToArray();

    /// <summary>The values of a measure over time, ordered by date, then source; empty where there are none.</summary>
    /// <param name="measure">Measure id.</param>
    /// <param name="geography">Geography.</param>
    /// <param name="knownBy">Leaves out what was published later: a back-cast may not look ahead. Null keeps everything.</param>
    public IReadOnlyList<ObservedValue> Series(string measure, string geography, DateOnly? knownBy = null) =>
        series.TryGetValue((measure, geography), out ObservedValue[]? values)
            ? values.Where(value => knownBy is null || value.KnownFrom <= knownBy).ToArray()
            : [];
}
