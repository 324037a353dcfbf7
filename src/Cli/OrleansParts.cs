using System.CommandLine;

namespace KentSufficiency.Cli;

/// <summary>What the program has where it is built with Orleans, and lacks elsewhere. The only place that knows the difference.</summary>
internal static class OrleansParts
{
    /// <summary>The commands of silos and their database.</summary>
    public static IEnumerable<Command> Commands(CommandHost host, CancellationToken cancellation)
    {
#if WITH_ORLEANS
        return [new Orleans.SiloCommand(host).Build(cancellation), new Orleans.DatabaseCommand(host).Build(cancellation)];
#else
        return [];
#endif
    }
}
