using System.Text;
using System.Text.RegularExpressions;

namespace KentSufficiency.EndToEndTests;

/// <summary>The habits of the house that a compiler does not hold.</summary>
public sealed partial class HouseTests
{
    private const int LongestFile = 320;

    [Theory]
    [InlineData("data", "*.csv")]
    [InlineData("scenarios", "*.yaml")]
    [InlineData("src/Simulation", "*.cs")]
    [InlineData("src/Scenarios", "*.cs")]
    [InlineData("src/Cli", "*.cs")]
    [InlineData("benchmarks", "*.cs")]
    public void A_folder_is_there_and_holds_what_it_is_for(string folder, string pattern)
    {
        Assert.True(Directory.Exists(Repository.PathTo(folder)), $"{folder}/ is missing.");
        Assert.NotEmpty(Directory.EnumerateFiles(Repository.PathTo(folder), pattern, SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("ARCHITECTURE.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("CHANGELOG.md")]
    [InlineData("LICENSE")]
    [InlineData("kent")]
    [InlineData("kent.cmd")]
    public void A_file_everyone_looks_for_is_there(string file) => Assert.True(File.Exists(Repository.PathTo(file)), $"{file} is missing.");

    [Fact]
    public void A_source_file_is_about_one_thing_and_not_long()
    {
        var tooLong =
            from file in Directory.EnumerateFiles(Repository.PathTo("src"), "*.cs", SearchOption.AllDirectories)
            let lines = File.ReadLines(file).Count()
            where lines > LongestFile
            select $"{Repository.Short(file)}: {lines} lines";

        Assert.Empty(tooLong);
    }

    [FactWith("git")]
    public async Task No_file_names_a_path_of_somebodys_machine()
    {
        var found = new List<string>();
        foreach (var file in await FilesOfTheProject())
        {
            var pattern = file.EndsWith(".md", StringComparison.Ordinal) ? MachinePathInDocs() : MachinePath();
            found.AddRange(TextOf(file).Split('\n')
                .Select((line, index) => (Text: line, Number: index + 1))
                .Where(line => pattern.IsMatch(line.Text))
                .Select(line => $"{file}:{line.Number}: {line.Text.Trim()}"));
        }

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("see {0}work/notes.txt", true)]
    [InlineData("{0}root/.nuget", true)]
    [InlineData("cd \"{0}home/kim/kent\"", true)]
    [InlineData("https://example.org/social{0}work/", false)]
    [InlineData("src/root/work", false)]
    [InlineData("$results{0}tmp/", false)]
    public void A_machine_path_is_told_from_a_part_of_another_path(string line, bool expected) =>
        Assert.Equal(expected, MachinePath().IsMatch(line.Replace("{0}", "/", StringComparison.Ordinal)));

    /// <summary>What git keeps and what it would keep, so that a new file is looked at before it is committed.</summary>
    private static async Task<IReadOnlyList<string>> FilesOfTheProject()
    {
        var listing = await Shell.RunAsync(
            Repository.Root, Shell.Find("git")!, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
        Assert.True(listing.ExitCode == 0, listing.Error);
        // A file deleted but not yet committed is still listed.
        return [.. listing.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Repository.PathTo(file)))];
    }

    /// <summary>The file as text; of a binary one (git's own test: a zero byte) nothing.</summary>
    private static string TextOf(string file)
    {
        var bytes = File.ReadAllBytes(Repository.PathTo(file));
        return bytes.Contains((byte)0) ? "" : Encoding.UTF8.GetString(bytes);
    }

    [GeneratedRegex(@"(?<![\w.:/$}*%-])/(work|root|home|tmp)/")]
    private static partial Regex MachinePath();

    /// <summary>An example in a document may write to the place every system has for such things.</summary>
    [GeneratedRegex(@"(?<![\w.:/$}*%-])/(work|root|home)/")]
    private static partial Regex MachinePathInDocs();
}
