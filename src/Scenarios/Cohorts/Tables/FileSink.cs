using System.Text.Encodings.Web;
using System.Text.Json;

namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>A sink that writes a file for each table, and beside each a file of JSON that describes it.</summary>
internal abstract class FileSink : TableSink
{
    private static readonly JsonWriterOptions s_layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string _folder;
    private readonly string _ending;
    private readonly string _descriptionEnding;
    private readonly FileStream?[] _files;
    private readonly PreparedPool<EncodedRows> _pool = new();

    /// <summary>Opens nothing yet.</summary>
    /// <param name="folder">The folder of the cohort, which is there.</param>
    /// <param name="tables">All tables of the cohort.</param>
    /// <param name="ending">What follows the name of a table in that of its file.</param>
    /// <param name="descriptionEnding">The same for the file that describes it.</param>
    protected FileSink(string folder, IReadOnlyList<TableSchema> tables, string ending, string descriptionEnding)
        : base(tables)
    {
        _folder = folder;
        _ending = ending;
        _descriptionEnding = descriptionEnding;
        _files = new FileStream?[tables.Count];
    }

    /// <summary>Writes JSON as a file that people may read too.</summary>
    internal static void WriteJson(string path, Action<Utf8JsonWriter> write)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        using (var json = new Utf8JsonWriter(stream, s_layout))
        {
            write(json);
        }

        stream.WriteByte((byte)'\n');
    }

    /// <inheritdoc/>
    protected override PreparedRows PrepareAt(int place, TableRows rows)
    {
        EncodedRows encoded = _pool.Take();
        encoded.Begin(place, rows.Count);
        Encode(place, rows, encoded);
        return encoded;
    }

    /// <inheritdoc/>
    protected override void AppendAt(int place, PreparedRows prepared)
    {
        var encoded = (EncodedRows)prepared;
        Open(place).Write(encoded.Bytes);
        _pool.Return(encoded);
    }

    /// <inheritdoc/>
    protected override void Finish()
    {
        for (int i = 0; i < _files.Length; i++)
        {
            TableSchema table = Tables.All[i];
            Open(i).Dispose();
            WriteJson(PathOf(table, _descriptionEnding), json => Describe(table, json));
        }
    }

    /// <inheritdoc/>
    protected override void Close()
    {
        foreach (FileStream? file in _files)
        {
            file?.Dispose();
        }
    }

    /// <summary>Writes what a file begins with before its first row.</summary>
    protected abstract void Begin(TableSchema table, EncodedRows to);

    /// <summary>Writes rows of the table of a place; may run on several threads at once.</summary>
    protected abstract void Encode(int place, TableRows rows, EncodedRows to);

    /// <summary>Writes the description of a table.</summary>
    protected abstract void Describe(TableSchema table, Utf8JsonWriter json);

    private FileStream Open(int place)
    {
        if (_files[place] is FileStream open)
        {
            return open;
        }

        TableSchema table = Tables.All[place];
        string path = PathOf(table, _ending);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 14);
        _files[place] = file;
        EncodedRows beginning = _pool.Take();
        beginning.Begin(place, 0);
        Begin(table, beginning);
        file.Write(beginning.Bytes);
        _pool.Return(beginning);
        return file;
    }

    private string PathOf(TableSchema table, string ending) => Path.Combine(_folder, table.PathWith(ending));
}
