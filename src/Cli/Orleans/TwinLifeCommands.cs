using System.CommandLine;
using System.Text.RegularExpressions;
using KentSufficiency.Grains.Experiments;
using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Silo.LivingCounty;

namespace KentSufficiency.Cli.Orleans;

/// <summary><c>kent twin start</c> and <c>kent twin stop</c>.</summary>
internal sealed partial class TwinLifeCommands(CommandHost host, TwinPlace place)
{
    private const string UsualScenario = "baseline-2019";
    private const uint UsualSeed = 1;
    private const int UsualYears = 10;

    private readonly Option<string?> _scenario = new("--scenario")
    {
        HelpName = "SCENARIO",
        Description = $"The scenario a new county lives in: a shipped one, or the path of a .yaml file [default: {UsualScenario}]",
    };

    private readonly Option<uint?> _seed = new("--seed")
    {
        HelpName = "N",
        Description = $"The luck of a new county; the same seed gives the same days [default: {UsualSeed}]",
    };

    private readonly Option<int> _years = NumberOption.Create<int>("--years", 1, 50, null, $"How far a new county can go, in years from its start [default: {UsualYears}]");
    private readonly Option<string> _name = NameOption();
    private readonly Option<int> _http = HttpOption();

    /// <summary>The county's name in the store.</summary>
    public static Option<string> NameOption()
    {
        var option = new Option<string>("--name")
        {
            HelpName = "NAME",
            Description = "The county's name, where a folder or a database keeps several.",
            DefaultValueFactory = _ => "kent",
        };
        option.Validators.Add(result =>
        {
            string written = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (written.Length > 0 && !NamePattern().IsMatch(written))
            {
                result.AddError($"--name must be up to 40 small letters, digits and hyphens, a letter first; found '{written}'.");
            }
        });
        return option;
    }

    /// <summary>The port of the dashboard.</summary>
    public static Option<int> HttpOption() => NumberOption.Create<int>(
        "--http", 1, 65535, null, "Show the actors at work on http://localhost:N/dashboard/; not unless said.");

    /// <summary>Builds <c>kent twin start</c>.</summary>
    public Command BuildStart(CancellationToken cancellation)
    {
        var command = new Command("start", "Begin the county, or go on with the one that is kept in the folder; it then waits in the background.")
        {
            _scenario, _seed, _years, _name, _http,
        };
        command.SetAction(parsed => place.Tell(() => StartAsync(parsed, cancellation)));
        return command;
    }

    /// <summary>Builds <c>kent twin stop</c>.</summary>
    public Command BuildStop(CancellationToken cancellation)
    {
        var command = new Command("stop", "Stop the process in the background; the county is kept.");
        command.SetAction(parsed => place.Tell(() => StopAsync(parsed, cancellation)));
        return command;
    }

    private async Task<int> StartAsync(ParseResult parsed, CancellationToken cancellation)
    {
        TwinFolder folder = place.FolderOf(parsed);
        TwinWish wish = Wish(parsed);
        bool wasServed = folder.IsServed;
        if (!wasServed)
        {
            await TwinProcess.StartAsync(folder, Arguments(parsed, folder), host.Time, cancellation);
        }

        await using TwinClient client = await TwinClient.ConnectAsync(folder, TextWriter.Null, host.Time, cancellation);
        RefuseOtherProcess(parsed, client.Record, wasServed);
        bool isNew = false;
        try
        {
            CountyStatus status = await client.BeginAsync(wish, () => Usual(wish), () => isNew = TellBeginning()).WaitAsync(cancellation);
            await TellStarted(parsed, client, status, wasServed ? "is running already" : isNew ? "has begun" : "goes on");
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            host.Error.WriteLine($"The county goes on beginning in the background: {place.Next(parsed, "start")} waits for it, {place.Next(parsed, "stop")} ends it.");
            return ExitCode.Interrupted;
        }
        catch (TwinException) when (!wasServed)
        {
            await TwinProcess.StopAsync(folder, client.Record, host.Time, CancellationToken.None);
            throw;
        }
    }

    private async Task<int> StopAsync(ParseResult parsed, CancellationToken cancellation)
    {
        TwinFolder folder = place.FolderOf(parsed);
        if (folder.Find() is not TwinRecord record)
        {
            throw new TwinException(folder.IsServed
                ? $"The twin in {folder.Path} is just starting or stopping: ask again in a moment."
                : $"No twin is running in {folder.Path}.");
        }

        if (!await TwinProcess.StopAsync(folder, record, host.Time, cancellation))
        {
            throw new TwinException($"Process {record.ProcessId} has not ended after two minutes; it may be killed, nothing that was whole is lost.", isFailure: true);
        }

        host.Output.WriteLine($"The twin has stopped. The county is kept in {record.Store}; {place.Next(parsed, "start")} goes on with it.");
        return ExitCode.Done;
    }

    private TwinWish Wish(ParseResult parsed)
    {
        int years = parsed.GetValue(_years);
        return new TwinWish(parsed.GetValue(_scenario) is string name ? Load(name) : null, parsed.GetValue(_seed), years == 0 ? null : years);
    }

    private CountyDefinition Usual(TwinWish wish)
    {
        var model = ModelIdentity.OfProgram();
        return new CountyDefinition
        {
            Scenario = wish.Scenario ?? Load(UsualScenario),
            Seed = wish.Seed ?? UsualSeed,
            Years = wish.Years ?? UsualYears,
            DataHash = model.DataHash,
            Version = model.Version,
        };
    }

    private KentSufficiency.Grains.Experiments.ScenarioText Load(string name)
    {
        Scenario scenario = new ScenarioLibrary(host.Levers(), host.ScenarioDirectory).Load(name);
        return scenario.IsValidation
            ? throw new InputException($"{name} is a validation scenario, which checks the model; a county lives in a baseline or a strategy.")
            : KentSufficiency.Grains.Experiments.ScenarioText.Of(scenario);
    }

    private IEnumerable<string> Arguments(ParseResult parsed, TwinFolder folder)
    {
        int http = parsed.GetValue(_http);
        return ["twin", TwinServeCommand.Verb, "--data", folder.Path, "--name", parsed.GetValue(_name)!, .. http == 0 ? [] : (string[])["--http", $"{http}"]];
    }

    private void RefuseOtherProcess(ParseResult parsed, TwinRecord record, bool wasServed)
    {
        if (wasServed && parsed.GetResult(_name) is { Implicit: false } && parsed.GetValue(_name) != record.Name)
        {
            throw new InputException($"The twin that runs here is named {record.Name}: stop it first, or name another folder with --data.");
        }

        if (wasServed && parsed.GetValue(_http) != 0)
        {
            throw new InputException("The twin is running already, and --http is for its start: stop it first.");
        }
    }

    private bool TellBeginning()
    {
        host.Error.WriteLine("Beginning a county: the year before its start is simulated, and everybody in it gets a record of their own. This takes a moment.");
        return true;
    }

    private async Task TellStarted(ParseResult parsed, TwinClient client, CountyStatus status, string what)
    {
        CountyDefinition made = (await client.AskAsync(() => client.County.GetDefinition()))!;
        host.Output.WriteLine(
            $"The county of {made.Scenario.Name} (seed {made.Seed}) {what}: it stands at the end of {status.Date:d MMMM yyyy} and can go on to {status.Horizon:d MMMM yyyy}.");
        if (!status.IsAdvancing)
        {
            host.Output.WriteLine(CountySummary.Of(await new TwinReader(client).ConcernedAsync()).InALine);
        }

        if (client.Record.Dashboard is string dashboard)
        {
            host.Output.WriteLine($"The actors at work: {dashboard}");
        }

        host.Output.WriteLine("Try next:");
        foreach ((string command, string why) in (ReadOnlySpan<(string, string)>)
        [
            ("advance --months 1", "live a month"),
            ("show queue", "who waits for a home"),
            ("show district/ashford", "a district, its children and its homes"),
            ("act arrive --kind unaccompanied --count 20", "what if twenty children arrive tomorrow?"),
            ("fork --out from-here", "what may come of it, with a range"),
        ])
        {
            host.Output.WriteLine($"  {place.Next(parsed, command),-55}  {why}");
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}\\z")]
    private static partial Regex NamePattern();
}
