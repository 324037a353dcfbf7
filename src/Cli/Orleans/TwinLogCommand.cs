using System.Buffers;
using System.CommandLine;
using System.Text;
using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.Silo.LivingCounty;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Cli.Orleans;

/// <summary><c>kent twin log</c>: what was asked of the county, or all that happened in it.</summary>
internal sealed class TwinLogCommand(CommandHost host, TwinPlace place)
{
    private readonly Option<DateOnly?> _from = TwinPlace.Date("--from", "The first date to tell of.");
    private readonly Option<DateOnly?> _to = TwinPlace.Date("--to", "The last date to tell of.");
    private readonly Option<bool> _events = new("--events") { Description = "Tell all that happened instead, a line of JSON for each event, as in events.jsonl of kent run." };

    /// <summary>Builds the command.</summary>
    public Command Build(CancellationToken cancellation)
    {
        var command = new Command("log", "Tell what was asked of the county and what became of it.") { _from, _to, _events };
        command.SetAction(parsed => place.With(
            parsed, client => parsed.GetValue(_events) ? EventsAsync(parsed, client, cancellation) : CommandsAsync(parsed, client), cancellation));
        return command;
    }

    private async Task<int> CommandsAsync(ParseResult parsed, TwinClient client)
    {
        await client.StatusAsync();
        LoggedCommand[] logged = await client.AskAsync(() => client.County.GetCommands());
        (DateOnly from, DateOnly to) = Between(parsed);
        LoggedCommand[] told = [.. logged.Where(command => command.Date >= from && command.Date <= to)];
        if (told.Length == 0)
        {
            host.Output.WriteLine(logged.Length == 0 ? "Nobody has asked anything of the county yet: kent twin act --help tells what can be asked." : "Nothing was asked between these dates.");
            return ExitCode.Done;
        }

        string[] districts = (await client.ModelAsync()).Parameters.Districts;
        var list = new TwinList("Commands", "acts on", "command", "outcome", "id");
        foreach (LoggedCommand command in told)
        {
            list.Add(command.Date, CommandWords.Of(command.Command, districts), CommandWords.Outcome(command), command.Command.Id);
        }

        list.Write(host.Output);
        return ExitCode.Done;
    }

    private async Task<int> EventsAsync(ParseResult parsed, TwinClient client, CancellationToken cancellation)
    {
        CountyStatus status = await client.StatusAsync();
        (DateOnly from, DateOnly to) = Between(parsed);
        DateOnly eve = status.Date.AddDays(-status.Marker - 1);
        using var lines = new EventLines();
        var text = new ArrayBufferWriter<byte>();

        // The whole lead-in stands on the eve of the start.
        for (DateOnly date = from > eve && from <= status.Date ? from : eve; date <= status.Date && (date <= to || date == eve); date = date.AddDays(1))
        {
            cancellation.ThrowIfCancellationRequested();
            DateOnly day = date;
            DayPage? page = await client.AskAsync(() => client.County.GetDay(day));
            foreach (EventRecord happened in (page?.Events ?? []).Where(happened => happened.Date >= from && happened.Date <= to))
            {
                lines.Write(status.Scenario, happened, text);
            }

            host.Output.Write(Encoding.UTF8.GetString(text.WrittenSpan));
            text.ResetWrittenCount();
        }

        await host.Output.FlushAsync(cancellation);
        return ExitCode.Done;
    }

    private (DateOnly From, DateOnly To) Between(ParseResult parsed)
    {
        (DateOnly from, DateOnly to) = (parsed.GetValue(_from) ?? DateOnly.MinValue, parsed.GetValue(_to) ?? DateOnly.MaxValue);
        return from <= to ? (from, to) : throw new InputException($"--from {from:yyyy-MM-dd} lies after --to {to:yyyy-MM-dd}.");
    }
}
