using System.Runtime.CompilerServices;

namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>
/// Rows of one table, such as those of a block of children. Cells are told from left to right, then <see cref="EndRow"/>; a cell is held to its
/// column at once. What breaks a rule is a defect of the caller, so it throws, and the rows are then good for <see cref="Clear"/> only. Used over
/// and over without allocating. Not for several threads at once.
/// </summary>
internal sealed class TableRows
{
    private readonly TableColumn[] _columns;
    private readonly CellType[] _types;
    private TableCell[] _cells;
    private int _used;
    private int _column;

    /// <summary>No rows yet.</summary>
    public TableRows(TableSchema schema)
    {
        Schema = schema;
        _columns = schema.Columns;
        _types = [.. schema.Columns.Select(column => column.Type)];
        _cells = new TableCell[_types.Length * 16];
    }

    /// <summary>The table they are rows of.</summary>
    public TableSchema Schema { get; }

    /// <summary>How many rows are whole.</summary>
    public int Count { get; private set; }

    /// <summary>The cells of all whole rows, row by row.</summary>
    public ReadOnlySpan<TableCell> Cells => _cells.AsSpan(0, Count * _types.Length);

    /// <summary>The cells of one row.</summary>
    /// <param name="index">Its place, from 0.</param>
    public ReadOnlySpan<TableCell> this[int index] => Cells.Slice(index * _types.Length, _types.Length);

    /// <summary>The next cell is a text; blank where null or empty.</summary>
    /// <exception cref="InvalidOperationException">The row has no such column here, or must not be blank.</exception>
    public TableRows Text(string? value)
    {
        Add(CellType.Text, new TableCell(value));
        return this;
    }

    /// <summary>The next cell is a day.</summary>
    /// <exception cref="InvalidOperationException">The row has no such column here.</exception>
    public TableRows Date(DateOnly value)
    {
        Add(CellType.Date, new TableCell(value.DayNumber));
        return this;
    }

    /// <summary>The next cell is a day; blank where null.</summary>
    /// <exception cref="InvalidOperationException">The row has no such column here, or must not be blank.</exception>
    public TableRows Date(DateOnly? value) => value is DateOnly day ? Date(day) : Blank();

    /// <summary>The next cell is a whole number.</summary>
    /// <exception cref="InvalidOperationException">The row has no such column here.</exception>
    public TableRows Whole(long value)
    {
        Add(CellType.Whole, new TableCell(value));
        return this;
    }

    /// <summary>The next cell is yes or no.</summary>
    /// <exception cref="InvalidOperationException">The row has no such column here.</exception>
    public TableRows YesNo(bool value)
    {
        Add(CellType.YesNo, new TableCell(value ? 1 : 0));
        return this;
    }

    /// <summary>The next cell is blank, whatever its column holds.</summary>
    /// <exception cref="InvalidOperationException">The row is full, or the cell must not be blank.</exception>
    public TableRows Blank()
    {
        if (_column < _types.Length)
        {
            Add(_types[_column], new TableCell(null));
            return this;
        }

        throw Defect("has more cells than columns");
    }

    /// <summary>The row is whole.</summary>
    /// <exception cref="InvalidOperationException">It has fewer cells than the table has columns.</exception>
    public void EndRow()
    {
        if (_column != _types.Length)
        {
            throw Defect($"ends after {_column} of {_types.Length} cells");
        }

        _column = 0;
        Count++;
    }

    /// <summary>Forgets all rows, the one begun too.</summary>
    public void Clear()
    {
        _used = 0;
        _column = 0;
        Count = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(CellType type, TableCell cell)
    {
        if ((uint)_column >= (uint)_types.Length || _types[_column] != type || (cell.IsBlank && _columns[_column].Required))
        {
            Refuse(type);
        }

        if (_used == _cells.Length)
        {
            Array.Resize(ref _cells, _cells.Length * 2);
        }

        _cells[_used++] = cell;
        _column++;
    }

    private void Refuse(CellType type)
    {
        if (_column >= _types.Length)
        {
            throw Defect("has more cells than columns");
        }

        TableColumn column = _columns[_column];
        throw Defect(column.Type == type ? $"has no {column.Name}, which is required" : $"has {type} for {column.Name}, which holds {column.Type}");
    }

    private InvalidOperationException Defect(string what) => new($"Row {Count + 1} of a block of table {Schema.FullName} {what}.");
}
