using System.Collections.Concurrent;
using System.Reflection;
using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Levers;
using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.ScenariosTests.Baseline;

/// <summary>The county that ships: its data, its scenarios and the kernel itself.</summary>
internal static class RealCounty
{
    private static readonly Lazy<CountyBuilder> s_builder = new(() => new CountyBuilder(DataFolder.Locate()));

    public static CountyBuilder Builder => s_builder.Value;

    public static ScenarioLibrary Library { get; } = new(LeverCatalogue.Load(DataFolder.Locate()));

    /// <summary>
    /// Compiles a shipped scenario, or one by path, and leaves its schools out: what is asked of children's care does not need the 345,000
    /// children of Kent, who cost far more than those in care.
    /// </summary>
    public static CountyParameters Compile(string nameOrPath, int years) => WithoutSchools(CompileWhole(nameOrPath, years));

    /// <summary>Compiles a shipped scenario, or one by path, with its schools.</summary>
    public static CountyParameters CompileWhole(string nameOrPath, int years) => Builder.Build(Library.Load(nameOrPath), years);

    /// <summary>The same county without its schools; all the rest is the very same objects, whatever is added to the parameters.</summary>
    public static CountyParameters WithoutSchools(CountyParameters whole) => With(whole, nameof(CountyParameters.Schools), null);

    /// <summary>The same county in which a child in care and a resident at school are two children.</summary>
    public static CountyParameters WithoutLinks(CountyParameters whole)
    {
        Regime Unlinked(Regime regime)
        {
            SchoolRates apart = With(regime.Rates.Schools!, nameof(SchoolRates.CareSchools), null);
            return regime with { Rates = With(regime.Rates, nameof(CountyRates.Schools), apart) };
        }

        return With(whole, nameof(CountyParameters.Regimes), whole.Regimes.Select(Unlinked).ToArray());
    }

    /// <summary>Runs replications 0, 1, ... on all processors.</summary>
    public static RealRun Run(
        CountyParameters parameters, int replications, uint seed = 1, bool audit = false,
        Func<DrawKey, CountyParameters>? draw = null)
    {
        return Run(() => new CountyKernel(parameters, draw), replications, seed, audit);
    }

    /// <summary>Runs replications 0, 1, ... of the school side alone.</summary>
    public static RealRun RunSchools(CountyParameters parameters, int replications, uint seed = 1, bool audit = false) =>
        Run(() => new SchoolsKernel(parameters), replications, seed, audit);

    /// <summary>
    /// Runs counties side by side as an experiment does, so that what they have in common is simulated once: each finds what it would alone.
    /// </summary>
    /// <param name="counties">Each with its number of replications, from 0, and what draws its parameters, or null.</param>
    /// <param name="ofSchools">Whether the school side alone is run.</param>
    public static RealRun[] RunTogether(
        IReadOnlyList<(CountyParameters Parameters, int Replications, Func<DrawKey, CountyParameters>? Draw)> counties, bool ofSchools = false)
    {
        IReplicationEngine Engine(int county, SharedReplication shared) => ofSchools
            ? new SchoolsKernel(counties[county].Parameters, counties[county].Draw, shared)
            : new CountyKernel(counties[county].Parameters, counties[county].Draw, shared);
        return RunAll(
            shared => [.. counties.Select((_, county) => Engine(county, shared))],
            [.. counties.Select(county => county.Replications)], seed: 1, audit: false);
    }

    private static RealRun Run(Func<IReplicationEngine> create, int replications, uint seed, bool audit) =>
        RunAll(_ => [create()], [replications], seed, audit)[0];

    private static RealRun[] RunAll(Func<SharedReplication, IReplicationEngine[]> create, int[] replications, uint seed, bool audit)
    {
        long[][][] results = [.. replications.Select(count => new long[count][])];
        var idle = new ConcurrentBag<IReplicationEngine[]>();
        IReplicationEngine[] first = create(new SharedReplication());
        idle.Add(first);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, replications.Max(), options, replication =>
        {
            IReplicationEngine[] engines = idle.TryTake(out IReplicationEngine[]? used) ? used : create(new SharedReplication());
            foreach ((int i, IReplicationEngine engine) in engines.Index().Where(item => replication < replications[item.Index]))
            {
                results[i][replication] = new long[engine.Layout.Length];
                engine.Run(seed, (uint)replication, results[i][replication], audit, log: null, CancellationToken.None);
            }

            idle.Add(engines);
        });
        return [.. first.Select((engine, i) => new RealRun(engine.Measures, engine.Dates, engine.Layout, results[i]))];
    }

    private static T With<T>(T of, string property, object? value)
        where T : class
    {
        MethodInfo clone = typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!;
        var copy = (T)clone.Invoke(of, null)!;
        typeof(T).GetProperty(property)!.SetValue(copy, value);
        return copy;
    }
}

/// <summary>What replications of one scenario measured, in memory.</summary>
internal sealed class RealRun(
    IReadOnlyList<MeasureDefinition> measures, IReadOnlyList<DateOnly> dates, RecordLayout layout, long[][] replications)
{
    public int Replications => replications.Length;

    public IReadOnlyList<MeasureDefinition> Measures => measures;

    public IReadOnlyList<DateOnly> Dates => dates;

    /// <summary>All that one replication measured on one date, as stored.</summary>
    public ReadOnlySpan<long> Row(int replication, int date) => layout.On(date, replications[replication]);

    /// <summary>A measure of Kent on one date, a value for each replication.</summary>
    public double[] Values(string measure, int date)
    {
        int index = measures.Index().Single(m => m.Item.Id == measure && m.Item.Geography == "Kent").Index;
        return [.. replications.Select((_, r) => measures[index].Value(Row(r, date)[2 * index], Row(r, date)[(2 * index) + 1]))];
    }

    public Summary Of(string measure, int date) => Summary.Of(Values(measure, date));

    /// <summary>Paired differences, another run less this one.</summary>
    public Summary Differences(RealRun other, string measure, int date) =>
        Summary.OfDifferences(Values(measure, date).AsSpan(0, other.Replications), other.Values(measure, date));
}
