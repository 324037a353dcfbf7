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
    public static CountyParameters WithoutSchools(CountyParameters whole)
    {
        MethodInfo clone = typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!;
        var care = (CountyParameters)clone.Invoke(whole, null)!;
        typeof(CountyParameters).GetProperty(nameof(CountyParameters.Schools))!.SetValue(care, null);
        return care;
    }

    /// <summary>Runs replications 0, 1, ... on all processors.</summary>
    public static RealRun Run(
        CountyParameters parameters, int replications, uint seed = 1, bool audit = false,
        Func<DrawKey, CountyParameters>? draw = null)
    {
        var results = new long[replications][];
        var idle = new ConcurrentBag<CountyKernel>();
        var first = new CountyKernel(parameters, draw);
        idle.Add(first);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, replications, options, replication =>
        {
            CountyKernel kernel = idle.TryTake(out CountyKernel? used) ? used : new CountyKernel(parameters, draw);
            results[replication] = new long[first.Layout.Length];
            kernel.Run(seed, (uint)replication, results[replication], audit, log: null, CancellationToken.None);
            idle.Add(kernel);
        });
        return new RealRun(first.Measures, first.Dates, first.Layout, results);
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
