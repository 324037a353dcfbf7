using System.CommandLine;
using System.CommandLine.Parsing;
using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Silo.LivingCounty;

namespace KentSufficiency.Cli.Orleans;

/// <summary><c>kent twin advance</c>: the county lives on.</summary>
internal sealed class TwinAdvanceCommand(CommandHost host, TwinPlace place)
{
    private readonly Option<DateOnly?> _to = TwinPlace.Date("--to", "Go on to the end of this date.");
    private readonly Option<int> _days = NumberOption.Create<int>("--days", 1, 20_000, null, "Go on for so many days.");
    private readonly Option<int> _months = NumberOption.Create<int>("--months", 1, 600, null, "Go on for so many months.");
    private readonly Option<bool> _quiet = new("--quiet") { Description = "Tell no progress, only the result." };

    /// <summary>Builds the command.</summary>
    public Command Build(CancellationToken cancellation)
    {
        var command = new Command("advance", "Let the county live on, day by day. Ctrl-C stops it at the end of the present day.") { _to, _days, _months, _quiet };
        command.Validators.Add(RequireOne);
        command.SetAction(parsed => place.With(parsed, client => AdvanceAsync(parsed, client, cancellation)));
        return command;
    }

    private async Task<int> AdvanceAsync(ParseResult parsed, TwinClient client, CancellationToken cancellation)
    {
        CountyStatus before = await client.StatusAsync();
        DateOnly goal = Goal(parsed, before);
        long started = host.Time.GetTimestamp();
        CountyStatus after = await TwinProgress.For(parsed.GetValue(_quiet), host).During(
            before, goal, progress => client.AdvanceAsync(goal, progress, cancellation));
        TimeSpan took = host.Time.GetElapsedTime(started);
        int days = after.Marker - before.Marker;
        long wakes = after.Wakes - before.Wakes;
        host.Output.WriteLine(
            $"The county stands at the end of {after.Date:d MMMM yyyy}: {Count(days, "day")} and {Count(wakes, "wake")} in {took.TotalSeconds:#,0.0} s"
            + $" ({days / took.TotalSeconds:#,0.0} days and {wakes / took.TotalSeconds:#,0} wakes a second).");
        await TellCommands(client, before.Date, after.Date);
        host.Output.WriteLine(CountySummary.Of(await new TwinReader(client).ConcernedAsync()).InALine);
        if (after.Date >= goal)
        {
            return ExitCode.Done;
        }

        host.Error.WriteLine($"Stopped before {goal:d MMMM yyyy}; {place.Next(parsed, $"advance --to {goal:yyyy-MM-dd}")} goes on.");
        return ExitCode.Interrupted;
    }

    private DateOnly Goal(ParseResult parsed, CountyStatus status)
    {
        DateOnly goal = parsed.GetValue(_to) ?? (parsed.GetValue(_days) is int days and > 0 ? status.Date.AddDays(days) : AddMonths(status.Date, parsed.GetValue(_months)));
        if (goal > status.Horizon)
        {
            throw new InputException($"The county can go on to {status.Horizon:yyyy-MM-dd} ({status.Horizon:d MMMM yyyy}), its horizon, and not to {goal:yyyy-MM-dd}.");
        }

        return goal >= status.Date ? goal
            : throw new InputException($"The county stands at the end of {status.Date:yyyy-MM-dd} already, and goes one way only: {goal:yyyy-MM-dd} has passed.");
    }

    /// <summary>What became of the commands that acted on the days just lived.</summary>
    private async Task TellCommands(TwinClient client, DateOnly after, DateOnly until)
    {
        LoggedCommand[] logged = await client.AskAsync(() => client.County.GetCommands());
        LoggedCommand[] acted = [.. logged.Where(command => command.Date > after && command.Date <= until && command.Outcome is not null)];
        if (acted.Length == 0)
        {
            return;
        }

        string[] districts = (await client.ModelAsync()).Parameters.Districts;
        foreach (LoggedCommand command in acted)
        {
            host.Output.WriteLine($"  {command.Date:d MMMM yyyy}: {CommandWords.Of(command.Command, districts)}: {CommandWords.Outcome(command)}");
        }
    }

    private void RequireOne(CommandResult result)
    {
        Option[] ways = [_to, _days, _months];
        if (ways.Count(way => result.GetResult(way) is { Implicit: false }) != 1)
        {
            result.AddError("Say how far, in one way: --to DATE, --days N or --months N.");
        }
    }

    /// <summary>The same day of a later month, or its last day where this is a month's last.</summary>
    private static DateOnly AddMonths(DateOnly date, int months)
    {
        DateOnly there = date.AddMonths(months);
        return date.AddDays(1).Day == 1 ? new DateOnly(there.Year, there.Month, DateTime.DaysInMonth(there.Year, there.Month)) : there;
    }

    private static string Count(long number, string what) => $"{number:#,0} {what}{(number == 1 ? "" : "s")}";
}
