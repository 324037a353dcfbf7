using System.Globalization;
using CsvHelper;
using KentSufficiency.Scenarios.Output;

namespace KentSufficiency.Scenarios.Ssda903;

/// <summary>Writes what breaks a rule as CSV: a line for each row and rule.</summary>
public static class FindingsFile
{
    private const string Header = "year,rule,file,line,child,meaning";

    /// <summary>Writes the file.</summary>
    /// <param name="path">Where; a file that is there is replaced.</param>
    /// <param name="findings">What was found.</param>
    public static void Write(string path, IEnumerable<Finding> findings)
    {
        using FileStream stream = File.Create(path);
        using CsvWriter csv = CsvFile.Begin(stream, Header);
        foreach (Finding found in findings)
        {
            csv.WriteField(found.Year.ToString(CultureInfo.InvariantCulture));
            csv.WriteField(found.Rule.Number);
            csv.WriteField(found.Row.File.FileName);
            csv.WriteField(found.Row.Line.ToString(CultureInfo.InvariantCulture));
            csv.WriteField(found.Row.Child);
            csv.WriteField(found.Rule.Meaning);
            csv.EndRecord();
        }
    }
}
