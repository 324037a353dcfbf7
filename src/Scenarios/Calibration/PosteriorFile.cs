using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.Scenarios.Calibration;

/// <summary>
/// A posterior sample as a file: a header with the assumptions' ids, then a row of values for each equally likely state of knowledge. Values have six
/// significant digits, and are read back as written: what is computed from the file is the same wherever it is read.
/// </summary>
public static class PosteriorFile
{
    /// <summary>The name of the file among the data, whose rows <c>--parameters drawn</c> takes.</summary>
    public const string Name = "posterior.csv";

    private const int MostRows = 100_000;

    /// <summary>The text of a sample.</summary>
    public static string Text(AssumptionSample sample)
    {
        var text = new StringBuilder();
        text.AppendJoin(',', sample.Ids).Append('\n');
        foreach (double[] row in sample.Rows)
        {
            text.AppendJoin(',', row.Select(value => value.ToString("G6", CultureInfo.InvariantCulture))).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>SHA-256 of a sample's text: two calibrations with the same digest found the same.</summary>
    public static string Digest(AssumptionSample sample) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(sample))));

    /// <summary>Reads the sample of a data folder; null where it has none.</summary>
    /// <param name="directory">The data folder.</param>
    /// <param name="catalogue">The assumptions that it may name.</param>
    /// <exception cref="EvidenceException">The file breaks a rule; all breaches are listed.</exception>
    public static AssumptionSample? ReadIfThere(string directory, AssumptionCatalogue catalogue)
    {
        string path = Path.Combine(directory, Name);
        return File.Exists(path) ? Read(path, catalogue) : null;
    }

    /// <summary>Reads a sample.</summary>
    /// <param name="path">The file.</param>
    /// <param name="catalogue">The assumptions that it may name.</param>
    /// <exception cref="EvidenceException">The file breaks a rule; all breaches are listed.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static AssumptionSample Read(string path, AssumptionCatalogue catalogue)
    {
        string[] lines = File.ReadAllLines(path);
        string name = Path.GetFileName(path);
        List<EvidenceError> errors = [];
        string[] ids = lines.Length == 0 ? [] : lines[0].Split(',');
        foreach (string id in ids.Where(id => !catalogue.TryGet(id, out _)))
        {
            errors.Add(new EvidenceError(name, 1, "-", $"'{id}' is no assumption; the nearest is '{catalogue.Nearest(id)}'"));
        }

        if (lines.Length is < 2 or > MostRows)
        {
            errors.Add(new EvidenceError(name, 1, "-", $"a sample has between 1 and {MostRows - 1:#,0} rows below its header"));
        }

        EvidenceException.ThrowIfAny(errors);
        double[][] rows = [.. lines.Skip(1).Select((line, index) => Row(name, index + 2, line, ids, errors))];
        EvidenceException.ThrowIfAny(errors);
        return new AssumptionSample(ids, rows);
    }

    private static double[] Row(string file, int line, string text, string[] ids, List<EvidenceError> errors)
    {
        string[] fields = text.Split(',');
        double[] values = new double[ids.Length];
        if (fields.Length != ids.Length)
        {
            errors.Add(new EvidenceError(file, line, "-", $"has {fields.Length} fields where the header has {ids.Length}"));
            return values;
        }

        for (int i = 0; i < ids.Length; i++)
        {
            bool sound = double.TryParse(fields[i], NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]) && double.IsFinite(values[i]) && values[i] >= 0;
            if (!sound)
            {
                errors.Add(new EvidenceError(file, line, ids[i], $"'{fields[i]}' is no number of 0 or more"));
            }
        }

        return values;
    }
}
