namespace KentSufficiency.ScenariosTests.Evidence;

/// <summary>A data folder of the test's own, sound until the test plants something wrong in it.</summary>
internal sealed class PlantedData : IDisposable
{
    public const string AssumptionHeader = "id,value,unit,period,kind,source,page,known_from,low,high,distribution,lever,meaning";
    public const string EvidenceHeader = "id,measure,geography,date,value,unit,kind,source,page,known_from,note";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kent-data-");

    public PlantedData() => Write(
        "sources.csv",
        "id,title,publisher,date,reference,licence,own_return",
        "paper,A paper,A council,2019-10-01,Pages,figures only,no",
        "statute,An Act,Parliament,1989-11-16,Sections,OGL,no",
        "assumed,Our judgement,Us,-,Reasons,MIT,no");

    public string Path => folder.FullName;

    public PlantedData Assumptions(params string[] rows) => Write("assumptions/planted.csv", [AssumptionHeader, .. rows]);

    public PlantedData Evidence(params string[] rows) => Write("evidence/planted.csv", [EvidenceHeader, .. rows]);

    public PlantedData Write(string file, params string[] lines)
    {
        string path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, lines);
        return this;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
