using System.CommandLine;
using System.Text.RegularExpressions;
using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Cli;

/// <summary><c>kent validate</c>, <c>kent new</c> and <c>kent schema</c>: for those who write scenarios.</summary>
internal sealed partial class ScenarioCommands(CommandHost host)
{
    private const string Extension = ".yaml";

    /// <summary>Builds <c>kent validate</c>.</summary>
    public Command BuildValidate()
    {
        var files = new Argument<string[]>("FILE")
        {
            HelpName = "FILE",
            Description = "Paths of .yaml files, or names of shipped scenarios.",
            Arity = ArgumentArity.OneOrMore,
        };
        files.CompletionSources.Add(_ => Library().Names);
        var command = new Command("validate", "Check scenario files without running them: exit code 0 if all are right, 2 if not.") { files };
        command.SetAction(parsed => Validate(parsed.GetValue(files)!));
        return command;
    }

    /// <summary>Builds <c>kent new</c>.</summary>
    public Command BuildNew()
    {
        var name = new Argument<string>("NAME") { Description = "The new scenario's name; NAME.yaml is written in the current folder." };
        var from = new Option<string>("--from")
        {
            Description = "The scenario whose levers it takes over, to be edited.",
            HelpName = "SCENARIO",
            DefaultValueFactory = _ => "baseline-2019",
        };
        from.CompletionSources.Add(_ => Library().Names);
        var command = new Command("new", "Write a commented scenario to edit. Never overwrites a file.") { name, from };
        command.SetAction(parsed => WriteNew(parsed.GetValue(name)!, parsed.GetValue(from)!));
        return command;
    }

    /// <summary>Builds <c>kent schema</c>.</summary>
    public Command BuildSchema()
    {
        var file = new Option<string?>("--out") { Description = "The file to write instead; replaced if it is there.", HelpName = "FILE" };
        var command = new Command("schema", "Print the JSON Schema of scenario files, from which editors complete and check.") { file };
        command.SetAction(parsed => WriteSchema(parsed.GetValue(file)));
        return command;
    }

    private int Validate(string[] files)
    {
        ScenarioLibrary library = Library();
        int code = ExitCode.Done;
        foreach (string file in files)
        {
            try
            {
                Scenario scenario = library.Load(file);
                host.CreateEngine(scenario, scenario.Run.Years ?? 1, ParameterMode.Fixed);
                string levers = scenario.Levers.Count == 1 ? "1 lever" : $"{scenario.Levers.Count:#,0} levers";
                host.Output.WriteLine($"{file}: valid ({levers})");
                foreach (string remark in scenario.Remarks)
                {
                    host.Output.WriteLine($"  Note: {remark}");
                }
            }
            catch (Exception problem) when (problem is ScenarioException or CountyException)
            {
                host.Error.WriteLine(problem.Message);
                code = ExitCode.BadInput;
            }
        }

        return code;
    }

    private int WriteNew(string name, string from)
    {
        if (!NamePattern().IsMatch(name))
        {
            throw new InputException($"'{name}' cannot be a scenario's name: use lower-case letters, digits and hyphens, such as recruit-150.");
        }

        ScenarioLibrary library = Library();
        if (library.Names.Contains(name))
        {
            throw new InputException($"'{name}' is the name of a shipped scenario; choose another.");
        }

        string text = ScenarioTemplate.Text(name, library.Load(from), host.Levers());
        string path = Path.Combine(host.CurrentDirectory, name + Extension);
        Write(path, FileMode.CreateNew, text, name + Extension);
        host.Output.WriteLine($"{name}{Extension} is written. Edit it, then: kent validate {name}{Extension}");
        return ExitCode.Done;
    }

    private int WriteSchema(string? file)
    {
        string text = ScenarioSchema.Text(host.Levers());
        if (file is null)
        {
            host.Output.Write(text);
        }
        else
        {
            Write(Path.Combine(host.CurrentDirectory, file), FileMode.Create, text, file);
            host.Output.WriteLine($"{file} is written.");
        }

        return ExitCode.Done;
    }

    private static void Write(string path, FileMode mode, string text, string shown)
    {
        if (mode == FileMode.CreateNew && (File.Exists(path) || Directory.Exists(path)))
        {
            throw new InputException($"{shown} is there already, and nothing is overwritten. Choose another name.");
        }

        try
        {
            using var writer = new StreamWriter(new FileStream(path, mode, FileAccess.Write));
            writer.Write(text);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new InputException($"{shown} cannot be written: {problem.GetType().Name switch
            {
                nameof(DirectoryNotFoundException) => "its folder does not exist",
                nameof(UnauthorizedAccessException) => "that is not allowed here",
                _ => "the name or the disk does not allow it",
            }}.");
        }
    }

    private ScenarioLibrary Library() => new(host.Levers(), host.ScenarioDirectory);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z")]
    private static partial Regex NamePattern();
}
