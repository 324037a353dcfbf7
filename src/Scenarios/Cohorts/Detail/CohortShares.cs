using System.Collections.Frozen;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.Scenarios.Cohorts.Detail;

/// <summary>
/// How often each code of the field occurs among what the simulation does not tell: ethnicity, first language, answers about health. Reads
/// <c>cohorts/shares.csv</c>. Immutable, for any number of threads.
/// </summary>
public sealed class CohortShares
{
    private const string FileName = "cohorts/shares.csv";

    private static readonly string[] s_header =
        ["table", "code", "weight", "kind", "source", "page", "known_from", "low", "high", "note"];

    private readonly FrozenDictionary<string, ShareTable> _tables;

    private CohortShares(IEnumerable<KeyValuePair<string, ShareTable>> tables) => _tables = tables.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A table by name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public ShareTable this[string table] =>
        _tables.TryGetValue(table, out ShareTable? found) ? found : throw new KeyNotFoundException($"{FileName} has no table '{table}'");

    /// <summary>Names of the tables.</summary>
    public IEnumerable<string> Names => _tables.Keys.Order(StringComparer.Ordinal);

    /// <summary>Reads the tables.</summary>
    /// <param name="directory">The data folder.</param>
    /// <exception cref="EvidenceException">Rules of the file are broken; all breaches are listed.</exception>
    public static CohortShares Load(string directory)
    {
        List<EvidenceError> errors = [];
        SourceList sources = SourceList.Load(directory, errors);
        var rows = new List<(string Table, string Code, double Weight)>();
        CsvTable.Read(directory, FileName, s_header, errors, row => rows.Add(Read(row, sources)));
        EvidenceException.ThrowIfAny(errors);
        return new CohortShares(rows.GroupBy(row => row.Table).Select(table => KeyValuePair.Create(
            table.Key, new ShareTable([.. table.Select(row => row.Code)], [.. table.Select(row => row.Weight)]))));
    }

    private static (string Table, string Code, double Weight) Read(TableRow row, SourceList sources)
    {
        sources.Cite(row, "source", "page");
        EvidenceKind kind = row.Kind("kind");
        row.Date("known_from");
        double weight = row.Number("weight");
        if (weight < 0)
        {
            row.Break("weight", "a weight is 0 or more");
        }

        if (kind == EvidenceKind.Assumed && !(row.Number("low") <= weight && weight <= row.Number("high")))
        {
            row.Break("low", "an assumed weight lies between low and high");
        }

        return (row.Id("table"), row.Id("code"), weight);
    }
}

/// <summary>Codes with the weights with which they occur.</summary>
/// <param name="Codes">The codes.</param>
/// <param name="Weights">Their weights, which need not add to 1.</param>
public sealed record ShareTable(string[] Codes, double[] Weights)
{
    private readonly AliasTable _alias = new(Weights);

    /// <summary>A code.</summary>
    /// <param name="uniform">A uniform between 0 and 1.</param>
    public string Sample(double uniform) => Codes[_alias.Sample(uniform)];

    /// <summary>The weight of a code among all; 0 for one that does not occur.</summary>
    public double Share(string code) => Array.IndexOf(Codes, code) is >= 0 and int at ? Weights[at] / Weights.Sum() : 0;
}
