using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Scenarios.Levers;

/// <summary>Everything a scenario may turn: the levers of <c>data/levers.yaml</c>, and every assumption by its id. Immutable.</summary>
public sealed class LeverCatalogue
{
    private readonly FrozenDictionary<string, Lever> _levers;

    private LeverCatalogue(AssumptionCatalogue assumptions, IReadOnlyList<Lever> named)
    {
        Assumptions = assumptions;
        Named = named;
        Lever[] all = [.. named, .. assumptions.All.Select(Lever.Of)];
        _levers = all.ToFrozenDictionary(lever => lever.Id, StringComparer.Ordinal);
        Ids = [.. all.Select(lever => lever.Id)];
    }

    /// <summary>The assumptions.</summary>
    public AssumptionCatalogue Assumptions { get; }

    /// <summary>The levers of <c>data/levers.yaml</c>, in its order.</summary>
    public IReadOnlyList<Lever> Named { get; }

    /// <summary>All ids: the named levers in the order of their file, then the assumptions in ordinal order.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The lever of an id.</summary>
    /// <param name="id">The name of a lever or the id of an assumption.</param>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Lever this[string id] => _levers[id];

    /// <summary>Reads the assumptions and the levers.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <exception cref="EvidenceException">A row of the assumptions breaks a rule.</exception>
    /// <exception cref="ScenarioException">The file of levers breaks a rule; the message says where and which.</exception>
    public static LeverCatalogue Load(string dataDirectory) => Load(new DataTables(dataDirectory));

    /// <summary>Reads the levers of assumptions that others read as well.</summary>
    /// <param name="tables">The tables of the data folder.</param>
    /// <exception cref="EvidenceException">A row of the assumptions breaks a rule.</exception>
    /// <exception cref="ScenarioException">The file of levers breaks a rule; the message says where and which.</exception>
    public static LeverCatalogue Load(DataTables tables)
    {
        string path = Path.Combine(tables.Directory, LeverFile.Name);
        IReadOnlyList<Lever> named = LeverFile.Read(path, $"data/{LeverFile.Name}", () => tables.Assumptions);
        return new LeverCatalogue(tables.Assumptions, named);
    }

    /// <summary>Finds a lever.</summary>
    /// <param name="id">The name of a lever or the id of an assumption.</param>
    /// <param name="lever">The lever, when found.</param>
    public bool TryGet(string id, [NotNullWhen(true)] out Lever? lever) => _levers.TryGetValue(id, out lever);
}
