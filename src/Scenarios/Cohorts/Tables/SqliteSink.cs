using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KentSufficiency.Scenarios.Cohorts.Tables;

/// <summary>
/// One SQLite database, <c>cohort.sqlite</c>, with a table for each of the cohort, named by <see cref="TableSchema.FullName"/>, their keys and
/// references, and the tables <c>tables_</c> and <c>columns_</c> with the meanings. Days are texts of ISO 8601, yes is 1. The same rows appended in
/// the same order, that of the blocks of different tables too, give the same bytes by the same version of SQLite: nothing of the time or the
/// machine is in the file.
/// </summary>
/// <remarks>
/// All is one transaction without a journal, and nothing is flushed: what is interrupted is good for nothing and for its folder to throw away.
/// References are looked at once, at the end, so that tables may be written in any order. Values are bound through the layer below the provider's
/// commands, whose parameters would cost an object for each cell.
/// </remarks>
internal sealed class SqliteSink : TableSink
{
    /// <summary>The name of the database.</summary>
    public const string FileName = "cohort.sqlite";

    /// <summary>Tells files of this kind from other databases; "KCoh".</summary>
    private const int ApplicationId = 0x4B43_6F68;

    /// <summary>How many breaches of references are told; the first few say what is wrong.</summary>
    private const int BreachesTold = 5;

    private static readonly string s_settings =
        $"""
        PRAGMA page_size = 4096;
        PRAGMA encoding = 'UTF-8';
        PRAGMA auto_vacuum = NONE;
        PRAGMA journal_mode = OFF;
        PRAGMA synchronous = OFF;
        PRAGMA locking_mode = EXCLUSIVE;
        PRAGMA foreign_keys = OFF;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -65536;
        PRAGMA application_id = {ApplicationId};
        PRAGMA user_version = 1;
        BEGIN;
        """;

    private readonly PreparedPool<SqliteRows> _pool = new();
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt?[] _inserts;

    /// <summary>Makes the database and its tables.</summary>
    /// <param name="folder">The folder of the cohort, which is there and has no such database.</param>
    /// <param name="tables">All tables of the cohort.</param>
    /// <exception cref="ArgumentException">A schema breaks a rule of names, keys or references.</exception>
    /// <exception cref="IOException">The database cannot be made.</exception>
    public SqliteSink(string folder, IReadOnlyList<TableSchema> tables)
        : base(tables)
    {
        string path = Path.Combine(folder, FileName);
        if (File.Exists(path))
        {
            throw new IOException($"The database '{path}' is there already.");
        }

        // Not pooled: a pool would keep the file open.
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        _inserts = new sqlite3_stmt?[tables.Count];
        try
        {
            _connection.Open();
            Execute(s_settings);
            foreach (TableSchema table in tables)
            {
                Execute(SqliteSchema.Create(table, Tables));
            }
        }
        catch (SqliteException problem)
        {
            _connection.Dispose();
            throw new IOException($"The database '{path}' cannot be made: {problem.Message}", problem);
        }
    }

    /// <inheritdoc/>
    protected override PreparedRows PrepareAt(int place, TableRows rows)
    {
        SqliteRows prepared = _pool.Take();
        prepared.Take(place, rows);
        return prepared;
    }

    /// <inheritdoc/>
    protected override void AppendAt(int place, PreparedRows prepared)
    {
        var rows = (SqliteRows)prepared;
        TableSchema table = Tables.All[place];
        Insert(_inserts[place] ??= Compile(table), table, rows);
        _pool.Return(rows);
    }

    /// <inheritdoc/>
    protected override void Finish()
    {
        WriteMeanings();
        FinishInserts();
        try
        {
            Execute("COMMIT");
            CheckReferences();
        }
        catch (SqliteException problem)
        {
            throw new IOException($"The database '{FileName}' cannot be written: {problem.Message}", problem);
        }

        _connection.Dispose();
    }

    /// <inheritdoc/>
    protected override void Close()
    {
        FinishInserts();
        _connection.Dispose();
    }

    private void WriteMeanings()
    {
        (TableRows tables, TableRows columns) = SqliteSchema.Meanings(Tables.All);
        var set = new TableSet([SqliteSchema.Tables, SqliteSchema.Columns], ours: true);
        foreach (TableRows rows in (ReadOnlySpan<TableRows>)[tables, columns])
        {
            Execute(SqliteSchema.Create(rows.Schema, set));
            var prepared = new SqliteRows();
            prepared.Take(0, rows);
            using sqlite3_stmt insert = Compile(rows.Schema);
            Insert(insert, rows.Schema, prepared);
        }
    }

    private void Insert(sqlite3_stmt insert, TableSchema table, SqliteRows rows)
    {
        int columns = table.Columns.Length;
        ReadOnlySpan<SqliteValue> values = rows.Values;
        for (int row = 0; row < values.Length; row += columns)
        {
            for (int i = 0; i < columns; i++)
            {
                // What is bound stays so: codes and identifiers are often those of the row before, and looking costs less than binding.
                if (row == 0 || !rows.AreSame(values[row + i], values[row - columns + i]))
                {
                    int bound = Bind(insert, i + 1, values[row + i], rows);
                    Demand(bound == raw.SQLITE_OK, table, bound);
                }
            }

            int done = raw.sqlite3_step(insert);
            Demand(done == raw.SQLITE_DONE, table, done);
            raw.sqlite3_reset(insert);
        }
    }

    private static int Bind(sqlite3_stmt insert, int parameter, in SqliteValue value, SqliteRows rows) => value.Length switch
    {
        SqliteValue.BlankLength => raw.sqlite3_bind_null(insert, parameter),
        SqliteValue.NumberLength => raw.sqlite3_bind_int64(insert, parameter, value.Number),
        _ => raw.sqlite3_bind_text(insert, parameter, rows.TextOf(value)),
    };

    private sqlite3_stmt Compile(TableSchema table)
    {
        int result = raw.sqlite3_prepare_v3(_connection.Handle, SqliteSchema.Insert(table), raw.SQLITE_PREPARE_PERSISTENT, out sqlite3_stmt insert);
        Demand(result == raw.SQLITE_OK, table, result);
        return insert;
    }

    /// <summary>A breach of a rule is the caller's defect, all else is the disk's.</summary>
    private void Demand(bool holds, TableSchema table, int result)
    {
        if (!holds)
        {
            string said = $"Table {table.FullName} of the database '{FileName}' cannot be written: {raw.sqlite3_errmsg(_connection.Handle).utf8_to_string()}.";
            throw (result & 0xFF) == raw.SQLITE_CONSTRAINT ? new InvalidOperationException(said) : new IOException(said);
        }
    }

    private void CheckReferences()
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = $"SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check LIMIT {BreachesTold}";
        using SqliteDataReader breach = command.ExecuteReader();
        var told = new List<string>();
        while (breach.Read())
        {
            told.Add($"{breach.GetString(0)} refers to rows that {breach.GetString(1)} does not have");
        }

        if (told.Count > 0)
        {
            throw new InvalidOperationException($"References of the cohort lead nowhere: {string.Join("; ", told)}.");
        }
    }

    private void Execute(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void FinishInserts()
    {
        for (int i = 0; i < _inserts.Length; i++)
        {
            _inserts[i]?.Dispose();
            _inserts[i] = null;
        }
    }
}
