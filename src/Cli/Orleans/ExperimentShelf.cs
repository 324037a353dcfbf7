using KentSufficiency.Grains.Experiments;
using KentSufficiency.Silo;
using KentSufficiency.Silo.Experiments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KentSufficiency.Cli.Orleans;

/// <summary>An experiment that is kept somewhere.</summary>
/// <param name="Name">What people call it; begins with its id.</param>
/// <param name="State">How it stands, in a word.</param>
/// <param name="Stored">Replications stored.</param>
/// <param name="Asked">Replications asked for.</param>
/// <param name="About">Its scenarios, years and seed.</param>
internal sealed record ShelvedExperiment(string Name, string State, int Stored, int Asked, string About)
{
    /// <summary>Whether all of it is there.</summary>
    public bool IsWhole => Asked > 0 && Stored >= Asked;

    /// <summary>In a line what an experiment is about.</summary>
    public static string Describe(IReadOnlyList<string> scenarios, int years, uint seed)
    {
        string named = scenarios.Count <= 3 ? string.Join(", ", scenarios) : $"{scenarios[0]}, {scenarios[1]} and {scenarios.Count - 2} more";
        return $"{named}; {(years == 1 ? "1 year" : $"{years:#,0} years")}, seed {seed}";
    }
}

/// <summary>Where experiments are kept.</summary>
internal interface IExperimentShelf
{
    /// <summary>All of them, the latest first.</summary>
    Task<IReadOnlyList<ShelvedExperiment>> List(CancellationToken cancellation);

    /// <summary>Cancels one, wherever it runs.</summary>
    Task Cancel(ShelvedExperiment experiment, CancellationToken cancellation);

    /// <summary>Does something with the grains of one.</summary>
    Task<T> Visit<T>(ShelvedExperiment experiment, Func<ExperimentClient, IGrainFactory, Task<T>> visit, CancellationToken cancellation);
}

/// <summary>The data folder of this machine.</summary>
internal sealed class FolderShelf(ExperimentFolder folder, CommandHost host) : IExperimentShelf
{
    public Task<IReadOnlyList<ShelvedExperiment>> List(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ShelvedExperiment>>([.. folder.List().Select(entry => new ShelvedExperiment(
            entry.Name,
            entry.Note.Stage == NoteStage.Unfinished ? (entry.IsAtWork ? "running" : "interrupted") : entry.Note.Stage.ToString().ToLowerInvariant(),
            Math.Min(entry.Note.Stored, entry.Note.Replications),
            entry.Note.Replications,
            ShelvedExperiment.Describe(entry.Note.Scenarios, entry.Note.Years, entry.Note.Seed)))]);

    public Task Cancel(ShelvedExperiment experiment, CancellationToken cancellation)
    {
        using ExperimentPlace? place = folder.TryOpen(experiment.Name);
        if (place is null)
        {
            folder.AskToCancel(experiment.Name);
        }
        else
        {
            place.Delete();
        }

        return Task.CompletedTask;
    }

    public async Task<T> Visit<T>(ShelvedExperiment experiment, Func<ExperimentClient, IGrainFactory, Task<T>> visit, CancellationToken cancellation)
    {
        using ExperimentPlace place = folder.TryOpen(experiment.Name)
            ?? throw new InputException($"{experiment.Name} is running: {experiment.Stored:#,0} of {experiment.Asked:#,0} replications are stored.");
        using IHost silo = await KentSilo.StartAsync(SiloSettings.Embedded(place.Database) with { Cores = 1, Log = host.Error }, cancellation: cancellation);
        IGrainFactory grains = silo.Services.GetRequiredService<IGrainFactory>();
        T result = await visit(new ExperimentClient(grains, place.Note!.Id, host.Time), grains);
        await silo.StopAsync(CancellationToken.None);
        return result;
    }
}

/// <summary>A cluster.</summary>
internal sealed class ClusterShelf(ClientSettings settings, CommandHost host) : IExperimentShelf
{
    public async Task<IReadOnlyList<ShelvedExperiment>> List(CancellationToken cancellation)
    {
        await using KentClient client = await KentClient.ConnectAsync(settings, cancellation);
        var experiments = new List<ShelvedExperiment>();
        foreach (ExperimentEntry entry in await client.Grains.GetGrain<IExperimentDirectoryGrain>(ExperimentKeys.Directory).List())
        {
            ExperimentStatus status = await new ExperimentClient(client.Grains, entry.Id, host.Time).GetStatus(cancellation);
            experiments.Add(new ShelvedExperiment(
                entry.Id,
                status.Stage == ExperimentStage.Stopped ? "interrupted" : status.Stage.ToString().ToLowerInvariant(),
                Math.Min(status.Runs / entry.Scenarios.Count, status.Target),
                status.Target,
                ShelvedExperiment.Describe(entry.Scenarios, entry.Years, entry.Seed)));
        }

        return experiments;
    }

    public Task Cancel(ShelvedExperiment experiment, CancellationToken cancellation) => Visit(
        experiment,
        async (client, _) =>
        {
            await client.Cancel(cancellation);
            return true;
        },
        cancellation);

    public async Task<T> Visit<T>(ShelvedExperiment experiment, Func<ExperimentClient, IGrainFactory, Task<T>> visit, CancellationToken cancellation)
    {
        await using KentClient client = await KentClient.ConnectAsync(settings, cancellation);
        return await visit(new ExperimentClient(client.Grains, experiment.Name, host.Time), client.Grains);
    }
}
