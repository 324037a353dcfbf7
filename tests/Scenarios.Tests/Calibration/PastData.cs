using KentSufficiency.Scenarios.Calibration;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Levers;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.ScenariosTests.Calibration;

/// <summary>A copy of the project's data that a test may change, and a folder for results while they are needed.</summary>
internal sealed class PastData : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kent-past-");

    public PastData()
    {
        string from = DataFolder.Locate();
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string to = Path.Combine(Data, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        Directory.CreateDirectory(Scratch);
    }

    public string Data => Path.Combine(_folder.FullName, "data");

    public string Scratch => Path.Combine(_folder.FullName, "scratch");

    public EvidenceLibrary Evidence => EvidenceLibrary.Load(Data);

    public static ScenarioLibrary Scenarios => new(LeverCatalogue.Load(DataFolder.Locate()));

    public CalibrationProblem KnownOn(DateOnly day) => CalibrationProblem.KnownOn(Data, Evidence, day, publishedOnly: false, Scenarios);

    public Calibrator Calibrator(DateOnly day, int threads = 2) => new(KnownOn(day), Data, threads, Scratch);

    /// <summary>Adds a row to a file, or changes those that a test picks.</summary>
    public void Edit(string file, Func<string[], IEnumerable<string>> change)
    {
        string path = Path.Combine(Data, file);
        string[] lines = File.ReadAllLines(path);
        File.WriteAllLines(path, change(lines));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
