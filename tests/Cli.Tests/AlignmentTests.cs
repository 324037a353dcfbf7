using System.Text.Json;
using KentSufficiency.Cli;

namespace KentSufficiency.CliTests;

/// <summary><c>kent run --align</c>: what it tells, and what it refuses. The engine is no model, so a total that it meets is one that it gives anyway.</summary>
public sealed class AlignmentTests : IDisposable
{
    private const string Date = "2020-01-31";

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Terminal_manifest_and_report_say_that_a_run_was_aligned()
    {
        Assert.Equal(ExitCode.Done, _shell.RunInto("baseline-2019", "--replications", "5"));
        Assert.DoesNotContain("ligned", _shell.Output.ToString());
        Assert.False(Manifest().TryGetProperty("alignment", out _));
        string own = MeanOf("cla");
        string file = Totals($"cla,{Date},{own}");

        Assert.Equal(ExitCode.Done, _shell.RunInto("recruit-120", "--replications", "5", "--align", file));

        Assert.Matches(@"^Aligned to .*totals\.csv: the baseline's totals are those of that file and not the model's own\.\n  cla, 31 Jan 2020: [\d.,]+ given, [\d.,]+ met ± ", _shell.Output.ToString().ReplaceLineEndings("\n"));
        Assert.Contains("Aligning cla to ", _shell.Error.ToString());
        JsonElement alignment = Manifest().GetProperty("alignment");
        Assert.Equal(64, alignment.GetProperty("sha256").GetString()!.Length);
        Assert.Equal("cla", alignment.GetProperty("totals")[0].GetProperty("measure").GetString());
        Assert.Equal(1, alignment.GetProperty("totals")[0].GetProperty("factor").GetDouble());
        Assert.Equal(["baseline-2019-aligned", "recruit-120"], Manifest().GetProperty("scenarios").EnumerateArray().Select(one => one.GetProperty("name").GetString()));
        Assert.Contains(Manifest().GetProperty("inputs").EnumerateArray(), input => input.GetProperty("file").GetString()!.EndsWith("totals.csv", StringComparison.Ordinal));
        string report = File.ReadAllText(Path.Combine(_shell.Out, "report.html"));
        Assert.Contains("This run was aligned", report);
        Assert.Contains("--align", report);
    }

    [Theory]
    [InlineData("cla,2020-01-31,1000000", "cla cannot be 1,000,000 on 2020-01-31: with the odds of entering care 20 times what they are it is ")]
    [InlineData("cla,2020-01-31,-1", "a total must be above 0")]
    [InlineData("cla,2019-01-31,1", "it is not after the start of baseline-2019")]
    [InlineData("cla,2031-01-31,1", "it is beyond the horizon")]
    [InlineData("roll/primary,2020-01-31,1", "'roll/primary' cannot be aligned; what can is ")]
    public void A_total_that_cannot_be_met_ends_with_2_and_nothing_is_written(string row, string part)
    {
        Assert.Equal(ExitCode.BadInput, _shell.RunInto("recruit-120", "--replications", "5", "--align", Totals(row)));
        Assert.Contains(part, _shell.Error.ToString());
        Assert.False(Directory.Exists(_shell.Out));
    }

    [Fact]
    public void A_missing_file_and_a_validation_scenario_are_refused()
    {
        Assert.Equal(ExitCode.BadInput, _shell.RunInto("recruit-120", "--align", "nowhere.csv"));
        Assert.Contains("nowhere.csv: does not exist.", _shell.Error.ToString());
        Assert.Equal(ExitCode.BadInput, _shell.RunInto("validation/erlang-c", "--align", Totals($"cla,{Date},5")));
        Assert.Contains("erlang-c is a validation scenario, which is held against a known number: leave --align out.", _shell.Error.ToString());
        Assert.Equal(ExitCode.BadInput, _shell.RunInto("baseline-2014", "--align", Totals($"cla,{Date},5")));
        Assert.Contains("baseline-2014 covers schools alone", _shell.Error.ToString());
    }

    private string Totals(string row) => _shell.Folder.Write("totals.csv", $"measure,date,value\n{row}\n");

    private string MeanOf(string measure) => File.ReadLines(Path.Combine(_shell.Out, "series.csv"))
        .Select(line => line.Split(',')).First(fields => fields[1] == measure && fields[2] == "Kent" && fields[3] == Date)[5];

    private JsonElement Manifest() => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_shell.Out, "manifest.json"))).RootElement;
}
