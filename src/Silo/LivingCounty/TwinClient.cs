using System.Net;
using KentSufficiency.Grains.Experiments;
using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Scenarios.Baseline;

namespace KentSufficiency.Silo.LivingCounty;

/// <summary>What somebody wants a twin to be made of; what is null is left to the twin that is there, or to what is usual.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Years">Years from start to horizon.</param>
public sealed record TwinWish(ScenarioText? Scenario, uint? Seed, int? Years)
{
    /// <summary>Why a county that is there is not what is wanted; null where it is.</summary>
    /// <param name="there">What it is made of.</param>
    internal string? Refusal(CountyDefinition there)
    {
        string? different =
            Scenario is not null && Scenario.Name != there.Scenario.Name ? Scenario.Name
            : Scenario is not null && !Scenario.Files.SequenceEqual(there.Scenario.Files) ? $"{Scenario.Name} as its file is written now"
            : Seed is uint seed && seed != there.Seed ? $"seed {seed}"
            : Years is int years && years != there.Years ? $"{years} years"
            : null;
        return different is null ? null
            : $"The county here lives in {there.Scenario.Name} with seed {there.Seed} for {there.Years} years, not in {different}. "
                + "Leave the options out to go on with it, or name another folder with --data for another county.";
    }
}

/// <summary>A connection to a running twin. One user at a time; dispose it to disconnect.</summary>
public sealed class TwinClient : IAsyncDisposable
{
    private static readonly TimeSpan s_glance = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    private readonly KentClient _client;
    private readonly TwinFolder _folder;
    private readonly TimeProvider _time;

    private TwinClient(KentClient client, TwinFolder folder, TwinRecord record, TimeProvider time)
    {
        _client = client;
        _folder = folder;
        _time = time;
        Record = record;
    }

    /// <summary>Where it was found.</summary>
    public TwinRecord Record { get; }

    /// <summary>The county.</summary>
    public ICountyGrain County => Grains.GetGrain<ICountyGrain>(CountyKeys.County(Record.Name));

    internal IGrainFactory Grains => _client.Grains;

    /// <summary>Connects to the twin of a folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="log">Where warnings go.</param>
    /// <param name="time">Measures patience.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="TwinException">None runs there.</exception>
    /// <exception cref="HostingException">It does not answer.</exception>
    public static async Task<TwinClient> ConnectAsync(TwinFolder folder, TextWriter log, TimeProvider time, CancellationToken cancellation = default)
    {
        string start = $"kent twin start{(folder.IsUsual ? "" : $" --data {folder.Path}")}";
        TwinRecord record = folder.Find() ?? throw new TwinException(
            folder.IsServed
                ? $"The twin in {folder.Path} is just starting or stopping: ask again in a moment."
                : $"No twin is running in {folder.Path}. Start it with: {start}");
        KentClient client = await KentClient.ConnectAsync(
            new ClientSettings { Cluster = TwinServer.ClusterOf(record.Name), Gateway = new IPEndPoint(IPAddress.Loopback, record.GatewayPort), Log = log },
            cancellation);
        return new TwinClient(client, folder, record, time);
    }

    /// <summary>Waits for an answer of the twin, as long as its process lives.</summary>
    /// <exception cref="TwinException">The process ended, or a grain refused; the message says which.</exception>
    public async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            Task<T> asked = ask();
            while (await Task.WhenAny(asked, Task.Delay(s_glance, _time)) != asked)
            {
                if (!_folder.IsServed)
                {
                    _ = asked.ContinueWith(late => _ = late.Exception, TaskScheduler.Default);
                    throw Lost();
                }
            }

            return await asked;
        }
        catch (Exception problem) when (problem is not (TwinException or OperationCanceledException))
        {
            throw _folder.IsServed ? new TwinException($"The twin could not do it: {problem.Message}", isFailure: true, problem) : Lost(problem);
        }
    }

    /// <summary>Where the county stands.</summary>
    /// <exception cref="TwinException">It has not begun.</exception>
    public async Task<CountyStatus> StatusAsync()
    {
        CountyStatus status = await AskAsync(() => County.GetStatus());
        return status.HasBegun ? status : throw new TwinException("The county has not begun yet: kent twin start begins it.");
    }

    /// <summary>Begins the county, or goes on with the one that is there.</summary>
    /// <param name="wish">What it is to be made of.</param>
    /// <param name="usual">What a new county is made of where the wish does not say.</param>
    /// <param name="beginning">Called before a county begins, which takes a while.</param>
    /// <exception cref="TwinException">The county that is there is another.</exception>
    public async Task<CountyStatus> BeginAsync(TwinWish wish, Func<CountyDefinition> usual, Action beginning)
    {
        CountyStatus status = await AskAsync(() => County.GetStatus());
        if (!status.HasBegun)
        {
            CountyDefinition definition = usual();
            beginning();
            return await AskAsync(() => County.Begin(definition));
        }

        CountyDefinition there = (await AskAsync(() => County.GetDefinition()))!;
        return wish.Refusal(there) is string refusal ? throw new TwinException(refusal) : status;
    }

    /// <summary>Advances the county and waits until it stands still.</summary>
    /// <param name="goal">The date at whose end to stop.</param>
    /// <param name="progress">Told where it stands a few times a second.</param>
    /// <param name="cancellation">Lets it stop at the end of the present day; the call then completes as usual.</param>
    /// <exception cref="TwinException">A day could not be lived, or the process ended.</exception>
    public async Task<CountyStatus> AdvanceAsync(DateOnly goal, IProgress<CountyStatus> progress, CancellationToken cancellation)
    {
        CountyStatus status = await AskAsync(() => County.Advance(goal));
        bool stopping = false;
        while (status.IsAdvancing)
        {
            progress.Report(status);
            if (cancellation.IsCancellationRequested && !stopping)
            {
                stopping = true;
                DateOnly present = status.Date;
                await AskAsync(() => County.Advance(present));
            }

            await Task.WhenAny(Task.Delay(s_pause, _time, stopping ? CancellationToken.None : cancellation));
            status = await AskAsync(() => County.GetStatus());
        }

        return status.Failure is string failure
            ? throw new TwinException($"{failure} The county stands at the end of {status.Date:d MMMM yyyy}; nothing that was whole is lost.", isFailure: true)
            : status;
    }

    /// <summary>What the county is made of, compiled here.</summary>
    /// <param name="compiler">Compiles; null for the data beside the program.</param>
    public async Task<CountyModel> ModelAsync(ICountyCompiler? compiler = null)
    {
        CountyDefinition definition = (await AskAsync(() => County.GetDefinition()))!;
        return new CountyModel(definition, (compiler ?? new CountyCompiler(EngineCompiler.OfProgram)).Compile(definition));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _client.DisposeAsync();

    private TwinException Lost(Exception? cause = null) => new(
        $"The twin's process has ended. What was whole is kept: kent twin start resumes at the end of the last whole day. Its log is {_folder.LogFile}.",
        isFailure: true,
        cause);
}
