using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace KentSufficiency.EndToEndTests;

/// <summary>Dependencies point one way: Simulation, Scenarios, Grains, Silo, Cli; each may use what stands before it.</summary>
public sealed class DependencyArrowsTests
{
    /// <summary>Bottom first. A new project under src/ must take a place in this row.</summary>
    private static readonly string[] _layers = ["Simulation", "Scenarios", "Grains", "Silo", "Cli"];

    /// <summary>What would tie the model to a machine, a clock or a cluster.</summary>
    private static readonly string[] _outsideWorld =
        ["System.IO", "System.Net", "System.Console", "System.Diagnostics.Process", "System.Threading.Thread", "Orleans"];

    [Fact]
    public void A_source_project_refers_only_to_projects_below_it()
    {
        foreach (var project in Project.Under("src"))
        {
            var layer = Array.IndexOf(_layers, project.Name);
            Assert.True(layer >= 0, $"{project.Name} has no place in the row of layers.");
            Assert.All(project.References, reference => Assert.Contains(reference.Name, _layers[..layer]));
        }
    }

    [Fact]
    public void Simulation_refers_to_no_project_and_to_no_package_but_analyzers()
    {
        var simulation = Project.Load(Repository.PathTo("src", "Simulation", "Simulation.csproj"));

        Assert.Empty(simulation.References);
        // Directory.Build.props adds its packages to every project, so they count as Simulation's own.
        Project[] files = [simulation, Project.Load(Repository.PathTo("Directory.Build.props"))];
        Assert.All(files.SelectMany(file => file.Packages), package => Assert.EndsWith("Analyzers", package, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_source_project_has_its_tests_and_every_test_project_its_source()
    {
        var sources = Project.Under("src").Select(project => project.Name).Append("EndToEnd");
        var tests = Project.Under("tests").Select(project => project.Name);

        Assert.Equal(sources.Select(source => source + ".Tests").Order(), tests.Order());
    }

    [Fact]
    public void A_test_project_refers_to_its_source_and_what_is_below_it()
    {
        foreach (var project in Project.Under("tests").Where(project => project.Name != "EndToEnd.Tests"))
        {
            var source = project.Name[..^".Tests".Length];
            var references = project.References.Select(reference => reference.Name).ToArray();
            Assert.Contains(source, references);
            Assert.All(references, reference => Assert.Contains(reference, _layers[..(Array.IndexOf(_layers, source) + 1)]));
        }
    }

    /// <summary>Read from the compiled program, where implicit usings, aliases and full names are all the same.</summary>
    [Fact]
    public void Simulation_knows_nothing_of_the_outside_world() =>
        Assert.DoesNotContain(TypesUsedBy("KentSufficiency.Simulation.dll"), IsOutsideWorld);

    /// <summary>The test above would also pass if it saw nothing: this one holds it against a library that does use files.</summary>
    [Fact]
    public void The_outside_world_is_recognised_where_it_is_used() =>
        Assert.Contains("System.IO.File", TypesUsedBy("KentSufficiency.EndToEnd.Tests.dll").Where(IsOutsideWorld));

    private static bool IsOutsideWorld(string type) =>
        _outsideWorld.Any(name => type == name || type.StartsWith(name + ".", StringComparison.Ordinal));

    private static List<string> TypesUsedBy(string library)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, library));
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        return [.. metadata.TypeReferences
            .Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")];
    }
}
