using System.CommandLine;

namespace KentSufficiency.Cli.Orleans;

/// <summary><c>kent twin</c>: one living county, to look at and to act on.</summary>
internal sealed class TwinCommand(CommandHost host)
{
    /// <summary>Builds the command and all below it.</summary>
    public Command Build(CancellationToken cancellation)
    {
        var place = new TwinPlace(host);
        var life = new TwinLifeCommands(host, place);
        var command = new Command("twin", "One living county, kept on this machine: look at a child, act, go on day by day, and ask what may come of it.")
        {
            place.Data,
            life.BuildStart(cancellation),
            new TwinAdvanceCommand(host, place).Build(cancellation),
            new TwinShowCommand(host, place).Build(cancellation),
            new TwinActCommand(host, place).Build(cancellation),
            new TwinLogCommand(host, place).Build(cancellation),
            new TwinForkCommand(host, place).Build(cancellation),
            life.BuildStop(cancellation),
            new TwinServeCommand(host, place).Build(),
        };
        command.SetAction(parsed => parsed.RootCommandResult.Command.Parse("twin --help").Invoke(new InvocationConfiguration { Output = host.Output, Error = host.Error }));
        return command;
    }
}
