using BenchmarkDotNet.Attributes;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Benchmarks.Core;

/// <summary>A day's draws for 4,096 children: one by one, and as a block.</summary>
[MemoryDiagnoser]
public class DrawBenchmarks
{
    private const int Count = 4096;
    private const ushort Process = 3;
    private static readonly DrawKey _key = new(2026, 7);

    private readonly ulong[] _entities = new ulong[Count];
    private readonly ulong[] _ordinals = new ulong[Count];
    private readonly RandomBlock[] _blocks = new RandomBlock[Count];

    [GlobalSetup]
    public void Setup()
    {
        for (int i = 0; i < Count; i++)
        {
            _entities[i] = (1UL << 56) + (ulong)(i * 83);
            _ordinals[i] = (ulong)(i % 5);
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public RandomBlock OneByOne()
    {
        for (int i = 0; i < _blocks.Length; i++)
        {
            _blocks[i] = new Draws(_key, _entities[i]).Block(Process, _ordinals[i]);
        }

        return _blocks[^1];
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public RandomBlock Filled()
    {
        Philox4x32.Fill(_key, _entities, Process, _ordinals, _blocks);
        return _blocks[^1];
    }
}
