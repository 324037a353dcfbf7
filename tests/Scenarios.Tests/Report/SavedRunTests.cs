using System.Text;
using KentSufficiency.Scenarios.Report;
using KentSufficiency.ScenariosTests.Output;

namespace KentSufficiency.ScenariosTests.Report;

/// <summary>Folders of results that are not what they should be.</summary>
public sealed class SavedRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_without_a_manifest_is_not_complete()
    {
        Assert.EndsWith("is no folder.", Refusal("absent"));
        Directory.CreateDirectory(_folder.In("empty"));
        Assert.Contains("holds no manifest.json: it is no folder of results, or its run was not completed", Refusal("empty"));
    }

    [Theory]
    [InlineData("series.csv")]
    [InlineData("summary.csv")]
    [InlineData("ranking.csv")]
    public void A_missing_file_is_named(string file)
    {
        Write();
        File.Delete(_folder.In($"run/{file}"));
        Assert.EndsWith($"{file} is missing.", Refusal("run"));
    }

    [Theory]
    [InlineData("series.csv", 3, "x,y", "series.csv, line 3, has 2 fields where the header has 12.")]
    [InlineData("series.csv", 1, "nonsense", "series.csv, line 1, must read scenario,measure,")]
    [InlineData("series.csv", 2, "baseline-2019,cla,Kent,2019-13-31,1,1,1,1,1,1,1,1", "line 2, has '2019-13-31' in date, which is no date like 2019-07-31.")]
    [InlineData("summary.csv", 2, "baseline-2019,cla,Kent,2024-07-31,200,abc,1,1,1,1,1,,,,1", "line 2, has 'abc' in baseline_mean, which is no number.")]
    [InlineData("summary.csv", 2, "baseline-2019,cla,Kent,2024-07-31,-1,1,1,1,1,1,1,,,,1", "line 2, has '-1' in replications, which is no whole number.")]
    [InlineData("ranking.csv", 2, "1,nobody,scs19,Kent,higher,2024-07-31,200,1,1,1,1,1", "does not rank the scenarios that the manifest names.")]
    [InlineData("manifest.json", 1, "{ nothing", "manifest.json, line 1, is no manifest of a run.")]
    [InlineData("manifest.json", 1, "null", "manifest.json is no manifest of a run: it needs a scenario")]
    [InlineData("manifest.json", 1, "{}", "is no manifest of a run")]
    public void A_garbled_line_is_named(string file, int line, string text, string expected)
    {
        Write();
        string path = _folder.In($"run/{file}");
        List<string> lines = [.. File.ReadAllLines(path)];
        lines[line - 1] = text;
        File.WriteAllLines(path, lines);
        Assert.Contains(expected, Refusal("run"));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99999)]
    public void A_series_that_was_cut_off_is_told(double kept)
    {
        Write();
        string path = _folder.In("run/series.csv");
        string[] lines = File.ReadAllLines(path);
        File.WriteAllLines(path, lines[..(int)(kept * lines.Length)]);
        Assert.Contains("series.csv does not reach the horizon of 31 July 2024 in every scenario", Refusal("run"));
    }

    [Fact]
    public void A_summary_that_was_cut_off_is_told()
    {
        Write();
        string path = _folder.In("run/summary.csv");
        File.WriteAllLines(path, File.ReadAllLines(path)[..20]);
        Assert.Contains("summary.csv has no line for recruit-120, which the manifest names", Refusal("run"));
    }

    [Fact]
    public void Binary_is_refused_in_a_sentence()
    {
        Write();
        File.WriteAllBytes(_folder.In("run/manifest.json"), [0, 1, 2, 255]);
        Assert.Contains("is no manifest of a run", Refusal("run"));
    }

    [Fact]
    public void A_mark_of_utf8_before_the_manifest_does_no_harm()
    {
        Write();
        string path = _folder.In("run/manifest.json");
        File.WriteAllText(path, File.ReadAllText(path), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal(3, SavedRunReader.ReadManifest(_folder.In("run")).Scenarios.Count);
    }

    private void Write() => new ReportFixture().Write(_folder.In("run"));

    private string Refusal(string folder) =>
        Assert.Throws<ResultsException>(() => ReportFile.Compose(_folder.In(folder), Reports.Data)).Message;
}
