using System.Diagnostics;

namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>One cell: blank, a text, or a number that its column says how to read (a day is its day number, yes is 1). 16 bytes.</summary>
internal readonly struct TableCell
{
    /// <summary>Stands in the place of the text where the cell holds a number: told by reference, so that no text is taken for it.</summary>
    private static readonly string s_number = new('#', 1);

    private readonly string? _text;
    private readonly long _number;

    /// <summary>A text; blank where there is none.</summary>
    public TableCell(string? text) => _text = string.IsNullOrEmpty(text) ? null : text;

    /// <summary>A number.</summary>
    public TableCell(long number)
    {
        _text = s_number;
        _number = number;
    }

    public bool IsBlank => _text is null;

    /// <summary>The text of a cell that holds one.</summary>
    public string Text
    {
        get
        {
            Debug.Assert(_text is not null && !ReferenceEquals(_text, s_number));
            return _text!;
        }
    }

    /// <summary>The number of a cell that holds one.</summary>
    public long Number => _number;

    /// <summary>The day of a cell of a column of days.</summary>
    public DateOnly Date => DateOnly.FromDayNumber((int)_number);
}
