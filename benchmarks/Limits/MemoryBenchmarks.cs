using BenchmarkDotNet.Attributes;

namespace KentSufficiency.Benchmarks.Limits;

/// <summary>
/// What memory gives on one core: a copy from end to end, and reads of 64 bytes, one cache line, at random places. The time is that of one line of 64 bytes; a copy reads
/// one and writes one. <see cref="Independent"/> reads at places that are known beforehand, many on their way at once, as a kernel that
/// fetches ahead could; <see cref="Dependent"/> at places that the line before names, as a linked list does.
/// </summary>
[MemoryDiagnoser]
public class MemoryBenchmarks
{
    private const int WordsInLine = 64 / sizeof(ulong);
    private const int Reads = 1 << 16;

    private ulong[] _field = [];
    private ulong[] _copy = [];
    private ulong _at = 1;

    /// <summary>The size of the field: about what a replication keeps of its children, and more than most caches hold.</summary>
    [Params(16, 512)]
    public int MiB { get; set; }

    private int Lines => (MiB << 20) / 64;

    [GlobalSetup]
    public void Setup()
    {
        _field = new ulong[Lines * WordsInLine];
        _copy = new ulong[_field.Length];
        for (int i = 0; i < _field.Length; i++)
        {
            _field[i] = Mix((ulong)i);
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Reads)]
    public ulong Copy()
    {
        int start = (int)((_at++ * Reads) & (ulong)(Lines - 1)) * WordsInLine;
        _field.AsSpan(start, Reads * WordsInLine).CopyTo(_copy.AsSpan(start));
        return _copy[start];
    }

    [Benchmark(OperationsPerInvoke = Reads)]
    public ulong Independent()
    {
        ulong sum = 0;
        ulong first = _at++ * Reads;
        for (ulong read = 0; read < Reads; read++)
        {
            sum += Line(Mix(first + read));
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Reads)]
    public ulong Dependent()
    {
        ulong at = _at++;
        for (int read = 0; read < Reads; read++)
        {
            at = Mix(at + Line(at));
        }

        return at;
    }

    private ulong Line(ulong place)
    {
        int start = (int)(place & (ulong)(Lines - 1)) * WordsInLine;
        return _field[start] + _field[start + WordsInLine - 1];
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 31)) * 0xBF58476D1CE4E5B9;
        return value ^ (value >> 29);
    }
}
