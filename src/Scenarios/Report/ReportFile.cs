using KentSufficiency.Scenarios.Output;

namespace KentSufficiency.Scenarios.Report;

/// <summary><c>report.html</c>: written from the files of a run, by the run itself or later from what it saved, with the same bytes.</summary>
public static class ReportFile
{
    /// <summary>The name of the page in the folder for the results.</summary>
    public const string Name = "report.html";

    /// <summary>The report of a run that is about to write its manifest.</summary>
    /// <param name="folder">Where its other files are.</param>
    /// <param name="manifest">The manifest.</param>
    /// <param name="data">What comes from the data folder.</param>
    public static ReportDocument Compose(string folder, RunManifest manifest, ReportData data)
    {
        using var bytes = new MemoryStream();
        manifest.Write(bytes);
        var saved = SavedManifest.Read(bytes.ToArray(), OutputFolder.ManifestName);
        return ReportComposer.Compose(SavedRunReader.Read(folder, saved, ReportComposer.NeedsSeries), data);
    }

    /// <summary>The report of a complete folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="data">What comes from the data folder.</param>
    /// <exception cref="ResultsException">It is no folder of a complete run, or a file in it breaks a rule.</exception>
    public static ReportDocument Compose(string folder, ReportData data) =>
        ReportComposer.Compose(SavedRunReader.Read(folder, ReportComposer.NeedsSeries), data);
}
