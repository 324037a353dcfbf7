using System.Globalization;
using CsvHelper;
using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.Scenarios.Ssda903;

/// <summary>
/// Reads returns from folders of CSV files. A folder with the ten files is one return; a folder with sub-folders named by collection years is a set of them.
/// </summary>
public static class ReturnReader
{
    /// <summary>Rows of a file that are read at most.</summary>
    public const int MostRows = 2_000_000;

    private const int LengthOfYear = 4;

    /// <summary>Reads a return, or a set of them.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="year">
    /// For one return, its collection year, null for that of its latest episode or review. For a set, the last year to be read, null for all.
    /// </param>
    /// <returns>The returns, the earliest year first.</returns>
    /// <exception cref="ReturnException">There is no return, or a file is missing or has another header or a row of another length.</exception>
    public static IReadOnlyList<AnnualReturn> ReadSet(string folder, int? year)
    {
        if (!Directory.Exists(folder))
        {
            throw new ReturnException($"There is no folder '{folder}'.");
        }

        if (ReturnFiles.All.Any(file => File.Exists(Path.Combine(folder, file.FileName))))
        {
            return [ReadReturn(folder, year)];
        }

        int[] years = [.. Directory.EnumerateDirectories(folder).Select(path => YearIn(Path.GetFileName(path))).OfType<int>().Order()];
        if (years.Length == 0)
        {
            string neither = $"it has neither {ReturnFiles.Header.FileName} and the other nine files nor folders that are named by collection years, such as 2019";
            throw new ReturnException($"'{folder}' holds no return: {neither}.");
        }

        if (year is int asked && !years.Contains(asked))
        {
            throw new ReturnException($"'{folder}' holds no return of {asked}; it has those of {string.Join(", ", years)}.");
        }

        return [.. years.Where(each => each <= (year ?? each)).Select(each => ReadReturn(Path.Combine(folder, $"{each}"), each))];
    }

    /// <summary>Reads one return.</summary>
    /// <param name="folder">The folder with its ten files.</param>
    /// <param name="year">Its collection year; null for that of its latest episode or review.</param>
    /// <exception cref="ReturnException">A file is missing or has another header or a row of another length, or no date tells the year.</exception>
    public static AnnualReturn ReadReturn(string folder, int? year)
    {
        List<ReturnRow> rows = [];
        foreach (ReturnFile file in ReturnFiles.All)
        {
            ReadFile(Path.Combine(folder, file.FileName), file, rows);
        }

        return new AnnualReturn(year ?? LatestYear(folder, rows), rows);
    }

    private static int? YearIn(string name) =>
        name.Length == LengthOfYear && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : null;

    private static void ReadFile(string path, ReturnFile file, List<ReturnRow> rows)
    {
        if (!File.Exists(path))
        {
            string missing = $"'{path}' is missing. A return has ten files; one without a row has its header";
            throw new ReturnException($"{missing}: {string.Join(',', file.Columns)}");
        }

        List<EvidenceError> errors = [];
        using CsvReader reader = CsvReader.FromFile(path, CsvTable.Options(path, errors));
        HoldToHeader(path, file, reader.Read() ? CsvTable.Fields(reader) : []);
        for (int count = 1; reader.Read(); count++)
        {
            int line = (int)reader.LineNumber;
            if (reader.FieldCount != file.Columns.Count)
            {
                throw new ReturnException($"{path}, line {line}: {reader.FieldCount} fields where the header has {file.Columns.Count}.");
            }

            if (count > MostRows)
            {
                throw new ReturnException($"{path} has more than {MostRows:#,0} rows.");
            }

            rows.Add(new ReturnRow(file, line, CsvTable.Fields(reader)));
        }

        if (errors.Count > 0)
        {
            throw new ReturnException($"{path}, line {errors[0].Line}: {errors[0].Rule}.");
        }
    }

    private static void HoldToHeader(string path, ReturnFile file, string[] found)
    {
        for (int i = 0; i < Math.Max(found.Length, file.Columns.Count); i++)
        {
            string expected = i < file.Columns.Count ? $"'{file.Columns[i]}'" : "no column";
            string there = i < found.Length ? $"'{found[i].Trim('﻿', ' ').ToUpperInvariant()}'" : "no column";
            if (expected != there)
            {
                throw new ReturnException($"{path}: column {i + 1} must be {expected}, but is {there}. The header is {string.Join(',', file.Columns)}");
            }
        }
    }

    private static int LatestYear(string folder, List<ReturnRow> rows)
    {
        DateOnly? latest = rows.Where(row => row.File == ReturnFiles.Episodes).SelectMany(row => new[] { row.Date("DECOM"), row.Date("DEC") })
            .Concat(rows.Where(row => row.File == ReturnFiles.Reviews).Select(row => row.Date("REVIEW")))
            .Max();
        return latest is DateOnly day
            ? AnnualReturn.YearOf(day)
            : throw new ReturnException($"'{folder}' has neither an episode nor a review with a date: say the collection year with --year.");
    }
}
