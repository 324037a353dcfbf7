using System.Text;

namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>Rows as the values that SQLite is handed: numbers, and texts and days in UTF-8. A buffer that grows and is used again.</summary>
internal sealed class SqliteRows : PreparedRows
{
    private SqliteValue[] _values = new SqliteValue[256];
    private byte[] _text = new byte[4096];
    private int _textUsed;
    private int _used;

    /// <summary>The values of all rows, row by row.</summary>
    public ReadOnlySpan<SqliteValue> Values => _values.AsSpan(0, _used);

    /// <summary>The bytes of a value that is a text.</summary>
    public ReadOnlySpan<byte> TextOf(in SqliteValue value) => _text.AsSpan((int)value.Number, value.Length);

    /// <summary>Whether two values are the same number, the same text or both blank.</summary>
    public bool AreSame(in SqliteValue one, in SqliteValue other) => one.Length == other.Length
        && (one.Length < 0 ? one.Number == other.Number : TextOf(one).SequenceEqual(TextOf(other)));

    /// <summary>Forgets what it holds and takes rows.</summary>
    public void Take(int place, TableRows rows)
    {
        Place = place;
        Count = rows.Count;
        _textUsed = 0;
        _used = 0;
        ReadOnlySpan<TableCell> cells = rows.Cells;
        if (_values.Length < cells.Length)
        {
            _values = new SqliteValue[Math.Max(cells.Length, 2 * _values.Length)];
        }

        TableColumn[] columns = rows.Schema.Columns;
        for (; !cells.IsEmpty; cells = cells[columns.Length..])
        {
            for (int i = 0; i < columns.Length; i++)
            {
                _values[_used++] = cells[i].IsBlank ? SqliteValue.Blank : ValueOf(cells[i], columns[i].Type);
            }
        }
    }

    private SqliteValue ValueOf(in TableCell cell, CellType type)
    {
        switch (type)
        {
            case CellType.Text:
                Span<byte> text = Room(Encoding.UTF8.GetMaxByteCount(cell.Text.Length));
                return Text(Encoding.UTF8.GetBytes(cell.Text, text));
            case CellType.Date:
                DateBytes.Write(cell.Date, DateForm.Iso, Room(DateBytes.Length));
                return Text(DateBytes.Length);
            default:
                return new SqliteValue(cell.Number, SqliteValue.NumberLength);
        }
    }

    private Span<byte> Room(int length)
    {
        if (_text.Length - _textUsed < length)
        {
            Array.Resize(ref _text, Math.Max(_textUsed + length, (int)Math.Min(Array.MaxLength, 2L * _text.Length)));
        }

        return _text.AsSpan(_textUsed);
    }

    private SqliteValue Text(int length)
    {
        var value = new SqliteValue(_textUsed, length);
        _textUsed += length;
        return value;
    }
}

/// <summary>A value of a row: a number, or where its text begins.</summary>
/// <param name="Number">The number; of a text, the place of its first byte.</param>
/// <param name="Length">How many bytes a text has; below 0 where it is none.</param>
internal readonly record struct SqliteValue(long Number, int Length)
{
    /// <summary>The length of a number.</summary>
    public const int NumberLength = -1;

    /// <summary>The length of a blank.</summary>
    public const int BlankLength = -2;

    /// <summary>No value.</summary>
    public static SqliteValue Blank => new(0, BlankLength);
}
