using System.Globalization;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Scenarios.Ssda903;

namespace KentSufficiency.Scenarios.Cohorts.Returns;

/// <summary>Keeps returns in memory, as a reader of their files would find them.</summary>
internal sealed class ReturnSink(IReadOnlyList<TableSchema> tables) : TableSink(tables)
{
    private const int FirstLine = 2;
    private readonly Dictionary<string, List<ReturnRow>> _rows = [];
    private readonly IReadOnlyList<TableSchema> _tables = tables;

    /// <summary>The return of a year.</summary>
    public AnnualReturn ReturnOf(ReturnYear year) =>
        new(year.Year, Enumerable.Range(0, _tables.Count).Where(place => _tables[place].Folder == year.Folder).SelectMany(RowsOf));

    /// <inheritdoc/>
    protected override PreparedRows PrepareAt(int place, TableRows rows) => new KeptRows(place, [.. Enumerable.Range(0, rows.Count).Select(row => Texts(rows, row))]);

    /// <inheritdoc/>
    protected override void AppendAt(int place, PreparedRows prepared)
    {
        List<ReturnRow> kept = RowsOf(place);
        ReturnFile file = ReturnFiles.All[place % ReturnFiles.All.Count];
        kept.AddRange(((KeptRows)prepared).Rows.Select((texts, i) => new ReturnRow(file, FirstLine + kept.Count + i, texts)).ToArray());
    }

    /// <inheritdoc/>
    protected override void Finish()
    {
        // There is nothing but what is kept.
    }

    /// <inheritdoc/>
    protected override void Close()
    {
        // Nothing is open.
    }

    private List<ReturnRow> RowsOf(int place)
    {
        string name = _tables[place].FullName;
        return _rows.TryGetValue(name, out List<ReturnRow>? rows) ? rows : _rows[name] = [];
    }

    private static string[] Texts(TableRows rows, int row)
    {
        ReadOnlySpan<TableCell> cells = rows[row];
        string[] texts = new string[cells.Length];
        for (int i = 0; i < cells.Length; i++)
        {
            texts[i] = cells[i].IsBlank ? "" : rows.Schema.Columns[i].Type == CellType.Date
                ? cells[i].Date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
                : cells[i].Text;
        }

        return texts;
    }

    private sealed class KeptRows : PreparedRows
    {
        public KeptRows(int place, IReadOnlyList<string[]> rows)
        {
            (Place, Count, Rows) = (place, rows.Count, rows);
        }

        public IReadOnlyList<string[]> Rows { get; }
    }
}
