using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>
/// Writes rows of one table as RFC 4180 has it, in UTF-8 without a mark, but with lines that end in a line feed as those of all CSV files of the
/// project do. A field has quotation marks only where it needs them. Thread-safe.
/// </summary>
internal sealed class CsvEncoder
{
    private const int LongestNumber = 20;

    private static readonly SearchValues<char> s_special = SearchValues.Create("\",\r\n");

    private readonly CellType[] _types;
    private readonly DateForm _dates;
    private readonly byte[] _yes;
    private readonly byte[] _no;

    /// <summary>An encoder of a table.</summary>
    public CsvEncoder(TableSchema table)
    {
        _types = [.. table.Columns.Select(column => column.Type)];
        _dates = table.DateForm;
        (string yes, string no) = Words(table.YesNoForm);
        _yes = Encoding.ASCII.GetBytes(yes);
        _no = Encoding.ASCII.GetBytes(no);
    }

    /// <summary>How yes and no are written.</summary>
    public static (string Yes, string No) Words(YesNoForm form) => form switch
    {
        YesNoForm.OneZero => ("1", "0"),
        YesNoForm.Letters => ("Y", "N"),
        _ => ("true", "false"),
    };

    /// <summary>Writes the line of the names of the columns.</summary>
    public static void Header(TableSchema table, IBufferWriter<byte> to)
    {
        for (int i = 0; i < table.Columns.Length; i++)
        {
            if (i > 0)
            {
                to.Write(","u8);
            }

            Text(table.Columns[i].Name, to);
        }

        to.Write("\n"u8);
    }

    /// <summary>Writes rows.</summary>
    public void Encode(TableRows rows, IBufferWriter<byte> to)
    {
        ReadOnlySpan<TableCell> cells = rows.Cells;
        for (; !cells.IsEmpty; cells = cells[_types.Length..])
        {
            for (int i = 0; i < _types.Length; i++)
            {
                if (i > 0)
                {
                    Byte((byte)',', to);
                }

                if (!cells[i].IsBlank)
                {
                    Cell(cells[i], _types[i], to);
                }
            }

            if (_types.Length == 1 && cells[0].IsBlank)
            {
                // An empty line would be no row to most readers.
                to.Write("\"\""u8);
            }

            Byte((byte)'\n', to);
        }
    }

    private void Cell(in TableCell cell, CellType type, IBufferWriter<byte> to)
    {
        switch (type)
        {
            case CellType.Text:
                Text(cell.Text, to);
                break;
            case CellType.Date:
                DateBytes.Write(cell.Date, _dates, to.GetSpan(DateBytes.Length));
                to.Advance(DateBytes.Length);
                break;
            case CellType.Whole:
                Utf8Formatter.TryFormat(cell.Number, to.GetSpan(LongestNumber), out int written);
                to.Advance(written);
                break;
            default:
                to.Write(cell.Number != 0 ? _yes : _no);
                break;
        }
    }

    private static void Text(ReadOnlySpan<char> text, IBufferWriter<byte> to)
    {
        int special = text.IndexOfAny(s_special);
        if (special < 0)
        {
            Plain(text, to);
            return;
        }

        Byte((byte)'"', to);
        for (int mark = text.IndexOf('"'); mark >= 0; mark = text.IndexOf('"'))
        {
            Plain(text[..(mark + 1)], to);
            Byte((byte)'"', to);
            text = text[(mark + 1)..];
        }

        Plain(text, to);
        Byte((byte)'"', to);
    }

    private static void Plain(ReadOnlySpan<char> text, IBufferWriter<byte> to) =>
        to.Advance(Encoding.UTF8.GetBytes(text, to.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));

    private static void Byte(byte one, IBufferWriter<byte> to)
    {
        to.GetSpan(1)[0] = one;
        to.Advance(1);
    }
}
