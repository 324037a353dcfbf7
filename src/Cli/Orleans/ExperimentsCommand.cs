using System.CommandLine;

namespace KentSufficiency.Cli.Orleans;

/// <summary><c>kent experiments</c>: what silos keep of experiments.</summary>
internal sealed class ExperimentsCommand(CommandHost host)
{
    private readonly Option<string?> _data = new("--data")
    {
        HelpName = "DIR",
        Description = "The folder in which silos of this machine keep experiments [default: the user's data folder]",
        Recursive = true,
    };

    private readonly Option<string?> _cluster = new("--cluster")
    {
        HelpName = "NAME",
        Description = "Look at this cluster instead; KENT_POSTGRES, or the file named by KENT_POSTGRES_FILE, tells its database.",
        Recursive = true,
    };

    private readonly Argument<string> _id = new("ID") { Description = "The experiment, or the beginning of its name." };

    private readonly Option<string?> _out = new("--out") { HelpName = "DIR", Description = "Also write the files of the run to this folder." };

    /// <summary>Builds the command.</summary>
    public Command Build(CancellationToken cancellation)
    {
        var show = new Command("show", "Show what came of an experiment, from what is stored.") { _id, _out };
        show.SetAction(parsed => Hosting.Tell(async () =>
        {
            IExperimentShelf shelf = ShelfOf(parsed);
            return await new StoredExperiment(host).Show(shelf, await Find(shelf, parsed, cancellation), parsed.GetValue(_out), cancellation);
        }));
        var cancel = new Command("cancel", "Stop an experiment and forget what is stored of it.") { _id };
        cancel.SetAction(parsed => Hosting.Tell(async () =>
        {
            IExperimentShelf shelf = ShelfOf(parsed);
            ShelvedExperiment found = await Find(shelf, parsed, cancellation);
            await shelf.Cancel(found, cancellation);
            host.Output.WriteLine($"{found.Name} is cancelled.");
            return ExitCode.Done;
        }));
        var command = new Command("experiments", "List the experiments that silos keep: the unfinished, which kent run goes on with, and the latest finished.")
        {
            show, cancel, _data, _cluster,
        };
        command.SetAction(parsed => Hosting.Tell(() => List(ShelfOf(parsed), cancellation)));
        return command;
    }

    private async Task<int> List(IExperimentShelf shelf, CancellationToken cancellation)
    {
        IReadOnlyList<ShelvedExperiment> experiments = await shelf.List(cancellation);
        if (experiments.Count == 0)
        {
            host.Output.WriteLine("No experiment is kept here.");
        }

        int widest = experiments.Select(experiment => experiment.Name.Length).DefaultIfEmpty(0).Max();
        foreach (ShelvedExperiment experiment in experiments)
        {
            string progress = $"{experiment.Stored:#,0} of {experiment.Asked:#,0}";
            host.Output.WriteLine($"{experiment.Name.PadRight(widest)}  {experiment.State,-11}  {progress,-16}  {experiment.About}");
        }

        return ExitCode.Done;
    }

    private IExperimentShelf ShelfOf(ParseResult parsed) => parsed.GetValue(_cluster) is string name
        ? new ClusterShelf(OrleansEngines.ClusterOf(name, host), host)
        : new FolderShelf(OrleansEngines.FolderOf(parsed.GetValue(_data), host), host);

    private async Task<ShelvedExperiment> Find(IExperimentShelf shelf, ParseResult parsed, CancellationToken cancellation)
    {
        string id = parsed.GetValue(_id)!;
        ShelvedExperiment[] found = [.. (await shelf.List(cancellation)).Where(entry => entry.Name.StartsWith(id, StringComparison.Ordinal))];
        return found.FirstOrDefault(entry => entry.Name == id) ?? found.Length switch
        {
            1 => found[0],
            0 => throw new InputException($"No experiment is called '{id}': kent experiments lists those that there are."),
            _ => throw new InputException($"{found.Length} experiments begin with '{id}': {string.Join(", ", found.Select(entry => entry.Name))}."),
        };
    }
}
