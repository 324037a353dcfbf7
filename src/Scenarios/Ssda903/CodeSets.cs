using System.Collections.Frozen;
using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.Scenarios.Ssda903;

/// <summary>
/// The codes of the return on children looked after and the collection years in which each is known. A set is named after the column that holds it:
/// LS, CIN, PLACE, PLACE_PROVIDER, RNE, REC and so on; UPN_UNKNOWN are the codes that stand for a pupil number, YES_NO those of the columns of OC2.
/// </summary>
public sealed class CodeSets
{
    private const string File = "ssda903/code-sets.csv";
    private const int Earliest = 2014;
    private const int Latest = 2025;

    private static readonly string[] s_columns = ["set", "code", "meaning", "first_year", "last_year", "source", "note"];

    private readonly FrozenDictionary<(string Set, string Code), (int First, int Last)> _years;
    private readonly IReadOnlyList<(string Set, string Code)> _inOrder;

    private CodeSets(
        Dictionary<(string Set, string Code), (int First, int Last)> years,
        IReadOnlyList<(string Set, string Code)> inOrder,
        IReadOnlyList<string> sources)
    {
        _years = years.ToFrozenDictionary();
        _inOrder = inOrder;
        Sources = sources;
    }

    /// <summary>The first collection year whose codes are known.</summary>
    public static int FirstYear => Earliest;

    /// <summary>The last collection year whose codes are known.</summary>
    public static int LastYear => Latest;

    /// <summary>The ids of the sources that the codes are cited from.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>The names of the sets.</summary>
    public IEnumerable<string> Names => _inOrder.Select(row => row.Set).Distinct();

    /// <summary>Reads <c>ssda903/code-sets.csv</c>.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <exception cref="EvidenceException">A row breaks a rule of the file.</exception>
    public static CodeSets Load(string dataDirectory)
    {
        List<EvidenceError> errors = [];
        SourceList sources = SourceList.Load(dataDirectory, errors);
        Dictionary<(string, string), (int, int)> years = [];
        List<(string, string)> inOrder = [];
        HashSet<string> cited = [];
        CsvTable.Read(dataDirectory, File, s_columns, errors, row =>
        {
            (string, string) key = (row.Text("set"), row.Text("code"));
            int first = Year(row, "first_year", row.Number("first_year"));
            int last = Year(row, "last_year", row.OptionalNumber("last_year") ?? Latest);
            row.Text("meaning");
            string source = row.Text("source");
            if (last < first)
            {
                row.Break("last_year", $"{last} is before the first year {first}");
            }
            else if (!sources.TryGet(source, out _))
            {
                row.Break("source", $"'{source}' is not in sources.csv");
            }
            else if (!years.TryAdd(key, (first, last)))
            {
                row.Break("code", $"{key} is there twice");
            }
            else
            {
                inOrder.Add(key);
                cited.Add(source);
            }
        });
        EvidenceException.ThrowIfAny(errors);
        return new CodeSets(years, inOrder, [.. cited]);
    }

    /// <summary>Whether a code belongs to a set in a collection year.</summary>
    /// <param name="set">The set.</param>
    /// <param name="code">The code, in capitals.</param>
    /// <param name="year">The collection year.</param>
    /// <exception cref="ReturnException">The codes of that year are not known.</exception>
    public bool IsKnown(string set, string code, int year)
    {
        HoldToYears(year);
        return _years.TryGetValue((set, code), out (int First, int Last) known) && known.First <= year && year <= known.Last;
    }

    /// <summary>The codes of a set in a collection year, in the order of the file.</summary>
    /// <param name="set">The set.</param>
    /// <param name="year">The collection year.</param>
    /// <exception cref="ReturnException">The codes of that year are not known.</exception>
    public IEnumerable<string> Codes(string set, int year)
    {
        HoldToYears(year);
        return _inOrder.Where(row => row.Set == set && IsKnown(set, row.Code, year)).Select(row => row.Code);
    }

    /// <summary>Refuses a collection year whose codes are not known.</summary>
    /// <param name="year">The collection year.</param>
    /// <exception cref="ReturnException">It is not known.</exception>
    internal static void HoldToYears(int year)
    {
        if (year is < Earliest or > Latest)
        {
            throw new ReturnException($"The collection year {year} cannot be checked: codes are known for {Earliest} to {Latest}.");
        }
    }

    private static int Year(TableRow row, string column, double value)
    {
        if (value is < Earliest or > Latest || value != Math.Floor(value))
        {
            row.Break(column, $"{value} is no collection year of {Earliest} to {Latest}");
        }

        return (int)value;
    }
}
