using System.Text.Json;
using System.Text.RegularExpressions;

namespace KentSufficiency.EndToEndTests;

/// <summary>The program as it ships, run from outside: its kernel, its data, its scenarios.</summary>
public sealed class RealEngineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kent-end-to-end-");

    public void Dispose() => _folder.Delete(recursive: true);

    [FactWith("dotnet")]
    public async Task Threads_and_another_time_change_no_byte_and_another_seed_changes_the_digest()
    {
        string one = await RunSmall("one", "--threads", "1");
        string two = await RunSmall("two", "--threads", "2");
        string again = await RunSmall("again", "--threads", "2");
        string other = await RunSmall("other", "--threads", "2", "--seed", "2");

        Assert.Equal(one, two);
        Assert.Equal(one, again);
        Assert.NotEqual(one, other);
        foreach (string file in (string[])["series.csv", "summary.csv", "events.jsonl", "episodes-baseline-2019.csv", "episodes-uasc-doubles.csv"])
        {
            byte[] expected = File.ReadAllBytes(InFolder("one", file));
            Assert.True(expected.AsSpan().SequenceEqual(File.ReadAllBytes(InFolder("two", file))), file);
            Assert.True(expected.AsSpan().SequenceEqual(File.ReadAllBytes(InFolder("again", file))), file);
        }
    }

    [FactWith("dotnet")]
    public async Task The_validation_scenario_runs_and_tells_the_mean_wait()
    {
        Shell.Outcome outcome = await Kent(Program, "run", "validation/erlang-c", "--replications", "2", "--quiet", "--out", InFolder("erlang"));

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Matches(@"Mean days from request to a home \(days\) +[\d.]+ ± [\d.]+", outcome.Output);
    }

    [FactWith("dotnet")]
    public async Task A_lever_that_no_law_allows_is_bad_input()
    {
        string path = InFolder("impossible.yaml");
        await File.WriteAllTextAsync(path, """
            name: impossible
            title: A negative weight
            source: test
            extends: baseline-2019
            levers:
              - lever: care/sibling-group/2
                set: -1
            """);
        Shell.Outcome outcome = await Kent(Program, "run", path, "--replications", "1", "--out", InFolder("none"));

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains("line 7, column 10: 'levers[0].set' would take care/sibling-group/2 to -1", outcome.Error);
        Assert.DoesNotContain("   at ", outcome.Error);
    }

    [FactWith("dotnet")]
    public async Task Data_that_break_a_rule_and_data_that_are_missing_are_bad_input()
    {
        string copy = CopyOfTheProgram();
        string file = Path.Combine(Path.GetDirectoryName(copy)!, "data", "assumptions", "unaccompanied.csv");
        string[] lines = await File.ReadAllLinesAsync(file);

        await File.WriteAllLinesAsync(file, lines.Select(line => Regex.Replace(line, "^uasc/arrivals-a-year,[0-9.]+,", "uasc/arrivals-a-year,many,")));
        Shell.Outcome broken = await Kent(copy, "run", "baseline-2019", "--replications", "1", "--out", InFolder("none"));
        await File.WriteAllLinesAsync(file, lines.Where(line => !line.StartsWith("uasc/transfer-days,", StringComparison.Ordinal)));
        Shell.Outcome missing = await Kent(copy, "run", "baseline-2019", "--replications", "1", "--out", InFolder("none"));

        Assert.Equal((2, ""), (broken.ExitCode, broken.Output));
        Assert.Contains("assumptions/unaccompanied.csv", broken.Error);
        Assert.Contains("many", broken.Error);
        Assert.Equal((2, ""), (missing.ExitCode, missing.Output));
        Assert.Contains("No assumption is called 'uasc/transfer-days'.", missing.Error);
    }

    /// <summary>Silos keep what they do in the user's data folder: these are not the user's.</summary>
    private Dictionary<string, string?> NobodysData => new() { ["XDG_DATA_HOME"] = InFolder("data-home") };

    private static string Program => Path.Combine(AppContext.BaseDirectory, "kent.dll");

    private string InFolder(params string[] parts) => Path.Combine([_folder.FullName, .. parts]);

    private Task<Shell.Outcome> Kent(string program, params string[] arguments) =>
        Shell.RunAsync(_folder.FullName, Shell.Find("dotnet")!, [program, .. arguments], NobodysData);

    private async Task<string> RunSmall(string name, params string[] more)
    {
        Shell.Outcome outcome = await Kent(
            Program, ["run", "uasc-doubles", "--replications", "3", "--years", "1", "--events", "--quiet", "--out", InFolder(name), .. more]);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(InFolder(name, "manifest.json")));
        return manifest.RootElement.GetProperty("digest").GetString()!;
    }

    /// <summary>The program with data of its own to spoil.</summary>
    private string CopyOfTheProgram()
    {
        foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
        {
            string to = InFolder("program", Path.GetRelativePath(AppContext.BaseDirectory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return InFolder("program", "kent.dll");
    }
}
