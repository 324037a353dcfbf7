using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.GrainsTests.LivingCounty;
using KentSufficiency.Silo.LivingCounty;
using KentSufficiency.Silo.Storage;
using KentSufficiency.Simulation.County;
using Microsoft.Extensions.DependencyInjection;

namespace KentSufficiency.SiloTests.LivingCounty;

/// <summary>The small county, served and asked in this process.</summary>
internal sealed class RunningTwin : IAsyncDisposable
{
    public const uint Seed = 3;

    private RunningTwin(TwinServer server, TwinClient client)
    {
        Server = server;
        Client = client;
    }

    public TwinServer Server { get; }

    public TwinClient Client { get; }

    public static TwinServerSettings Settings(TwinFolder folder, PostgreSqlConnection? database = null) =>
        new() { Folder = folder, Name = "small", Log = TextWriter.Null, PostgreSql = database };

    public static Task<TwinServer> ServeAsync(TwinFolder folder, PostgreSqlConnection? database = null) =>
        TwinServer.StartAsync(Settings(folder, database), silo => silo.Services.AddSingleton<ICountyCompiler, SmallCounty>());

    public static async Task<RunningTwin> StartAsync(TwinFolder folder, PostgreSqlConnection? database = null)
    {
        TwinServer server = await ServeAsync(folder, database);
        return new RunningTwin(server, await TwinClient.ConnectAsync(folder, TextWriter.Null, TimeProvider.System));
    }

    public Task<CountyStatus> BeginAsync(uint? seed = null) =>
        Client.BeginAsync(new TwinWish(null, seed, null), () => SmallCounty.Definition(seed ?? Seed), () => { });

    /// <summary>Advances to a day counted from the start.</summary>
    public Task<CountyStatus> AdvanceAsync(int day, Action<CountyStatus>? see = null, CancellationToken cancellation = default) =>
        Client.AdvanceAsync(SmallCounty.Parameters.Start.AddDays(day), new Seen(see), cancellation);

    /// <summary>The event log until the present day.</summary>
    public async Task<List<EventRecord>> EventsAsync()
    {
        CountyStatus status = await Client.StatusAsync();
        var events = new List<EventRecord>();
        for (int day = -1; day <= status.Marker; day++)
        {
            DateOnly date = SmallCounty.Parameters.Start.AddDays(day);
            events.AddRange((await Client.AskAsync(() => Client.County.GetDay(date)))!.Events);
        }

        return events;
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Server.DisposeAsync();
    }

    private sealed class Seen(Action<CountyStatus>? see) : IProgress<CountyStatus>
    {
        public void Report(CountyStatus value) => see?.Invoke(value);
    }
}
