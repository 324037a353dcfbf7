using System.Text.RegularExpressions;
using KentSufficiency.Scenarios.Levers;

namespace KentSufficiency.Scenarios.Strategies;

/// <summary>
/// The scenarios that ship with the program, and those of others by path. Loading reads files each time; the library itself holds no
/// state that changes, so any number of threads may use it.
/// </summary>
public sealed partial class ScenarioLibrary
{
    private const int LongestChain = 16;
    private const string Extension = ".yaml";

    private readonly LeverCatalogue _levers;
    private readonly string _directory;

    /// <summary>Opens the library.</summary>
    /// <param name="levers">What scenarios may turn.</param>
    /// <param name="directory">The folder of shipped scenarios; null for <c>scenarios</c> next to the program.</param>
    public ScenarioLibrary(LeverCatalogue levers, string? directory = null)
    {
        _levers = levers;
        _directory = directory ?? Path.Combine(AppContext.BaseDirectory, "scenarios");
    }

    /// <summary>The names of the shipped scenarios in ordinal order; validation scenarios are under <c>validation/</c>.</summary>
    public IReadOnlyList<string> Names => !Directory.Exists(_directory)
        ? []
        : [.. Directory.EnumerateFiles(_directory, "*" + Extension, SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(_directory, file), null).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    /// <summary>The names of those that can be compared with one another: all but those of the folder for validation.</summary>
    public IReadOnlyList<string> Strategies => [.. Names.Where(name => !name.Contains('/', StringComparison.Ordinal))];

    /// <summary>Loads a scenario and all that it extends.</summary>
    /// <param name="nameOrPath">The name of a shipped scenario, such as <c>recruit-120</c>, or a path that ends in <c>.yaml</c>.</param>
    /// <exception cref="ScenarioException">There is none, or a file breaks a rule; the message says where and which.</exception>
    public Scenario Load(string nameOrPath)
    {
        bool isPath = nameOrPath.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);
        ScenarioFile file = isPath ? ScenarioFile.Read(nameOrPath, nameOrPath.Replace('\\', '/')) : ReadShipped(nameOrPath)
            ?? throw new ScenarioException(
                new ScenarioLocation(nameOrPath),
                "",
                $"is no scenario: 'kent list' tells those that there are, and the path of a file ends in {Extension}",
                NearestName.Of(nameOrPath, Names));
        return Fold(file, []);
    }

    /// <summary>Makes a scenario of the texts of its files, wherever they are; no file is read.</summary>
    /// <param name="sources">The files, the baseline's first, each but the first extending the one before it: <see cref="Scenario.Sources"/>.</param>
    /// <exception cref="ScenarioException">A text breaks a rule.</exception>
    public Scenario Load(IReadOnlyList<ScenarioSource> sources)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sources.Count, nameof(sources));
        Scenario? scenario = null;
        foreach (ScenarioSource source in sources)
        {
            scenario = Build(ScenarioFile.Read(source.Input.File, source), scenario);
        }

        return scenario!;
    }

    /// <summary>Builds the scenario from its file, after the one it extends.</summary>
    private Scenario Fold(ScenarioFile file, List<string> chain)
    {
        string identity = Path.GetFullPath(file.Path);
        if (chain.Contains(identity))
        {
            throw file.Fields.Refuse("extends", "leads back to this scenario; one of the chain must be a baseline");
        }

        chain.Add(identity);
        if (chain.Count > LongestChain)
        {
            throw file.Fields.Refuse("extends", $"is a chain of more than {LongestChain} scenarios");
        }

        return Build(file, file.Extends is null ? null : Fold(ReadExtended(file), chain));
    }

    private Scenario Build(ScenarioFile file, Scenario? extended)
    {
        DateOnly start = extended?.Start ?? file.Start!.Value;
        LeverSetting[] levers = [.. file.Levers.Select(entry => entry.Resolve(start, _levers))];
        ScenarioCost[] costs = [.. file.Costs.Select(entry => entry.Resolve(start, _levers.Assumptions.Sources))];
        foreach (SchoolEntry entry in file.Schools)
        {
            entry.CheckAgainst(start);
        }

        var scenario = new Scenario(file, extended, start, levers, costs, _levers);
        return LeverLimits.Check(scenario, file, _levers.Assumptions);
    }

    /// <summary>Finds what a file extends: a file beside it first, then a shipped scenario.</summary>
    private ScenarioFile ReadExtended(ScenarioFile file)
    {
        string name = file.Extends!;
        if (NamePattern().IsMatch(name))
        {
            string folder = Path.GetDirectoryName(file.Path) ?? "";
            string sibling = Path.Combine(folder, name + Extension);
            if (File.Exists(sibling))
            {
                string shownFolder = file.Input.File[..(file.Input.File.LastIndexOf('/') + 1)];
                return ScenarioFile.Read(sibling, shownFolder + name + Extension);
            }

            if (ReadShipped(name) is ScenarioFile shipped)
            {
                return shipped;
            }
        }

        string rule = $"must name a shipped scenario or a file beside this one; '{name}' is neither";
        throw file.Fields.Refuse("extends", rule, NearestName.Of(name, Names));
    }

    private ScenarioFile? ReadShipped(string name)
    {
        string path = Path.Combine(_directory, name + Extension);
        return NamePattern().IsMatch(name) && File.Exists(path) ? ScenarioFile.Read(path, $"scenarios/{name}{Extension}") : null;
    }

    /// <summary>Lower-case words joined by hyphens, with folders before them: nothing that could lead out of the folder.</summary>
    [GeneratedRegex("^[a-z0-9-]+(/[a-z0-9-]+)*\\z")]
    private static partial Regex NamePattern();
}
