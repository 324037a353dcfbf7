using System.CommandLine;
using System.Globalization;
using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Silo.LivingCounty;

namespace KentSufficiency.Cli.Orleans;

/// <summary><c>kent twin act</c>: what people ask of a living county. It acts in the morning of the next day.</summary>
internal sealed class TwinActCommand(CommandHost host, TwinPlace place)
{
    private static readonly Dictionary<string, ArrivalKind> s_kinds = new()
    {
        ["unaccompanied"] = ArrivalKind.Unaccompanied,
        ["referral"] = ArrivalKind.Referral,
        ["early-help"] = ArrivalKind.EarlyHelp,
    };

    private readonly Argument<string> _child = new("CHILD") { HelpName = "child/ID", Description = "The child." };
    private readonly Argument<string> _household = new("HOUSEHOLD") { HelpName = "household/ID", Description = "The household." };
    private readonly Argument<string> _school = new("NAME") { HelpName = "NAME", Description = "The school's name, in small letters, digits and hyphens." };
    private readonly Option<string> _kind = new("--kind") { HelpName = "KIND", Description = "unaccompanied, referral or early-help.", Required = true };
    private readonly Option<string?> _district = new("--district") { HelpName = "NAME", Description = "The district; not for unaccompanied children, who arrive at the coast." };
    private readonly Option<string> _where = new("--district") { HelpName = "NAME", Description = "The school's district.", Required = true };
    private readonly Option<int> _count = NumberOption.Create("--count", 1, CountyCommand.MostArrivals, 1, "How many.");
    private readonly Option<int> _places = NumberOption.Create<int>("--places", 1, 10_000, null, "Places in all.");

    private readonly Option<string> _which = new("--school") { HelpName = "ID", Description = "The school, as show district/NAME lists it.", Required = true };
    private readonly Option<int> _more = NumberOption.Create<int>("--places", 1, 420, null, "Places in a year group; of a special school in all.");
    private readonly Option<string> _from = new("--from") { HelpName = "DATE", Description = "The 1 September from which on, such as 2021-09-01.", Required = true };

    private readonly Option<string?> _id = new("--id")
    {
        HelpName = "ID",
        Description = "A name for the command: the same name and words again are the same command, done once [default: a fresh one]",
        Recursive = true,
    };

    /// <summary>Builds the command.</summary>
    public Command Build(CancellationToken cancellation)
    {
        _kind.AcceptOnlyFromAmong([.. s_kinds.Keys]);
        _places.Required = _more.Required = true;
        return new Command("act", "Ask something of the county; it acts in the morning of the next day.")
        {
            _id,
            Verb("place", "A child moves in with a household.", [_child, _household], Placing, cancellation),
            Verb("close-home", "A household fosters no longer; all who live there need a home the same night.", [_household], Closing, cancellation),
            Verb("arrive", "Children arrive who would not have come by themselves.", [_kind, _district, _count], Arriving, cancellation),
            Verb("enlarge", "A school is to have more places: a scheme begins, and goes its way.", [_which, _more, _from], Ordering(CountyRequest.EnlargeSchool), cancellation),
            Verb("bulge", "A school is to have a bulge class in one September.", [_which, _more, _from], Ordering(CountyRequest.BulgeClass), cancellation),
            Verb("close-school", "A school is to close.", [_which, _from], Ordering(CountyRequest.CloseSchool), cancellation),
            Verb("open-school", "A school opens, in a county that does not live its school years.", [_school, _where, _places], Opening, cancellation),
        };
    }

    private Command Verb(string name, string description, Symbol[] takes, Func<ParseResult, TwinSheets, CountyCommand> read, CancellationToken cancellation)
    {
        var command = new Command(name, description);
        foreach (Symbol symbol in takes)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        command.SetAction(parsed => place.With(parsed, client => ActAsync(parsed, client, read), cancellation));
        return command;
    }

    private async Task<int> ActAsync(ParseResult parsed, TwinClient client, Func<ParseResult, TwinSheets, CountyCommand> read)
    {
        await client.StatusAsync();
        CountyModel model = await client.ModelAsync();
        CountyCommand command = read(parsed, new TwinSheets(model)) with { Id = parsed.GetValue(_id) ?? FreshId() };
        CommandReceipt receipt = await client.AskAsync(() => client.County.Act(command));
        if (!receipt.Accepted)
        {
            throw new InputException($"Refused: {receipt.Words}");
        }

        host.Output.WriteLine($"{receipt.Day:d MMMM yyyy}, in the morning: {CommandWords.Of(command, model.Parameters.Districts)} (id {command.Id}).");
        host.Output.WriteLine($"{receipt.Words} {place.Next(parsed, "advance --days 1")} lives that day; {place.Next(parsed, "log")} tells what became of it.");
        return ExitCode.Done;
    }

    private CountyCommand Placing(ParseResult parsed, TwinSheets sheets) => new()
    {
        Request = CountyRequest.Place,
        Child = Address(parsed.GetValue(_child)!, "child"),
        Household = Address(parsed.GetValue(_household)!, "household"),
    };

    private CountyCommand Closing(ParseResult parsed, TwinSheets sheets) => new()
    {
        Request = CountyRequest.CloseHome,
        Household = Address(parsed.GetValue(_household)!, "household"),
    };

    private CountyCommand Arriving(ParseResult parsed, TwinSheets sheets)
    {
        ArrivalKind kind = s_kinds[parsed.GetValue(_kind)!];
        string? district = parsed.GetValue(_district);
        if (kind == ArrivalKind.Unaccompanied != (district is null))
        {
            throw new InputException(district is null
                ? $"Where? Children who are not unaccompanied come from a district: --district NAME, one of {string.Join(", ", sheets.Slugs)}."
                : "Unaccompanied children arrive at the coast: leave --district out.");
        }

        return new CountyCommand
        {
            Request = CountyRequest.Arrive,
            Kind = kind,
            District = district is null ? 0 : District(sheets, district),
            Count = parsed.GetValue(_count),
        };
    }

    private CountyCommand Opening(ParseResult parsed, TwinSheets sheets)
    {
        string name = TwinShowCommand.SchoolId(parsed.GetValue(_school)!);
        if (sheets.Find(name) is not null)
        {
            throw new InputException($"'{name}' is the name of a district; give the school another.");
        }

        return new CountyCommand
        {
            Request = CountyRequest.OpenSchool,
            School = name,
            District = District(sheets, parsed.GetValue(_where)!),
            Count = parsed.GetValue(_places),
        };
    }

    private Func<ParseResult, TwinSheets, CountyCommand> Ordering(CountyRequest request) => (parsed, sheets) =>
    {
        string id = TwinShowCommand.SchoolId(parsed.GetValue(_which)!);
        string from = parsed.GetValue(_from)!;
        return !sheets.SchoolIds.Contains(id) ? throw TwinShowCommand.NoSchool(sheets, id)
            : !DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? throw new InputException($"'{from}' is no date: it looks like 2021-09-01.")
            : new CountyCommand
            {
                Request = request,
                School = id,
                From = date,
                Count = request == CountyRequest.CloseSchool ? 0 : parsed.GetValue(_more),
            };
    };

    private static int District(TwinSheets sheets, string name) => sheets.Find(name) ?? throw TwinShowCommand.Refusal(sheets, name);

    private static ulong Address(string written, string kind) =>
        written.StartsWith($"{kind}/", StringComparison.Ordinal) && ulong.TryParse(written[(kind.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out ulong id)
            ? id
            : throw new InputException($"'{written}' is no address of a {kind}: it looks like {kind}/1234, as lists and the event log write it.");

    /// <summary>The moment and the process: nobody else has both.</summary>
    private string FreshId() => $"{host.Time.GetUtcNow():yyyyMMdd-HHmmss-fffffff}-{Environment.ProcessId}";
}
