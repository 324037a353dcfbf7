using CsvHelper;

namespace KentSufficiency.Scenarios.Output;

/// <summary>How every CSV file is written: UTF-8 without a mark, lines that end in a line feed, quotation marks where needed.</summary>
internal static class CsvFile
{
    private static readonly CsvWriterOptions s_layout = CsvWriterOptions.Default with { NewLine = "\n" };

    /// <summary>Opens a writer on a stream, which stays open, and writes the header.</summary>
    public static CsvWriter Begin(Stream stream, string header)
    {
        CsvWriter csv = CsvWriter.Create(stream, s_layout, leaveOpen: true);
        csv.WriteHeader(header.Split(',').AsSpan());
        return csv;
    }

    /// <summary>Writes numbers as the next fields, as <see cref="NumberText"/> says.</summary>
    public static void WriteNumbers(this CsvWriter csv, params ReadOnlySpan<double> numbers)
    {
        foreach (double number in numbers)
        {
            if (double.IsNaN(number))
            {
                csv.WriteField(ReadOnlySpan<char>.Empty);
            }
            else
            {
                csv.WriteField(NumberText.Rounded(number), NumberText.Format);
            }
        }
    }
}
