namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>
/// Where the rows of a cohort go in one format. A block of rows is prepared on any thread, several at once, and appended on one thread in the
/// order in which the rows shall stand. Every table of the cohort is written, even where no row of it came.
/// <code>
/// using TableSink sink = new CsvSink(folder, tables);
/// PreparedRows prepared = sink.Prepare(rows);   // any thread; the rows may be cleared and used again after it
/// sink.Append(prepared);                        // one thread, in order; the prepared rows are the sink's again after it
/// sink.Complete();                              // once, at the end
/// </code>
/// What is disposed of before it is complete leaves files that are not whole.
/// </summary>
internal abstract class TableSink : IDisposable
{
    private readonly Dictionary<TableSchema, int> _places;
    private readonly long[] _counts;
    private bool _complete;

    /// <summary>Takes the tables.</summary>
    /// <param name="tables">All tables of the cohort.</param>
    /// <exception cref="ArgumentException">A schema breaks a rule of names, keys or references.</exception>
    protected TableSink(IReadOnlyList<TableSchema> tables)
    {
        Tables = new TableSet(tables);
        _counts = new long[tables.Count];
        _places = new Dictionary<TableSchema, int>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < tables.Count; i++)
        {
            _places.Add(tables[i], i);
        }
    }

    /// <summary>How many rows of each table were appended, in the order of the tables.</summary>
    public IReadOnlyList<TableCount> Counts => [.. Tables.All.Select((table, i) => new TableCount(table.Name, table.Folder, _counts[i]))];

    /// <summary>All tables of the cohort.</summary>
    protected TableSet Tables { get; }

    /// <summary>Brings rows into the form in which they are written; may run on several threads at once.</summary>
    /// <param name="rows">Whole rows of one of the tables.</param>
    /// <returns>What to append, once.</returns>
    public PreparedRows Prepare(TableRows rows) => PrepareAt(PlaceOf(rows.Schema), rows);

    /// <summary>Appends rows to their table.</summary>
    /// <param name="prepared">What <see cref="Prepare"/> of this sink returned, and has not been appended yet.</param>
    /// <exception cref="IOException">They could not be written.</exception>
    public void Append(PreparedRows prepared)
    {
        ObjectDisposedException.ThrowIf(_complete, this);
        int place = prepared.Place;
        _counts[place] += prepared.Count;
        AppendAt(place, prepared);
    }

    /// <summary>Writes what is still to be written and what describes the tables, and closes the files.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    /// <exception cref="InvalidOperationException">The rows break a rule of their tables, and this format can tell.</exception>
    public void Complete()
    {
        ObjectDisposedException.ThrowIf(_complete, this);
        _complete = true;
        Finish();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _complete = true;
        Close();
    }

    /// <summary>See <see cref="Prepare"/>.</summary>
    protected abstract PreparedRows PrepareAt(int place, TableRows rows);

    /// <summary>See <see cref="Append"/>.</summary>
    protected abstract void AppendAt(int place, PreparedRows prepared);

    /// <summary>See <see cref="Complete"/>.</summary>
    protected abstract void Finish();

    /// <summary>Closes what is open; may be called after <see cref="Finish"/> and more than once.</summary>
    protected abstract void Close();

    private int PlaceOf(TableSchema table) =>
        _places.TryGetValue(table, out int place) ? place : throw new ArgumentException($"Table {table.FullName} is not one of the sink's.", nameof(table));
}

/// <summary>Rows in the form in which a sink writes them.</summary>
internal abstract class PreparedRows
{
    /// <summary>The place of their table among the tables of the sink.</summary>
    public int Place { get; protected set; }

    /// <summary>How many rows they are.</summary>
    public int Count { get; protected set; }
}

/// <summary>How many rows a table of a cohort has.</summary>
/// <param name="Name">The table.</param>
/// <param name="Folder">The folder of the cohort in which it stands; empty for the cohort's own.</param>
/// <param name="Rows">Its rows.</param>
public sealed record TableCount(string Name, string Folder, long Rows);
