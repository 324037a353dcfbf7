using KentSufficiency.Scenarios.Ssda903;

namespace KentSufficiency.ScenariosTests.Ssda903;

/// <summary>Writes returns as folders of files, without quotation marks.</summary>
internal static class ReturnFolders
{
    /// <summary>Writes a set: a folder for each year.</summary>
    public static void Write(string folder, IReadOnlyList<AnnualReturn> returns)
    {
        foreach (AnnualReturn filed in returns)
        {
            WriteOne(Path.Combine(folder, $"{filed.Year}"), filed);
        }
    }

    /// <summary>Writes one return.</summary>
    public static void WriteOne(string folder, AnnualReturn filed)
    {
        Directory.CreateDirectory(folder);
        foreach (ReturnFile file in ReturnFiles.All)
        {
            IEnumerable<string> rows = filed[file].Select(row => string.Join(',', row.Fields));
            File.WriteAllLines(Path.Combine(folder, file.FileName), rows.Prepend(string.Join(',', file.Columns)));
        }
    }
}
