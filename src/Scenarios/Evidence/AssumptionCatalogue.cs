using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace KentSufficiency.Scenarios.Evidence;

/// <summary>All assumptions, by id. Immutable, and safe to share between threads.</summary>
public sealed class AssumptionCatalogue
{
    private const string Folder = "assumptions";
    private const string PriorFolder = "priors";

    private readonly FrozenDictionary<string, int> indices;

    private AssumptionCatalogue(IEnumerable<Assumption> assumptions, SourceList sources)
    {
        All = assumptions.OrderBy(assumption => assumption.Id, StringComparer.Ordinal).ToArray();
        indices = All.Select((assumption, index) => (assumption.Id, index))
            .ToFrozenDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        Sources = sources;
    }

    /// <summary>All assumptions, ordered by id (ordinal), whatever file they come from.</summary>
    public IReadOnlyList<Assumption> All { get; }

    /// <summary>The sources that they cite.</summary>
    public SourceList Sources { get; }

    /// <summary>The assumption of an id.</summary>
    /// <param name="id">Id, exact case.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message names the nearest id.</exception>
    public Assumption this[string id] => All[IndexOf(id)];

    /// <summary>Reads <c>sources.csv</c> and every <c>assumptions/*.csv</c>.</summary>
    /// <param name="directory">The data folder.</param>
    /// <exception cref="EvidenceException">Rules are broken; all breaches are listed.</exception>
    public static AssumptionCatalogue Load(string directory) => Load(directory, Folder);

    /// <summary>Reads <c>sources.csv</c> and every <c>priors/*.csv</c>: what stands for an assumption on a day before it was known.</summary>
    /// <param name="directory">The data folder.</param>
    /// <exception cref="EvidenceException">Rules are broken; all breaches are listed.</exception>
    public static AssumptionCatalogue LoadPriors(string directory) => Load(directory, PriorFolder);

    private static AssumptionCatalogue Load(string directory, string folder)
    {
        List<EvidenceError> errors = [];
        SourceList sources = SourceList.Load(directory, errors);
        Dictionary<string, Assumption> assumptions = new(StringComparer.Ordinal);
        foreach (string file in CsvTable.FilesIn(directory, folder))
        {
            CsvTable.Read(directory, file, AssumptionRules.Header, errors, row => Add(row, sources, assumptions));
        }

        EvidenceException.ThrowIfAny(errors);
        return new AssumptionCatalogue(assumptions.Values, sources);
    }

    /// <summary>A catalogue of other rows, with the sources of this one.</summary>
    /// <param name="rows">The rows, each id once.</param>
    public AssumptionCatalogue Of(IEnumerable<Assumption> rows) => new(rows, Sources);

    /// <summary>The same catalogue with other rows in the place of some.</summary>
    /// <param name="others">The rows; each id must be in the catalogue.</param>
    /// <exception cref="KeyNotFoundException">An id is not in the catalogue.</exception>
    public AssumptionCatalogue With(IEnumerable<Assumption> others)
    {
        Assumption[] rows = [.. All];
        foreach (Assumption other in others)
        {
            rows[IndexOf(other.Id)] = other;
        }

        return new AssumptionCatalogue(rows, Sources);
    }

    /// <summary>Finds an assumption by id.</summary>
    /// <param name="id">Id, exact case.</param>
    /// <param name="assumption">The assumption, when found.</param>
    public bool TryGet(string id, [NotNullWhen(true)] out Assumption? assumption)
    {
        bool found = indices.TryGetValue(id, out int index);
        assumption = found ? All[index] : null;
        return found;
    }

    /// <summary>
    /// Position of an id in <see cref="All"/>. It holds for this catalogue only: a new assumption shifts those after it, so
    /// address draws by something made from the id, not by the position.
    /// </summary>
    /// <param name="id">Id, exact case.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message names the nearest id.</exception>
    public int IndexOf(string id) => indices.TryGetValue(id, out int index) ? index : throw Unknown(id);

    /// <summary>The id that takes the fewest edits to reach, the first in order among equals; null in an empty catalogue.</summary>
    /// <param name="id">Any text.</param>
    public string? Nearest(string id) => All.MinBy(assumption => EditDistance.Between(id, assumption.Id))?.Id;

    private KeyNotFoundException Unknown(string id)
    {
        string hint = Nearest(id) is string near ? $" Did you mean '{near}'?" : "";
        return new KeyNotFoundException($"No assumption is called '{id}'.{hint}");
    }

    private static void Add(TableRow row, SourceList sources, Dictionary<string, Assumption> assumptions)
    {
        Assumption assumption = AssumptionRules.Read(row, sources);
        if (assumption.Id.Length > 0 && !assumptions.TryAdd(assumption.Id, assumption))
        {
            row.Break("id", $"'{assumption.Id}' is used twice");
        }
    }
}
