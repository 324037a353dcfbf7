using System.CommandLine;

namespace KentSufficiency.Cli;

/// <summary>What the program has where it is built with Orleans, and lacks elsewhere. The only place that knows the difference.</summary>
internal static class OrleansParts
{
    /// <summary>Why something is missing, and the remedy, where the program is built without Orleans.</summary>
    public const string WhyMissing =
        "this program was built without Microsoft Orleans, which the package feed did not have. kent --restore looks again; all else works.";

#if WITH_ORLEANS
    /// <summary>What can complete replications.</summary>
    public static IReadOnlyDictionary<string, EngineMaker> Engines => Orleans.OrleansEngines.All;

    /// <summary>The commands of silos, their database and what they keep.</summary>
    public static IEnumerable<Command> Commands(CommandHost host, CancellationToken cancellation) =>
    [
        new Orleans.ExperimentsCommand(host).Build(cancellation),
        new Orleans.TwinCommand(host).Build(cancellation),
        new Orleans.SiloCommand(host).Build(cancellation),
        new Orleans.DatabaseCommand(host).Build(cancellation),
    ];
#else
    /// <summary>What can complete replications.</summary>
    public static IReadOnlyDictionary<string, EngineMaker> Engines => EngineChoice.LocalOnly;

    /// <summary>Stand-ins that say what is missing, whatever they are asked.</summary>
    public static IEnumerable<Command> Commands(CommandHost host, CancellationToken cancellation)
    {
        _ = cancellation; // They say their line at once.
        return ((string[])["experiments", "silo", "twin", "db"]).Select(name =>
        {
            var command = new Command(name, "Missing: this program was built without Microsoft Orleans.") { TreatUnmatchedTokensAsErrors = false };
            command.SetAction(_ =>
            {
                host.Error.WriteLine($"kent {name} is missing: {WhyMissing}");
                return ExitCode.BadInput;
            });
            return command;
        });
    }
#endif
}
