using System.CommandLine;
using System.Globalization;
using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Silo.LivingCounty;

namespace KentSufficiency.Cli.Orleans;

/// <summary><c>kent twin show</c>: how the county, a child, a household, a district, a school or the queue stands.</summary>
internal sealed class TwinShowCommand(CommandHost host, TwinPlace place)
{
    private const string Forms = "child/ID, household/ID, home/ID, school/NAME, district/NAME or queue";

    private readonly Argument<string?> _what = new("WHAT")
    {
        Description = $"{Forms}; without it, the county as a whole. An ID is the address that lists and the event log write.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _format = TwinPlace.Format();

    /// <summary>Builds the command.</summary>
    public Command Build(CancellationToken cancellation)
    {
        var command = new Command("show", "Show how the county stands, or one of those in it.") { _what, _format };
        command.SetAction(parsed => place.With(parsed, client => ShowAsync(parsed, client), cancellation));
        return command;
    }

    private async Task<int> ShowAsync(ParseResult parsed, TwinClient client)
    {
        TwinSheet sheet = await SheetOf(parsed.GetValue(_what), client, parsed);
        sheet.Write(host.Output, parsed.GetValue(_format)!);
        return ExitCode.Done;
    }

    private async Task<TwinSheet> SheetOf(string? what, TwinClient client, ParseResult parsed)
    {
        await client.StatusAsync();
        CountyModel model = await client.ModelAsync();
        var reader = new TwinReader(client);
        var sheets = new TwinSheets(model);
        string[] parts = (what ?? "").Split('/', 2);
        return (parts[0], parts.Length > 1 ? parts[1] : "") switch
        {
            ("", "") => await Overview(client, reader, sheets, parsed),
            ("queue", "") => sheets.Queue(await reader.ConcernedAsync()),
            ("child", string id) => await reader.ChildAsync(Address(id, what!)) is var (view, child) ? sheets.Child(view, child) : throw Unknown(what!, "child"),
            ("household", string id) => await reader.HouseholdAsync(Address(id, what!)) is var (view, file) ? sheets.Household(view, file) : throw Unknown(what!, "household"),
            ("home", string id) => sheets.Pool(await reader.ConcernedAsync(), Address(id, what!)) ?? throw Unknown(what!, "home"),
            ("district", string name) => await District(reader, sheets, sheets.Find(name) ?? throw Refusal(sheets, name)),
            ("school", string name) => await School(client, reader, sheets, name),
            _ => throw new InputException($"'{what}' cannot be shown: it must be {Forms}."),
        };
    }

    private async Task<TwinSheet> Overview(TwinClient client, TwinReader reader, TwinSheets sheets, ParseResult parsed)
    {
        CountyStatus status = await client.StatusAsync();
        if (status.IsAdvancing)
        {
            return sheets.Advancing(status);
        }

        LoggedCommand[] commands = await client.AskAsync(() => client.County.GetCommands());
        return sheets.County(await reader.ConcernedAsync(), commands, client.Record.Dashboard)
            .Note($"To look closer: {place.Next(parsed, "show queue")}, or {place.Next(parsed, "show district/ashford")}");
    }

    private static async Task<TwinSheet> District(TwinReader reader, TwinSheets sheets, int district)
    {
        TwinSheet sheet = sheets.District(await reader.EverybodyAsync(), district);
        if (await reader.SchoolsAsync(district) is var (schools, files))
        {
            TwinSheets.AddSchools(sheet, schools);
            sheet.Add(TwinSheets.ListOf(files));
        }

        return sheet;
    }

    private static async Task<TwinSheet> School(TwinClient client, TwinReader reader, TwinSheets sheets, string name)
    {
        if (sheets.Find(name) is int district)
        {
            TwinSheet all = sheets.SchoolsOf(await reader.ConcernedAsync(), district);
            return await reader.SchoolsAsync(district) is var (_, files) ? all.Add(TwinSheets.ListOf(files)) : all;
        }

        if (sheets.SchoolIds.Contains(name))
        {
            return await reader.SchoolFileAsync(name) is var (date, file) ? sheets.School(date, file) : sheets.SchoolAtStart(name);
        }

        if (await reader.SchoolAsync(name) is SchoolState school)
        {
            return sheets.School(school);
        }

        LoggedCommand[] commands = await client.AskAsync(() => client.County.GetCommands());
        LoggedCommand? opening = commands.FirstOrDefault(command => command.Command.Request == CountyRequest.OpenSchool && command.Command.School == name);
        throw opening is null && sheets.SchoolIds.Any() ? NoSchool(sheets, name) : new InputException(opening is null
            ? $"There is no school named '{name}'. The name of a district shows its schools as a whole: school/ashford."
            : $"The school '{name}' opens on {opening.Date:d MMMM yyyy}.");
    }

    /// <summary>A school's id as people type it.</summary>
    public static string SchoolId(string written) => written.StartsWith("school/", StringComparison.Ordinal) ? written["school/".Length..] : written;

    /// <summary>What is wrong with a school's id.</summary>
    public static InputException NoSchool(TwinSheets sheets, string id)
    {
        string? nearest = NearestName.Of(id, sheets.SchoolIds);
        return new InputException($"There is no school '{id}'. {(nearest is null ? "show district/NAME lists the schools of a district." : $"Did you mean '{nearest}'?")}");
    }

    /// <summary>What is wrong with a district's name.</summary>
    public static InputException Refusal(TwinSheets sheets, string name)
    {
        string? nearest = NearestName.Of(name, sheets.Slugs);
        return new InputException($"There is no district '{name}'. {(nearest is null ? $"They are {string.Join(", ", sheets.Slugs)}." : $"Did you mean '{nearest}'?")}");
    }

    /// <summary>An address as people type it.</summary>
    public static ulong Address(string written, string whole) => ulong.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out ulong id)
        ? id
        : throw new InputException($"'{whole}' holds no address: it is a number such as lists and the event log write.");

    private static InputException Unknown(string what, string kind) =>
        new($"There is no {kind} of the address '{what}'. Lists such as kent twin show queue, and kent twin log --events, tell addresses.");
}
