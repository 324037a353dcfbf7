using BenchmarkDotNet.Attributes;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Benchmarks.Core;

/// <summary>
/// 512 draws of one process, as many as the kernel makes at a time: one by one, with vectors of 256 and 512 bits, and as the program makes them, with the
/// widest the processor has. A width that it lacks is left out. The time is that of one draw of 128 bits. There are no vectors of 128 bits: the widening
/// multiplication would fill two lanes, which the scalar code does as well.
/// </summary>
[MemoryDiagnoser]
public class DrawBenchmarks
{
    private const int Count = 512;
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
    public RandomBlock Vector256()
    {
        PhiloxVector256.Fill(_key, _entities, Process, _ordinals, _blocks);
        return _blocks[^1];
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public RandomBlock Vector512()
    {
        PhiloxVector512.Fill(_key, _entities, Process, _ordinals, _blocks);
        return _blocks[^1];
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public RandomBlock Filled()
    {
        Philox4x32.Fill(_key, _entities, Process, _ordinals, _blocks);
        return _blocks[^1];
    }

    /// <summary>Whether the processor can do what a method measures.</summary>
    internal static bool CanRun(string method) => method switch
    {
        nameof(Vector256) => PhiloxVector256.IsSupported,
        nameof(Vector512) => PhiloxVector512.IsSupported,
        _ => true,
    };
}
