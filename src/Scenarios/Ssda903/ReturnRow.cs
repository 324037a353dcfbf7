namespace KentSufficiency.Scenarios.Ssda903;

/// <summary>A row of a file of a return: its text, field by field. Spaces around a field are left off, and letters are capitals.</summary>
public sealed class ReturnRow
{
    private readonly string[] _fields;

    /// <summary>Creates a row.</summary>
    /// <param name="file">The file it is of.</param>
    /// <param name="line">Its line; the header is line 1.</param>
    /// <param name="fields">One text for each column of the file; empty is blank.</param>
    /// <exception cref="ArgumentException">There are more or fewer fields than columns.</exception>
    public ReturnRow(ReturnFile file, int line, IEnumerable<string> fields)
    {
        ArgumentNullException.ThrowIfNull(file);
        File = file;
        Line = line;
        _fields = [.. fields.Select(field => field.Trim().ToUpperInvariant())];
        if (_fields.Length != file.Columns.Count)
        {
            throw new ArgumentException($"{file.FileName} has {file.Columns.Count} columns, the row {_fields.Length}.", nameof(fields));
        }
    }

    /// <summary>The file that the row is of.</summary>
    public ReturnFile File { get; }

    /// <summary>The line in the file; the header is line 1.</summary>
    public int Line { get; }

    /// <summary>The council's number of the child.</summary>
    public string Child => _fields[0];

    /// <summary>All fields, in the order of the columns.</summary>
    public IReadOnlyList<string> Fields => _fields;

    /// <summary>The text of a field; empty where it is blank.</summary>
    /// <param name="column">The column, in capitals.</param>
    public string this[string column] => _fields[File.PositionOf(column)];

    /// <summary>Whether a field is not blank.</summary>
    /// <param name="column">The column, in capitals.</param>
    public bool Has(string column) => this[column].Length > 0;

    /// <summary>The date in a field; null where it is blank or no date.</summary>
    /// <param name="column">The column, in capitals.</param>
    public DateOnly? Date(string column) => ReturnDate.Read(this[column]);

    /// <summary>Whether a field is neither blank nor a date.</summary>
    /// <param name="column">The column, in capitals.</param>
    public bool HasNoDateIn(string column) => Has(column) && Date(column) is null;

    /// <summary>The same row with another text in one field.</summary>
    /// <param name="column">The column, in capitals.</param>
    /// <param name="text">What to put there.</param>
    public ReturnRow With(string column, string text)
    {
        string[] fields = [.. _fields];
        fields[File.PositionOf(column)] = text;
        return new ReturnRow(File, Line, fields);
    }
}
