using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.GrainsTests.LivingCounty;

/// <summary>Whatever fails, and whenever: the twin stands at the end of a whole day, and its days are those of one that nothing happened to.</summary>
public sealed class TwinFaultTests
{
    private const uint Seed = 5;
    private const int Year = 365;

    private static readonly Task<(CountyStatus End, long Writes)> s_undisturbed = Undisturbed();

    [Fact]
    public async Task Killed_at_20_points_of_a_year_it_ends_as_one_that_was_not()
    {
        (CountyStatus undisturbed, long writes) = await s_undisturbed;
        int most = (int)(writes / 14); // Twenty times about half of that is within the year.
        var points = new Points(20261122);
        var store = new FaultyStore();
        await Begin(store);
        var restarts = new List<int>();
        for (int killed = 0; killed < 20; killed++)
        {
            restarts.Add(await AdvanceUntilKilled(store, points.Next(1, most)));
        }

        await using TwinCluster cluster = await TwinCluster.StartAsync(store);
        CountyStatus end = await cluster.AdvanceAsync(Year);
        Assert.Equal(undisturbed.Digest, end.Digest);
        Assert.Equal((undisturbed.Marker, undisturbed.Wakes), (end.Marker, end.Wakes));
        Assert.True(restarts.Distinct().Count() > 10, "The points lie on too few days to tell anything.");
        Assert.Equal(restarts.Order(), restarts); // It never fell behind a whole day.
    }

    [Fact]
    public async Task Storage_that_fails_a_write_in_twenty_stored_or_not_loses_nothing()
    {
        (CountyStatus undisturbed, _) = await s_undisturbed;
        var points = new Points(7);
        var store = new FaultyStore();
        await Begin(store);
        long failures = 0;
        void Fail(long number)
        {
            if (points.Chance(number, 0.025))
            {
                Interlocked.Increment(ref failures);
                throw new IOException("The disk hiccups.");
            }
        }

        store.BeforeWrite = Fail;
        store.AfterWrite = number => Fail(-number);
        await using TwinCluster cluster = await TwinCluster.StartAsync(store, time: new HurriedTime());
        CountyStatus end = await cluster.AdvanceAsync(Year);

        Assert.Null(end.Failure);
        Assert.Equal(undisturbed.Digest, end.Digest);
        Assert.InRange(failures, store.Writes / 40, store.Writes / 10);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(30)]
    public async Task Storage_that_is_away_for_a_while_costs_time_only(int seconds)
    {
        (CountyStatus undisturbed, _) = await s_undisturbed;
        var store = new FaultyStore();
        await Begin(store);
        var time = new HurriedTime();
        await using TwinCluster cluster = await TwinCluster.StartAsync(store, time: time);
        await cluster.AdvanceAsync(20);
        TimeSpan back = time.Passed + TimeSpan.FromSeconds(seconds);
        store.BeforeWrite = _ => _ = time.Passed < back ? throw new TimeoutException("The database is locked.") : 0;
        CountyStatus end = await cluster.AdvanceAsync(Year);

        Assert.Null(end.Failure);
        Assert.True(time.Passed >= back);
        Assert.Equal(undisturbed.Digest, end.Digest);
    }

    [Fact]
    public async Task Storage_that_never_returns_leaves_a_whole_day_and_the_twin_goes_on_when_it_does()
    {
        (CountyStatus undisturbed, _) = await s_undisturbed;
        var store = new FaultyStore();
        await Begin(store);
        await using TwinCluster cluster = await TwinCluster.StartAsync(store, time: new HurriedTime());
        await cluster.AdvanceAsync(20);
        store.BeforeWrite = _ => throw new TimeoutException("Nobody answers.");
        CountyStatus stopped = await cluster.AdvanceAsync(Year);
        store.BeforeWrite = null;
        CountyStatus end = await cluster.AdvanceAsync(Year);

        Assert.Equal(20, stopped.Marker);
        Assert.Contains("Nobody answers.", stopped.Failure);
        Assert.Equal((null, undisturbed.Digest), (end.Failure, end.Digest));
    }

    [Theory]
    [InlineData("\"Form\":1", "\"Form\":7", "has form 7")]
    [InlineData("\"Versions\"", "\"Version\"", "cannot be read")]
    [InlineData("{", "", "cannot be read")]
    public async Task State_that_is_damaged_or_of_another_form_is_refused_by_the_grain_s_name(string what, string by, string says)
    {
        var store = new FaultyStore();
        await Begin(store);
        string kind = "";
        store.Damage(
            grain => (kind = grain.Key.ToString()!).StartsWith("child/", StringComparison.Ordinal),
            bytes => System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(bytes).Replace(what, by, StringComparison.Ordinal)));
        await using TwinCluster cluster = await TwinCluster.StartAsync(store);
        CountyStatus status = await cluster.AdvanceAsync(10);

        Assert.Equal(-1, status.Marker);
        Assert.Contains(says, status.Failure);
        Assert.Matches("child/kent/[0-9]+", status.Failure);
    }

    /// <summary>A year without any fault, and how often it wrote.</summary>
    private static async Task<(CountyStatus End, long Writes)> Undisturbed()
    {
        var store = new FaultyStore();
        await Begin(store);
        long before = store.Writes;
        await using TwinCluster cluster = await TwinCluster.StartAsync(store);
        return (await cluster.AdvanceAsync(Year), store.Writes - before);
    }

    private static async Task Begin(FaultyStore store)
    {
        await using TwinCluster cluster = await TwinCluster.StartAsync(store);
        await cluster.County.Begin(SmallCounty.Definition(Seed));
    }

    /// <summary>Lets a number of writes pass; then no write passes any more, as in a process that has gone, and the silo goes.</summary>
    /// <returns>The marker with which the twin had started.</returns>
    private static async Task<int> AdvanceUntilKilled(FaultyStore store, int writes)
    {
        long last = store.Writes + writes;
        store.BeforeWrite = number => _ = number > last ? throw new ObjectDisposedException("the process") : 0;
        await using TwinCluster cluster = await TwinCluster.StartAsync(store);
        int marker = (await cluster.County.GetStatus()).Marker;
        CountyStatus stopped = await cluster.AdvanceAsync(Year);
        Assert.NotNull(stopped.Failure);
        store.BeforeWrite = null;
        return marker;
    }

    /// <summary>Points drawn from a seed, the same in every run and on every thread.</summary>
    private sealed class Points(uint seed)
    {
        private uint _drawn;

        public int Next(int from, int to) => from + (int)(Uniform(_drawn++) * (to - from));

        public bool Chance(long number, double share) => Uniform((ulong)number) < share;

        private double Uniform(ulong number) =>
            new Simulation.Randomness.Draws(new Simulation.Randomness.DrawKey(seed, 0), number).For(Process.Mark, 0).UniformA;
    }
}
