using System.CommandLine;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Levers;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Cli;

/// <summary><c>kent list</c> and <c>kent describe</c>: what there is, and what it means.</summary>
internal sealed class CatalogueCommands(CommandHost host)
{
    private static readonly string[] s_kinds = ["scenarios", "levers", "assumptions", "measures"];

    private ScenarioLibrary Library => new(host.Levers(), host.ScenarioDirectory);

    /// <summary>Builds <c>kent list</c>.</summary>
    public Command BuildList()
    {
        var what = new Argument<string>("WHAT")
        {
            HelpName = "WHAT",
            Description = "scenarios, levers, assumptions or measures.",
            DefaultValueFactory = _ => s_kinds[0],
        };
        what.AcceptOnlyFromAmong(s_kinds);
        var command = new Command("list", "List the scenarios that ship with the program, or what they can turn and measure.") { what };
        command.SetAction(parsed => List(parsed.GetValue(what)!));
        return command;
    }

    /// <summary>Builds <c>kent describe</c>.</summary>
    public Command BuildDescribe()
    {
        var name = new Argument<string>("NAME")
        {
            HelpName = "NAME",
            Description = "A scenario (name or path), lever, assumption or measure.",
        };
        name.CompletionSources.Add(context => Names().Where(id => IsOffered(id, context.WordToComplete)));
        var command = new Command("describe", "Say what a scenario, lever, assumption or measure means and where it comes from.") { name };
        command.SetAction(parsed => Describe(parsed.GetValue(name)!));
        return command;
    }

    private int List(string what)
    {
        var rows = what switch
        {
            "levers" => host.Levers().Named.Select(lever => (lever.Id, lever.Title, Facts.ValueOf(lever))),
            "assumptions" => host.Levers().Assumptions.All.Select(a => (a.Id, a.Meaning, $"{a.Value:#,0.#####} {a.Unit}")),
            "measures" => Measures().Select(measure => (measure.Id, measure.Title, measure.Unit)),
            _ => Scenarios(),
        };
        Facts.WriteColumns(host.Output, [.. rows]);
        return ExitCode.Done;
    }

    /// <summary>The strategies first, then what checks the model.</summary>
    private IEnumerable<(string Name, string Title, string Source)> Scenarios()
    {
        ScenarioLibrary library = Library;
        var loaded = library.Names.Select(name => (Name: name, Scenario: library.Load(name))).ToList();
        return loaded.OrderBy(item => item.Scenario.IsValidation).ThenBy(item => item.Scenario.Baseline != item.Scenario)
            .Select(item => (item.Name, item.Scenario.Title, item.Scenario.Source));
    }

    private int Describe(string name)
    {
        var facts = new Facts(host.Output);
        IReadOnlyList<MeasureDefinition> measures = [.. Measures()];
        bool found = false;
        ScenarioLibrary library = Library;
        if (name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || library.Names.Contains(name))
        {
            facts.Write(library.Load(name), host.Levers());
            found = true;
        }

        if (host.Levers().TryGet(name, out Lever? lever))
        {
            facts.Write(lever, host.Levers(), measures);
            found = true;
        }

        if (measures.FirstOrDefault(measure => measure.Id == name) is MeasureDefinition measured)
        {
            facts.Write(measured, host.Levers(), host.Evidence());
            found = true;
        }

        if (found)
        {
            return ExitCode.Done;
        }

        string? nearest = NearestName.Of(name, Names());
        string hint = nearest is null ? "'kent list levers' tells the levers." : $"Did you mean '{nearest}'?";
        throw new InputException($"'{name}' is no scenario, lever, assumption or measure. {hint}");
    }

    /// <summary>Hundreds of assumptions would bury the rest: they are offered once somebody has typed the slash that is in each of them.</summary>
    private bool IsOffered(string id, string written) =>
        written.Contains('/', StringComparison.Ordinal) || !host.Levers().Assumptions.TryGet(id, out _);

    private IEnumerable<string> Names() => [.. Library.Names, .. host.Levers().Ids, .. Measures().Select(measure => measure.Id)];

    private IEnumerable<MeasureDefinition> Measures()
    {
        Scenario baseline = Library.Load("baseline-2019");
        return host.CreateEngine(baseline, 1, ParameterMode.Fixed)(new SharedReplication()).Measures.DistinctBy(measure => measure.Id);
    }
}
