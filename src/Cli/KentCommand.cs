using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using KentSufficiency.Scenarios.Alignment;
using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Cohorts;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Fidelity;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.Scenarios.Report;
using KentSufficiency.Scenarios.Sensitivity;
using KentSufficiency.Scenarios.Ssda903;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Cli;

/// <summary>The program: reads the command line, does what it says, and turns what went wrong into a sentence and an exit code.</summary>
internal static class KentCommand
{
    /// <summary>Runs the program.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="host">What it touches outside itself.</param>
    /// <param name="cancellation">Asks it to stop and to keep what is complete.</param>
    /// <returns>The exit code.</returns>
    public static int Run(IReadOnlyList<string> args, CommandHost host, CancellationToken cancellation)
    {
        ParseResult parsed = Build(host, cancellation).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            foreach (string message in parsed.Errors.Select(error => error.Message).Distinct())
            {
                host.Error.WriteLine(message);
            }

            host.Error.WriteLine($"'{PathOf(parsed.CommandResult)} --help' tells what can be asked for.");
            return ExitCode.BadInput;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = host.Output,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
#pragma warning disable CA1031 // The last resort of the program: whatever happened becomes a sentence and an exit code.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            return Tell(problem, host);
        }
    }

    /// <summary>A command as it is typed, with those above it.</summary>
    private static string PathOf(SymbolResult result) => result is CommandResult { Command: not RootCommand } below
        ? $"{(below.Parent is SymbolResult above ? PathOf(above) : "kent")} {below.Command.Name}"
        : "kent";

    private static RootCommand Build(CommandHost host, CancellationToken cancellation)
    {
        var root = new RootCommand("KentSufficiency: demand and sufficiency of children's services in Kent, simulated.");
        foreach (Option option in root.Options)
        {
            option.Action = option switch
            {
                HelpOption { Action: HelpAction usual } => new HelpText(usual),
                VersionOption => new VersionText(),
                _ => option.Action,
            };
        }

        root.Add(new RunCommand().Build(
            () => new ScenarioLibrary(host.Levers(), host.ScenarioDirectory).Names, request => new RunSession(request, host).Run(cancellation)));
        root.Add(new SensitivityCommand().Build(
            () => new ScenarioLibrary(host.Levers(), host.ScenarioDirectory).Names, request => new SensitivitySession(request, host).Run(cancellation)));
        var catalogue = new CatalogueCommands(host);
        root.Add(catalogue.BuildList());
        root.Add(catalogue.BuildDescribe());
        var scenarios = new ScenarioCommands(host);
        root.Add(scenarios.BuildValidate());
        root.Add(scenarios.BuildNew());
        root.Add(scenarios.BuildSchema());
        var results = new ResultsCommands(host);
        root.Add(results.BuildReport());
        root.Add(results.BuildCompare());
        root.Add(BackCastCommand.Build(request => new BackCastSession(request, host).Run(cancellation)));
        root.Add(new ValidationCommand(host).Build(cancellation));
        root.Add(CalibrateCommand.Build(request => new CalibrateSession(request, host).Run(cancellation)));
        root.Add(CohortCommand.Build(asked => new CohortSession(asked, host).Run(cancellation)));
        root.Add(Check903Command.Build(request => new Check903Session(request, host).Run()));
        root.Add(FidelityCommand.Build(asked => new FidelitySession(asked, host).Run()));
        foreach (Command command in OrleansParts.Commands(host, cancellation))
        {
            root.Add(command);
        }

        root.Add(CompletionCommand.Build(host));
        root.SetAction(_ => root.Parse("--help").Invoke(new InvocationConfiguration { Output = host.Output, Error = host.Error }));
        return root;
    }

    private static int Tell(Exception problem, CommandHost host)
    {
        bool badInput = problem is ScenarioException or OutputException or InputException or CountyException or EvidenceException or ResultsException
            or AlignmentException or BackCastException or ObservationException or MeasureException or AssumptionChoiceException or CohortException
            or ReturnException or FidelityException;
        string message = problem switch
        {
            _ when badInput => problem.Message,
            ExperimentException or EngineException or NotSupportedException => problem.Message,
            IOException or UnauthorizedAccessException => $"A file could not be read or written: {problem.Message}",
            _ => $"This should not have happened: {problem.Message} Set KENT_DEBUG=1 to see where.",
        };
        host.Error.WriteLine(host.Debug ? problem.ToString() : message);
        return badInput ? ExitCode.BadInput : ExitCode.Failed;
    }

    private sealed class VersionText : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine($"kent {CommandHost.Version}");
            return ExitCode.Done;
        }
    }
}
