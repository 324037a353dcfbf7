using System.CommandLine;
using System.Globalization;
using KentSufficiency.Silo.LivingCounty;

namespace KentSufficiency.Cli.Orleans;

/// <summary>What all commands of <c>kent twin</c> share: where the twin is, how it is reached, and how what went wrong is told.</summary>
internal sealed class TwinPlace(CommandHost host)
{
    /// <summary>The data folder.</summary>
    public Option<string?> Data { get; } = new("--data")
    {
        HelpName = "DIR",
        Description = "The folder in which the county is kept [default: the user's data folder]",
        Recursive = true,
    };

    /// <summary>How results are told.</summary>
    public static Option<string> Format()
    {
        var format = new Option<string>("--format") { HelpName = "text|json", Description = "How to tell it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        return format;
    }

    /// <summary>An option that takes a date.</summary>
    public static Option<DateOnly?> Date(string name, string description) => new(name)
    {
        HelpName = "DATE",
        Description = description,
        CustomParser = result =>
        {
            string written = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
            {
                return date;
            }

            result.AddError($"{name} must be a date such as 2020-07-31; found '{written}'.");
            return null;
        },
    };

    /// <summary>The folder that a command names.</summary>
    public TwinFolder FolderOf(ParseResult parsed) =>
        new(parsed.GetValue(Data) is string folder ? Path.Combine(host.CurrentDirectory, folder) : null);

    /// <summary>A command to type next, for the same folder.</summary>
    public string Next(ParseResult parsed, string command) => $"kent twin {command}{(parsed.GetValue(Data) is string folder ? $" --data {folder}" : "")}";

    /// <summary>Does the work with a running twin.</summary>
    public int With(ParseResult parsed, Func<TwinClient, Task<int>> work, CancellationToken cancellation = default) => Tell(async () =>
    {
        await using TwinClient client = await TwinClient.ConnectAsync(FolderOf(parsed), TextWriter.Null, host.Time, cancellation);
        return await work(client);
    });

    /// <summary>Waits for work, and tells what went wrong in one line.</summary>
    /// <exception cref="InputException">It cannot be done as it was asked for.</exception>
    public int Tell(Func<Task<int>> work)
    {
        try
        {
            return Hosting.Tell(work);
        }
        catch (TwinException problem) when (problem.IsFailure)
        {
            host.Error.WriteLine(host.Debug ? problem.ToString() : problem.Message);
            return ExitCode.Failed;
        }
        catch (TwinException problem)
        {
            throw new InputException(problem.Message, problem);
        }
    }
}
