using System.Collections.Frozen;

namespace KentSufficiency.Scenarios.Ssda903;

/// <summary>One of the ten files of a return on children looked after (SSDA903).</summary>
public sealed class ReturnFile
{
    private readonly FrozenDictionary<string, int> _positions;

    internal ReturnFile(int index, string name, string fileName, params string[] columns)
    {
        Index = index;
        Name = name;
        FileName = fileName;
        Columns = columns;
        _positions = columns.Select((column, position) => (column, position)).ToFrozenDictionary(pair => pair.column, pair => pair.position);
    }

    /// <summary>What the file holds, as it is called in messages.</summary>
    public string Name { get; }

    /// <summary>The name of the file in the folder of a return.</summary>
    public string FileName { get; }

    /// <summary>The columns, in the order of the header; the first is always CHILD.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The place of the file in <see cref="ReturnFiles.All"/>.</summary>
    internal int Index { get; }

    /// <summary>The place of a column.</summary>
    /// <param name="column">The column, in capitals.</param>
    /// <exception cref="ArgumentException">The file has no such column.</exception>
    public int PositionOf(string column) =>
        _positions.TryGetValue(column, out int position) ? position : throw new ArgumentException($"{FileName} has no column {column}.", nameof(column));

    /// <summary>Whether the file has a column.</summary>
    /// <param name="column">The column, in capitals.</param>
    public bool Has(string column) => _positions.ContainsKey(column);

    /// <inheritdoc/>
    public override string ToString() => FileName;
}
