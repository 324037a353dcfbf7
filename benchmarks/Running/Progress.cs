using BenchmarkDotNet.EventProcessors;
using BenchmarkDotNet.Running;

namespace KentSufficiency.Benchmarks.Running;

/// <summary>Tells on standard error which benchmark runs.</summary>
internal sealed class Progress(int count) : EventProcessor
{
    private int _begun;

    public override void OnStartRunBenchmark(BenchmarkCase benchmarkCase) =>
        Console.Error.WriteLine($"{++_begun} of {count}: {benchmarkCase.Descriptor.Type.Name}.{benchmarkCase.Descriptor.WorkloadMethod.Name} {benchmarkCase.Parameters.PrintInfo}");
}
