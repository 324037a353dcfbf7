using System.Globalization;
using CsvHelper;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.Scenarios.Statistics;

namespace KentSufficiency.Scenarios.Report;

/// <summary>Reads a folder of results. What is missing, cut off or garbled is told with its file and line.</summary>
public static class SavedRunReader
{
    /// <summary>Reads the manifest of a complete folder.</summary>
    /// <param name="folder">The folder as it was given.</param>
    /// <exception cref="ResultsException">It is no folder of a complete run.</exception>
    public static SavedManifest ReadManifest(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new ResultsException(folder, "is no folder");
        }

        string path = Path.Combine(folder, OutputFolder.ManifestName);
        if (!File.Exists(path))
        {
            throw new ResultsException(folder, $"holds no {OutputFolder.ManifestName}: it is no folder of results, or its run was not completed");
        }

        return SavedManifest.Read(WithoutMark(File.ReadAllBytes(path)), path);
    }

    /// <summary>Reads the folder of a complete run.</summary>
    /// <param name="folder">The folder as it was given.</param>
    /// <param name="seriesOf">Which measures are wanted over time; the others are passed over.</param>
    /// <exception cref="ResultsException">It is no folder of a complete run, or a file in it breaks a rule.</exception>
    public static SavedRun Read(string folder, Func<RowKey, bool> seriesOf) => Read(folder, ReadManifest(folder), seriesOf);

    /// <summary>Reads the files of a run whose manifest is at hand, written or not.</summary>
    public static SavedRun Read(string folder, SavedManifest manifest, Func<RowKey, bool> seriesOf)
    {
        Dictionary<RowKey, SummaryRow> summary = ReadSummary(folder, manifest);
        IReadOnlyList<RankingRow> ranking = manifest.RankedBy is null ? [] : ReadRanking(folder, manifest);
        return new SavedRun(manifest, summary, ranking, ReadSeries(folder, manifest, seriesOf), ReadDeficits(folder)) { Screening = SavedScreening.Read(folder) };
    }

    private static Dictionary<RowKey, SummaryRow> ReadSummary(string folder, SavedManifest manifest)
    {
        var rows = new Dictionary<RowKey, SummaryRow>();
        string path = Path.Combine(folder, SummaryFile.Name);
        ReadCsv(path, SummaryFile.Header, row =>
        {
            var read = new SummaryRow(row.Integer(4), row.Estimate(5), row.Estimate(8), row.Estimate(11), row.Number(14));
            if (!rows.TryAdd(row.Key(0), read))
            {
                throw row.Refuse("repeats an earlier line");
            }
        });
        foreach (SavedScenario scenario in manifest.Scenarios)
        {
            if (!rows.Keys.Any(key => key.Scenario == scenario.Name))
            {
                throw new ResultsException(path, $"has no line for {scenario.Name}, which the manifest names");
            }
        }

        return rows;
    }

    private static List<RankingRow> ReadRanking(string folder, SavedManifest manifest)
    {
        var rows = new List<RankingRow>();
        string path = Path.Combine(folder, RankingFile.Name);
        ReadCsv(path, RankingFile.Header, row => rows.Add(new RankingRow(
            row[0].Length == 0 ? null : row.Integer(0), row[1], row[2], row[4] == "higher", row.Estimate(7), row.Number(11))));
        if (!rows.Select(row => row.Scenario).Order().SequenceEqual(manifest.Scenarios.Select(scenario => scenario.Name).Order()))
        {
            throw new ResultsException(path, "does not rank the scenarios that the manifest names");
        }

        return rows;
    }

    /// <summary>A run without schools has no such file.</summary>
    private static List<Deficit> ReadDeficits(string folder)
    {
        var deficits = new List<Deficit>();
        string path = Path.Combine(folder, DeficitsFile.Name);
        if (File.Exists(path))
        {
            ReadCsv(path, DeficitsFile.Header, row => deficits.Add(new Deficit(
                row[0], row[1], row.Date(2), row[3], row[4], row.Integer(5), row.Number(6), row.Number(7), row.Number(8), row.Number(9), row.Number(10))));
        }

        return deficits;
    }

    private static Dictionary<RowKey, IReadOnlyList<SeriesPoint>> ReadSeries(string folder, SavedManifest manifest, Func<RowKey, bool> wanted)
    {
        var series = new Dictionary<RowKey, IReadOnlyList<SeriesPoint>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string path = Path.Combine(folder, SeriesFile.Name);
        string horizon = manifest.Horizon.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var cut = new ResultsException(path, $"does not reach the horizon of {manifest.Horizon:d MMMM yyyy} in every scenario: it was cut off");
        RowKey current = default;
        string last = horizon;
        List<SeriesPoint> points = [];
        ReadCsv(path, SeriesFile.Header, row =>
        {
            RowKey key = row.Key(0);
            if (key != current)
            {
                if (last != horizon)
                {
                    throw cut;
                }

                current = key;
                points = [];
                seen.Add(key.Scenario);
                if (wanted(key) && !series.TryAdd(key, points))
                {
                    throw row.Refuse("returns to a measure told before");
                }
            }

            last = row[3];
            if (series.ContainsKey(key))
            {
                points.Add(new SeriesPoint(row.Date(3), row.Number(5), row.Number(7), row.Number(8), row.Number(9), row.Number(10), row.Number(11)));
            }
        });
        if (last != horizon || manifest.Scenarios.Any(scenario => !seen.Contains(scenario.Name)))
        {
            throw cut;
        }

        return series;
    }

    /// <summary>Reads a file of results, line by line.</summary>
    internal static void ReadCsv(string path, string header, Action<ResultRow> take)
    {
        if (!File.Exists(path))
        {
            throw new ResultsException(path, "is missing");
        }

        string[] names = header.Split(',');
        using CsvReader reader = CsvReader.FromFile(path, CsvReaderOptions.Default with
        {
            Separator = ',',
            HasHeader = false,
            DetectSeparatorHint = false,
            AllowLineBreaksInQuotes = false,
            TrackLineNumbers = true,
            OnMalformedRecord = bad => throw new ResultsException($"{path}, line {bad.LineNumber},", "has a quotation mark out of place"),
        });
        if (!reader.Read() || reader.FieldCount != names.Length || names.Index().Any(name => reader.GetString(name.Index) != name.Item))
        {
            throw new ResultsException($"{path}, line 1,", $"must read {header}");
        }

        while (reader.Read())
        {
            var row = new ResultRow(path, names, reader);
            if (reader.FieldCount != names.Length)
            {
                throw row.Refuse($"has {reader.FieldCount} fields where the header has {names.Length}");
            }

            take(row);
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(byte[] bytes) =>
        bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes.AsSpan(3) : bytes;
}

/// <summary>One line of a file of results.</summary>
internal readonly struct ResultRow(string path, string[] names, CsvReader reader)
{
    public string this[int field] => reader.GetString(field);

    public ResultsException Refuse(string rule) => new($"{path}, line {reader.LineNumber},", rule);

    public RowKey Key(int first) => new(string.Intern(this[first]), string.Intern(this[first + 1]), string.Intern(this[first + 2]));

    public Estimate Estimate(int first) => new(Number(first), Number(first + 1), Number(first + 2));

    /// <summary>A number; nothing at all is NaN.</summary>
    public double Number(int field)
    {
        string text = this[field];
        if (text.Length == 0)
        {
            return double.NaN;
        }

        return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
            ? value
            : throw Refuse($"has '{Shown(text)}' in {names[field]}, which is no number");
    }

    public int Integer(int field) => int.TryParse(this[field], NumberStyles.None, CultureInfo.InvariantCulture, out int value)
        ? value
        : throw Refuse($"has '{Shown(this[field])}' in {names[field]}, which is no whole number");

    public DateOnly Date(int field) =>
        DateOnly.TryParseExact(this[field], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : throw Refuse($"has '{Shown(this[field])}' in {names[field]}, which is no date like 2019-07-31");

    private static string Shown(string text) => text.Length > 30 ? text[..30] + "..." : text;
}
