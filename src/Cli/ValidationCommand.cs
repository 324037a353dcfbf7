using System.CommandLine;
using KentSufficiency.Scenarios.Calibration;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Scenarios.Validation;

namespace KentSufficiency.Cli;

/// <summary><c>kent validation</c>: makes the tables of <c>docs/validation.md</c> and the data of the report's section on it.</summary>
internal sealed class ValidationCommand(CommandHost host)
{
    private readonly Option<string> _page = new("--page") { Description = "The page whose tables are made anew.", HelpName = "FILE", DefaultValueFactory = _ => "docs/validation.md" };
    private readonly Option<string> _data = new("--data") { Description = "The data folder that takes fans and scores.", HelpName = "DIR", DefaultValueFactory = _ => "data" };
    private readonly Option<int> _replications = NumberOption.Create("--replications", 50, 20_000, 400, "Futures of each back-cast.");
    private readonly Option<int> _particles = NumberOption.Create("--particles", 100, 100_000, CalibrationSettings.Usual.Particles, "Points of the parameter space in each round of an estimation.");
    private readonly Option<int> _threads = NumberOption.Create<int>("--threads", 1, 256, null, "Replications at a time; the results do not depend on it [default: one for each processor]");

    /// <summary>Builds the command.</summary>
    public Command Build(CancellationToken cancellation)
    {
        var command = new Command("validation", "Back-cast from every day that is known, and write what came of it into docs/validation.md.") { _page, _data, _replications, _particles, _threads };
        command.SetAction(parsed => Run(parsed, cancellation));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        string page = parsed.GetValue(_page)!;
        string before = File.ReadAllText(page);
        int threads = parsed.GetValue(_threads) is > 0 and int asked ? asked : Environment.ProcessorCount;
        CalibrationSettings calibration = CalibrationSettings.Usual with { Particles = parsed.GetValue(_particles) };
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("kent-validation-");
        try
        {
            var study = new ValidationStudy(host.DataDirectory, host.Evidence(), new ScenarioLibrary(host.Levers(), host.ScenarioDirectory), scratch.FullName);
            ValidationResult result = study.Run(new ValidationSettings(parsed.GetValue(_replications), calibration, threads), new ProgressLines(host.Error), cancellation);
            string after = ValidationPage.Write(before, result);
            ValidationFiles.Write(result, parsed.GetValue(_data)!);
            File.WriteAllText(page, after);
            host.Output.WriteLine($"{page} and {Path.Combine(parsed.GetValue(_data)!, ValidationFiles.Folder)} are up to date.");
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            host.Error.WriteLine("Stopped: nothing is written.");
            return ExitCode.Interrupted;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }
}
