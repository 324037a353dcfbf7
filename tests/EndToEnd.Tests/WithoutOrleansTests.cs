using System.Text.Json;
using System.Text.RegularExpressions;

namespace KentSufficiency.EndToEndTests;

/// <summary>What keeps the house usable where the package feed has no Orleans.</summary>
public sealed partial class WithoutOrleansTests
{
    private static readonly string[] _foldersOfProjects = ["src", "tests", "benchmarks"];

    [Fact]
    public void The_filter_lists_every_project_of_the_solution_that_needs_no_Orleans_and_no_other()
    {
        using var filter = JsonDocument.Parse(File.ReadAllText(Repository.PathTo("KentSufficiency.Embedded.slnf")));
        var solution = filter.RootElement.GetProperty("solution");
        var listed = solution.GetProperty("projects").EnumerateArray().Select(project => project.GetString()!.Replace('\\', '/'));

        Assert.Equal("KentSufficiency.sln", solution.GetProperty("path").GetString());
        Assert.Equal(Projects().Where(project => !project.NeedsOrleans).Select(ShortName).Order(), listed.Order());
    }

    [Fact]
    public void The_solution_lists_every_project()
    {
        var solution = File.ReadAllText(Repository.PathTo("KentSufficiency.sln"));
        var listed = ProjectInSolution().Matches(solution).Select(match => match.Groups[1].Value.Replace('\\', '/'));

        Assert.Equal(Projects().Select(ShortName).Order(), listed.Order());
    }

    /// <summary>The tests above would also pass if no project were seen to need Orleans.</summary>
    [Fact]
    public void Grains_and_silo_need_Orleans_and_the_program_does_not()
    {
        var needing = Projects().Where(project => project.NeedsOrleans).Select(project => project.Name).ToArray();

        Assert.All(["Grains", "Grains.Tests", "Silo", "Silo.Tests"], name => Assert.Contains(name, needing));
        Assert.DoesNotContain("Cli", needing);
        Assert.Contains("Silo", Project.Load(Repository.PathTo("src", "Cli", "Cli.csproj")).References.Select(reference => reference.Name));
    }

    /// <summary>One place decides what the program can do; as long as it leaves nothing out, it needs none.</summary>
    [Fact]
    public void The_program_asks_in_one_place_only_whether_it_carries_Orleans()
    {
        var places = SourcesUnder("src").Where(file => File.ReadAllText(file).Contains("WITH_ORLEANS", StringComparison.Ordinal)).ToArray();
        var directives = places.SelectMany(File.ReadLines).Count(line => line.Contains("WITH_ORLEANS", StringComparison.Ordinal));

        Assert.All(places, file => Assert.StartsWith("src/Cli/", Repository.Short(file), StringComparison.Ordinal));
        Assert.Equal(Directory.Exists(Repository.PathTo("src", "Cli", "Orleans")) ? 1 : 0, directives);
    }

    [Fact]
    public void Only_what_is_left_out_without_Orleans_uses_it()
    {
        var leftOut = Projects().Where(project => project.NeedsOrleans).Select(project => Path.GetDirectoryName(project.File)!)
            .Append(Repository.PathTo("src", "Cli", "Orleans"))
            .Select(folder => folder + Path.DirectorySeparatorChar).ToArray();
        var strangers = _foldersOfProjects.SelectMany(SourcesUnder)
            .Where(file => !leftOut.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)))
            .Where(file => UseOfOrleans().IsMatch(LinesWithOrleans().Replace(File.ReadAllText(file), "")))
            .Select(Repository.Short);

        Assert.Empty(strangers);
    }

    [Theory]
    [InlineData("using {0};", true)]
    [InlineData("using static {0}.Placement;", true)]
    [InlineData("global using {0}.Hosting;", true)]
    [InlineData("using Grain = global::{0}.Grain;", true)]
    [InlineData("IGrainFactory x = new {0}.Factory();", true)]
    [InlineData("using KentSufficiency.Cli.{0};", false)]
    [InlineData("\"Microsoft.{0}.Server\"", false)]
    [InlineData("// a feed without {0}. The rest", false)]
    public void A_use_of_Orleans_is_told_from_its_name(string line, bool expected) =>
        Assert.Equal(expected, UseOfOrleans().IsMatch(line.Replace("{0}", "Orleans", StringComparison.Ordinal)));

    private static IEnumerable<Project> Projects() => _foldersOfProjects.SelectMany(Project.Under);

    private static string ShortName(Project project) => Repository.Short(project.File);

    private static string[] SourcesUnder(string folder) => Directory.GetFiles(Repository.PathTo(folder), "*.cs", SearchOption.AllDirectories);

    [GeneratedRegex("^Project.*\"([^\"]+\\.csproj)\"", RegexOptions.Multiline)]
    private static partial Regex ProjectInSolution();

    /// <summary>What the compiler does not see without Orleans.</summary>
    [GeneratedRegex("#if WITH_ORLEANS.*?#(else|endif)", RegexOptions.Singleline)]
    private static partial Regex LinesWithOrleans();

    [GeneratedRegex(@"using\s+(static\s+|\w+\s*=\s*)?(global::)?Orleans\s*[.;]|(?<![\w.])Orleans\.[A-Z]")]
    private static partial Regex UseOfOrleans();
}
