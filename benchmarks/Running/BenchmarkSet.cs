using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Running;
using KentSufficiency.Benchmarks.Cohorts;
using KentSufficiency.Benchmarks.Core;
using KentSufficiency.Benchmarks.County;
using KentSufficiency.Benchmarks.Experiments;
using KentSufficiency.Benchmarks.Limits;
using KentSufficiency.Benchmarks.Placements;

namespace KentSufficiency.Benchmarks.Running;

/// <summary>A named part of the suite.</summary>
/// <param name="Name">What the results call it.</param>
/// <param name="LeftOut">What it leaves out, in words.</param>
/// <param name="Rounds">
/// How often the set is run from end to end: more than once with few iterations each, in this process, so that the spread of a ratio over the rounds tells how far it can be trusted.
/// </param>
/// <param name="Holds">Whether a benchmark is in it.</param>
internal sealed record BenchmarkSet(string Name, string LeftOut, int Rounds, Func<BenchmarkCase, bool> Holds) : IFilter
{
    /// <summary>Whether few iterations are taken, in this process.</summary>
    public bool IsShort => Rounds > 1;

    /// <summary>Everything, each in a process of its own.</summary>
    public static BenchmarkSet Full { get; } = new("full", "nothing", 1, static _ => true);

    /// <summary>What ends in under 5 minutes on two cores that others use.</summary>
    public static BenchmarkSet Quick { get; } = new(
        "quick",
        "cohorts; whole experiments of 1, 8 and 32 replications; calendars of 1,000 and 300,000 events; 10 and 1,000 children who ask for a home; populations of 0.5, 2 and 4 times Kent's; the mean day; memory of 512 MiB",
        5,
        static one => IsUsual(one));

    /// <summary>What a change is shown with: about a minute.</summary>
    public static BenchmarkSet Ci { get; } = new(
        "ci",
        "what quick leaves out; threads, population and memory; replications of one year; samplers other than those of the rules' commonest draws",
        3,
        static one => Quick.Holds(one) && IsSmall(one));

    public bool Predicate(BenchmarkCase benchmarkCase) =>
        Holds(benchmarkCase)
        && (benchmarkCase.Descriptor.Type != typeof(DrawBenchmarks) || DrawBenchmarks.CanRun(benchmarkCase.Descriptor.WorkloadMethod.Name));

    private static bool IsUsual(BenchmarkCase one) => one.Descriptor.Type switch
    {
        Type type when type == typeof(WheelBenchmarks) => one.Parameters[nameof(WheelBenchmarks.Pending)] is 30_000,
        Type type when type == typeof(MatchingBenchmarks) => one.Parameters[nameof(MatchingBenchmarks.Asking)] is 100,
        Type type when type == typeof(PopulationBenchmarks) => one.Parameters[nameof(PopulationBenchmarks.Scale)] is 0.25,
        Type type when type == typeof(MemoryBenchmarks) => one.Parameters[nameof(MemoryBenchmarks.MiB)] is 16,
        Type type => type != typeof(CohortBenchmarks) && type != typeof(ReplicationBenchmarks) && type != typeof(DayBenchmarks),
    };

    private static bool IsSmall(BenchmarkCase one)
    {
        Type type = one.Descriptor.Type;
        return type == typeof(CountyBenchmarks) ? one.Parameters[nameof(CountyBenchmarks.Years)] is 10
            : type == typeof(SamplerBenchmarks) ? one.Descriptor.Baseline || SamplerBenchmarks.IsCommon(one.Descriptor.WorkloadMethod.Name)
            : type != typeof(ThreadBenchmarks) && type != typeof(PopulationBenchmarks) && type != typeof(MemoryBenchmarks);
    }
}
