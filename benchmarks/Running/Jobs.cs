using System.Reflection;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace KentSufficiency.Benchmarks.Running;

/// <summary>How often a benchmark is measured.</summary>
internal static class Jobs
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(30);

    /// <summary>The job of a class in a set.</summary>
    public static Job Of(Type type, BenchmarkSet set)
    {
        Job job = type.GetCustomAttribute<LongRunningAttribute>() is LongRunningAttribute counts
            ? Job.Default.WithStrategy(RunStrategy.Monitoring)
                .WithWarmupCount(Math.Max(1, counts.Warmups / set.Rounds))
                .WithIterationCount(Math.Max(1, counts.Iterations / set.Rounds))
            : set.IsShort
                ? Job.Default.WithIterationTime(TimeInterval.FromMilliseconds(25)).WithWarmupCount(3).WithIterationCount(15 / set.Rounds).WithEvaluateOverhead(false)
                : Job.Default;
        return set.IsShort
            ? job.WithToolchain(new InProcessEmitToolchain(s_patience, logOutput: false)).WithId("Short")
            : job.WithArguments([new MsBuildArgument("/p:RunAnalyzers=false")])
                .WithEnvironmentVariables(new EnvironmentVariable("DOTNET_TieredPGO", "0"), new EnvironmentVariable("DOTNET_TC_CallCountingDelayMs", "0"));
    }
}
