using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.GrainsTests.LivingCounty;
using KentSufficiency.Silo.LivingCounty;
using KentSufficiency.Silo.Storage;
using KentSufficiency.SiloTests.PostgreSql;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SiloTests.LivingCounty;

/// <summary>A twin that is served, stopped and served again lives the kernel's days; its folder always tells the truth about it.</summary>
public sealed class TwinServerTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>, IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    private TwinFolder Folder => new(_temporary.In("twin"));

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public Task A_county_that_is_stopped_and_served_again_goes_on_as_if_nothing_had_been() => LivesOnOverAStop(null);

    [PostgreSqlFact]
    public async Task So_does_one_that_is_kept_in_PostgreSQL()
    {
        PostgreSqlConnection database = await server.CreateDatabaseAsync();
        await using (var tables = StorageDatabase.PostgreSql(database))
        {
            await StorageMigration.ApplyAsync(tables);
        }

        await LivesOnOverAStop(database);
        Assert.False(File.Exists(Folder.DatabaseFile));

        // The same county from another folder, as from another machine.
        await using RunningTwin twin = await RunningTwin.StartAsync(Folder, database);
        TwinException refused = await Assert.ThrowsAsync<TwinException>(() => RunningTwin.ServeAsync(new TwinFolder(_temporary.In("other")), database));
        Assert.Contains("Another process serves the county small", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_of_a_month_is_the_kernels_byte_for_byte()
    {
        await using RunningTwin twin = await RunningTwin.StartAsync(Folder);
        await twin.BeginAsync();
        CountyStatus status = await twin.AdvanceAsync(30);

        Assert.Equal(SmallCounty.OfKernel(RunningTwin.Seed).Events.TakeWhile(happened => happened.Date <= status.Date), await twin.EventsAsync());
    }

    [Fact]
    public async Task A_folder_has_one_server_and_a_stale_record_is_known()
    {
        await using (TwinServer first = await RunningTwin.ServeAsync(Folder))
        {
            Assert.Equal((Environment.ProcessId, "small"), (Folder.Find()!.ProcessId, Folder.Find()!.Name));
            TwinException refused = await Assert.ThrowsAsync<TwinException>(() => RunningTwin.ServeAsync(Folder));
            Assert.Contains("Another process serves the twin", refused.Message, StringComparison.Ordinal);
            Assert.NotNull(Folder.Find()); // Whoever was refused took nothing away.
        }

        // As a killed process leaves it.
        Folder.Tell(new TwinRecord(1, "small", 1, null, "kent.db"));
        Assert.False(Folder.IsServed);
        Assert.Null(Folder.Find());
        TwinException absent = await Assert.ThrowsAsync<TwinException>(() => TwinClient.ConnectAsync(Folder, TextWriter.Null, TimeProvider.System));
        Assert.Contains($"kent twin start --data {Folder.Path}", absent.Message, StringComparison.Ordinal);
        Assert.False(absent.IsFailure);
    }

    [Fact]
    public async Task A_county_is_not_changed_into_another()
    {
        await using RunningTwin twin = await RunningTwin.StartAsync(Folder);
        CountyStatus begun = await twin.BeginAsync();

        TwinException refused = await Assert.ThrowsAsync<TwinException>(() => twin.BeginAsync(seed: 4));

        Assert.Contains("with seed 3 for 2 years, not in seed 4", refused.Message, StringComparison.Ordinal);
        Assert.Equal(begun, await twin.BeginAsync());
    }

    [Fact]
    public async Task Who_advances_may_stop_at_the_end_of_the_present_day_and_so_does_a_server_that_is_stopped()
    {
        CountyStatus before;
        await using (RunningTwin twin = await RunningTwin.StartAsync(Folder))
        {
            await twin.BeginAsync();
            using var stop = new CancellationTokenSource();
            CountyStatus stopped = await twin.AdvanceAsync(700, status => Cancel(stop, status.Marker > 3), stop.Token);
            Assert.InRange(stopped.Marker, 4, 699);
            Assert.False(stopped.IsAdvancing);
            Assert.Null(stopped.Failure);

            await twin.Client.County.Advance(SmallCounty.Parameters.Start.AddDays(720));
            await twin.Server.StopAsync();
            before = stopped;
        }

        await using RunningTwin next = await RunningTwin.StartAsync(Folder);
        CountyStatus after = await next.Client.StatusAsync();
        Assert.InRange(after.Marker, before.Marker + 1, 719);
        Assert.Equal(SmallCounty.OfKernel(RunningTwin.Seed).Events.TakeWhile(happened => happened.Date <= after.Date), await next.EventsAsync());
    }

    [Fact]
    public async Task Replication_0_of_a_fork_with_fixed_parameters_is_the_countys_own_future_and_the_county_stays_as_it_is()
    {
        long[] future = SmallCounty.OfKernel(RunningTwin.Seed).Results;
        await using RunningTwin twin = await RunningTwin.StartAsync(Folder);
        await twin.BeginAsync();
        CountyStatus status = await twin.AdvanceAsync(100);

        TwinFork fork = await TwinFork.TakeAsync(new TwinReader(twin.Client));
        CountySnapshot from = fork.Snapshot(SmallCounty.Parameters, RunningTwin.Seed);
        long[] own = RecordedRun.ResultsOf(new CountyKernel(SmallCounty.Parameters, null, null, from), RunningTwin.Seed);
        long[] other = RecordedRun.ResultsOf(new CountyKernel(SmallCounty.Parameters, null, null, from), RunningTwin.Seed, replication: 1);

        Assert.Equal(100, from.Day);
        Assert.Equal(future, own);
        Assert.Equal(future[..from.Measured.Count], other[..from.Measured.Count]);
        Assert.NotEqual(future, other);
        Assert.Equal(status, await twin.Client.StatusAsync());
        await twin.AdvanceAsync(130);
        Assert.Equal(SmallCounty.OfKernel(RunningTwin.Seed).Events.TakeWhile(happened => happened.Date <= status.Date.AddDays(30)), await twin.EventsAsync());
    }

    [Fact]
    public async Task A_reader_finds_where_every_child_lives()
    {
        await using RunningTwin twin = await RunningTwin.StartAsync(Folder);
        await twin.BeginAsync();
        await twin.AdvanceAsync(60);
        var reader = new TwinReader(twin.Client);

        CountyView view = await reader.ConcernedAsync();
        ChildState placed = view.Children.First(child => child.Phase == Phase.LookedAfter && view.Home(child.Home) is { IsPool: false });
        ulong household = view.Home(placed.Home)!.Value.Id;
        (CountyView View, ChildState Child)? child = await reader.ChildAsync(placed.Id);
        (CountyView View, HouseholdFile Household)? home = await reader.HouseholdAsync(household);

        Assert.All(view.Children.Where(child => child.Home >= 0), child => Assert.NotNull(view.Home(child.Home)));
        Assert.Equal(placed, child!.Value.Child);
        Assert.Equal(placed.Home, home!.Value.Household.Home!.Value.Index);
        Assert.Null(await reader.ChildAsync(12));
        Assert.Null(await reader.HouseholdAsync(placed.Id));
        Assert.Null(await reader.SchoolAsync("nowhere"));
    }

    private async Task LivesOnOverAStop(PostgreSqlConnection? database)
    {
        CountyStatus stopped;
        await using (RunningTwin twin = await RunningTwin.StartAsync(Folder, database))
        {
            Assert.Equal(-1, (await twin.BeginAsync()).Marker);
            stopped = await twin.AdvanceAsync(20);
            Assert.Equal(20, stopped.Marker);
        }

        Assert.False(Folder.IsServed);
        await using RunningTwin next = await RunningTwin.StartAsync(Folder, database);
        Assert.Equal(stopped with { Goal = stopped.Date }, await next.BeginAsync());
        CountyStatus after = await next.AdvanceAsync(45);
        Assert.Equal(SmallCounty.OfKernel(RunningTwin.Seed).Events.TakeWhile(happened => happened.Date <= after.Date), await next.EventsAsync());
    }

    private static void Cancel(CancellationTokenSource source, bool when)
    {
        if (when)
        {
            source.Cancel();
        }
    }
}
