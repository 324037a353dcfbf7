using System.Security.Cryptography;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Scenarios.Alignment;

/// <summary>A CSV file of totals of Kent, <c>measure,date,value</c>, that a run is to be aligned to.</summary>
/// <param name="Input">The file's name as it was given, and its hash.</param>
/// <param name="Targets">The totals by date; those of one date in the order in which they are met.</param>
public sealed record AlignmentFile(InputFile Input, IReadOnlyList<AlignmentTarget> Targets)
{
    /// <summary>The most totals of a file.</summary>
    public const int MostTargets = 60;

    private const int LargestBytes = 1 << 20;

    private static readonly string[] s_header = ["measure", "date", "value"];

    /// <summary>What can be aligned, as a list for a message.</summary>
    public static string CanBeAligned => string.Join(", ", AlignableMeasure.All.Select(measure => $"{measure.Id} ({measure.What})"));

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="shown">What it is called in messages and in the manifest.</param>
    /// <exception cref="AlignmentException">The file cannot be read or breaks a rule; the message tells every breach.</exception>
    public static AlignmentFile Read(string path, string shown)
    {
        byte[] bytes = Bytes(path, shown);
        var errors = new List<EvidenceError>();
        var targets = new List<AlignmentTarget>();
        CsvTable.Read(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path), s_header, errors, row =>
        {
            if (ReadRow(row, targets) is AlignmentTarget target)
            {
                targets.Add(target);
            }
        });
        if (errors.Count == 0 && targets.Count is 0 or > MostTargets)
        {
            errors.Add(new EvidenceError(shown, 1, "-", $"a file of totals has from 1 to {MostTargets} rows below its header; this has {targets.Count}"));
        }

        if (errors.Count > 0)
        {
            throw new AlignmentException(string.Join('\n', errors.Select(error => (error with { File = shown }).ToString())));
        }

        var input = new InputFile(shown, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        return new AlignmentFile(input, [.. targets.OrderBy(target => target.Date).ThenBy(target => AlignableMeasure.All.Index().First(item => item.Item == target.Measure).Index)]);
    }

    private static AlignmentTarget? ReadRow(TableRow row, List<AlignmentTarget> earlier)
    {
        string id = row.Text("measure");
        DateOnly date = row.Date("date");
        double value = row.Number("value");
        AlignableMeasure? measure = AlignableMeasure.Find(id);
        if (measure is null)
        {
            row.Break("measure", $"'{id}' cannot be aligned; what can is {CanBeAligned}");
            return null;
        }

        if (row.Sound && value <= 0)
        {
            row.Break("value", $"a total must be above 0; found {value:0.####}");
        }

        if (earlier.Exists(target => target.Measure == measure && target.Date == date))
        {
            row.Break("date", $"{id} has two totals on {date:yyyy-MM-dd}");
        }

        if (earlier.Find(target => target.Measure.Rivals(measure)) is AlignmentTarget rival)
        {
            row.Break("measure", $"{id} and {rival.Measure.Id} are both met by the {measure.Of}: a file has totals of one of them only");
        }

        return row.Sound ? new AlignmentTarget(measure, date, value, row.Line) : null;
    }

    private static byte[] Bytes(string path, string shown)
    {
        try
        {
            var file = new FileInfo(path);
            return file is { Exists: true, Length: <= LargestBytes } ? File.ReadAllBytes(path)
                : throw new AlignmentException(file.Exists ? $"{shown}: is larger than 1 MB; a file of totals is a few lines." : $"{shown}: does not exist.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new AlignmentException($"{shown}: cannot be read.");
        }
    }
}
