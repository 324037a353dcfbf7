using System.Diagnostics;
using KentSufficiency.Grains.Experiments;
using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Silo;
using KentSufficiency.Simulation.LivingCounty;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KentSufficiency.Silos;

/// <summary>What a day of the living county costs against grain calls that do nothing, and against writes that nobody waits for a rule with.</summary>
internal static class Twin
{
    private const string Name = "benchmark";
    private const double WakesTarget = 100_000;
    private const double WritesTarget = 60;

    public static async Task RunAsync(int months, int rounds)
    {
        await MemoryAsync(months, rounds);
        await SqliteAsync(months, rounds);
    }

    public static async Task MemoryAsync(int months, int rounds)
    {
        await using Living county = await Living.BeginAsync(inMemory: true);
        var wakes = new List<double>();
        var calls = new List<double>();
        var days = new List<double>();
        var shares = new List<double>();
        await county.AdvanceAsync(months);
        for (int round = 0; round < rounds; round++)
        {
            Table.Tell($"twin in memory: round {round + 1} of {rounds}");
            Stretch lived = await county.AdvanceAsync(months);
            wakes.Add(lived.Wakes / lived.Seconds);
            days.Add(1e6 * lived.Seconds / lived.Days);
            double before = Processor();
            calls.Add(await CallsAsync(county, Math.Max(1, lived.Wakes / lived.Days / Arriving.Wards), lived.Seconds));
            double calling = Processor() - before;
            shares.Add(lived.Wakes / lived.Processor / (calls[^1] * lived.Seconds / calling));
        }

        Table.Begin(
            $"The twin with memory storage: baseline-2019, {months} months at a time, median of {rounds} rounds (least to most)",
            "wakes a second", "target", "calls of a grain that does nothing, a second", "share", "share by processor time", "microseconds a day");
        Table.Row(
            Table.Whole(Table.Median(wakes)), Table.Whole(WakesTarget), Table.Whole(Table.Median(calls)), Table.Share(wakes.Zip(calls, (wake, call) => wake / call)), Table.Share(shares),
            Table.Whole(Table.Median(days)));
    }

    private static async Task SqliteAsync(int months, int rounds)
    {
        using var writes = new Writes();
        await using Living county = await Living.BeginAsync(inMemory: false);
        var wakes = new List<double>();
        var written = new List<double>();
        var byPhase = new List<double>();
        var atOnce = new List<double>();
        await county.AdvanceAsync(months);
        RawWrites raw = await RawWrites.PrepareAsync(county);
        for (int round = 0; round < rounds; round++)
        {
            Table.Tell($"twin on SQLite: round {round + 1} of {rounds}");
            long before = writes.Count;
            Stretch lived = await county.AdvanceAsync(months);
            long records = writes.Count - before;
            wakes.Add(lived.Wakes / lived.Seconds);
            written.Add(records / lived.Seconds);
            int daily = (int)(records / lived.Days);
            byPhase.Add(await raw.RateAsync([(daily - 1) / 2, (daily - 1) / 2, 1], (int)records));
            atOnce.Add(await raw.RateAsync([daily], (int)records));
        }

        Table.Begin(
            $"The twin on SQLite: baseline-2019, {months} months at a time, median of {rounds} rounds (least to most)",
            "wakes a second", "records written a second", "raw writes a second, a day's in two waves and a marker", "share", "target", "raw writes a second, a day's at once", "share");
        Table.Row(
            Table.Whole(Table.Median(wakes)), Table.Whole(Table.Median(written)),
            Table.Whole(Table.Median(byPhase)), Table.Share(written.Zip(byPhase, (twin, rate) => twin / rate)), $"{WritesTarget}%",
            Table.Whole(Table.Median(atOnce)), Table.Share(written.Zip(atOnce, (twin, rate) => twin / rate)));
    }

    /// <summary>Calls from as many callers as there are wards, as many at a time as wake in a ward.</summary>
    private static async Task<double> CallsAsync(Living county, int fan, double seconds)
    {
        ICallerGrain[] callers = [.. Enumerable.Range(0, Arriving.Wards).Select(ward => county.Grains.GetGrain<ICallerGrain>($"caller-{ward}"))];
        await Task.WhenAll(callers.Select(caller => caller.CallMany(0, 1000)));
        long start = Stopwatch.GetTimestamp();
        long calls = 0;
        for (int first = 0; Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; first = (first + fan) % 1000)
        {
            await Task.WhenAll(callers.Select(caller => caller.CallMany(first, fan)));
            calls += callers.Length * fan;
        }

        return calls / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Days that were lived.</summary>
    internal readonly record struct Stretch(int Days, int Wakes, double Seconds, double Processor);

    private static double Processor() => Environment.CpuUsage.TotalTime.TotalSeconds;

    /// <summary>The real county in a silo of this process.</summary>
    internal sealed class Living : IAsyncDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("kent-twin").FullName;
        private IHost _silo = null!;

        public IServiceProvider Services => _silo.Services;

        public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

        public ICountyGrain County => Grains.GetGrain<ICountyGrain>(CountyKeys.County(Name));

        public string Key => Name;

        public static async Task<Living> BeginAsync(bool inMemory)
        {
            var living = new Living();
            living._silo = await KentSilo.StartAsync(
                SiloSettings.Embedded(Path.Combine(living._folder, "kent.db")),
                silo =>
                {
                    if (inMemory)
                    {
                        MemoryStore.PutInto(silo);
                    }
                });
            var model = ModelIdentity.OfProgram();
            Scenario scenario = new ScenarioLibrary(EngineCompiler.OfProgram.Levers()).Load("baseline-2019");
            long start = Stopwatch.GetTimestamp();
            await living.County.Begin(new CountyDefinition
            {
                Scenario = ScenarioText.Of(scenario),
                Seed = 1,
                Years = 10,
                DataHash = model.DataHash,
                Version = model.Version,
            });
            Table.Tell($"the county began in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
            return living;
        }

        public async Task<Stretch> AdvanceAsync(int months)
        {
            CountyStatus before = await County.GetStatus();
            DateOnly goal = before.Date.AddMonths(months);
            double processor = Processor();
            long start = Stopwatch.GetTimestamp();
            CountyStatus status = await County.Advance(goal);
            while (status.IsAdvancing)
            {
                await Task.Delay(1);
                status = await County.GetStatus();
            }

            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            return status.Failure is string failure
                ? throw new InvalidOperationException(failure)
                : new Stretch(status.Marker - before.Marker, (int)(status.Wakes - before.Wakes), seconds, Processor() - processor);
        }

        public async ValueTask DisposeAsync()
        {
            await _silo.StopAsync();
            _silo.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
