using BenchmarkDotNet.Attributes;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Benchmarks.Core;

/// <summary>The cost of a draw from each distribution, against the platform's logarithm of a uniform made beforehand: what most of them are made of. Each
/// pays for a call through a delegate.</summary>
[MemoryDiagnoser]
public class SamplerBenchmarks
{
    private const int Count = 4096;
    private static readonly DrawKey _key = new(2026, 7);

    private readonly double[] _uniforms = new double[Count];
    private readonly uint[] _words = new uint[Count];
    private readonly Weibull _weibull = Weibull.FromMean(0.7, 300);
    private readonly LogNormal _logNormal = LogNormal.FromMeanAndSd(300, 400);
    private readonly Gamma _gamma = new(2.5, 100);
    private readonly Poisson _poissonSmall = new(3);
    private readonly Poisson _poissonLarge = new(300);
    private readonly PoissonTable _poissonTable = new(3);
    private readonly Binomial _binomial = new(1000, 0.2);
    private readonly AliasTable _alias = new([5, 1, 0.5, 12, 3, 3, 7, 0.75, 2, 9, 4, 1]);

    [GlobalSetup]
    public void Setup()
    {
        for (int i = 0; i < Count; i++)
        {
            RandomBlock block = new Draws(_key, (ulong)i).Block(1, 0);
            _uniforms[i] = block.UniformA;
            _words[i] = block.B;
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public double PlatformLog() => Sum(static (_, u, _) => Math.Log(u));

    [Benchmark(OperationsPerInvoke = Count)]
    public double OwnLog() => Sum(static (_, u, _) => Elementary.Log(u));

    [Benchmark(OperationsPerInvoke = Count)]
    public double PlatformExp() => Sum(static (_, u, _) => Math.Exp(u));

    [Benchmark(OperationsPerInvoke = Count)]
    public double OwnExp() => Sum(static (_, u, _) => Elementary.Exp(u));

    [Benchmark(OperationsPerInvoke = Count)]
    public double PlatformPow() => Sum(static (_, u, _) => Math.Pow(u, 1.4));

    [Benchmark(OperationsPerInvoke = Count)]
    public double OwnPow() => Sum(static (_, u, _) => Elementary.Pow(u, 1.4));

    [Benchmark(OperationsPerInvoke = Count)]
    public double ExponentialDraw() => Sum(static (_, u, _) => Exponential.Sample(u, 300));

    [Benchmark(OperationsPerInvoke = Count)]
    public double NormalDraw() => Sum(static (_, u, _) => NormalQuantile.Of(u));

    [Benchmark(OperationsPerInvoke = Count)]
    public double LogNormalDraw() => Sum(static (b, u, _) => b._logNormal.Sample(u));

    [Benchmark(OperationsPerInvoke = Count)]
    public double WeibullDraw() => Sum(static (b, u, _) => b._weibull.Sample(u));

    [Benchmark(OperationsPerInvoke = Count)]
    public double WeibullDrawGivenElapsed() => Sum(static (b, u, _) => b._weibull.SampleGivenElapsed(u, 90));

    [Benchmark(OperationsPerInvoke = Count)]
    public double GammaDraw() => Sum(static (b, _, i) => b._gamma.Sample(new Draws(_key, i), 2, 0));

    [Benchmark(OperationsPerInvoke = Count)]
    public double PoissonDrawOfMean3() => Sum(static (b, _, i) => b._poissonSmall.Sample(new Draws(_key, i), 2, 0));

    [Benchmark(OperationsPerInvoke = Count)]
    public double PoissonDrawOfMean300() => Sum(static (b, _, i) => b._poissonLarge.Sample(new Draws(_key, i), 2, 0));

    [Benchmark(OperationsPerInvoke = Count)]
    public double PoissonTableOfMean3() => Sum(static (b, u, _) => b._poissonTable.Sample(u));

    [Benchmark(OperationsPerInvoke = Count)]
    public double BinomialDrawOf1000() => Sum(static (b, _, i) => b._binomial.Sample(new Draws(_key, i), 2, 0));

    [Benchmark(OperationsPerInvoke = Count)]
    public double AliasChoiceOf12() => Sum(static (b, u, _) => b._alias.Sample(u));

    [Benchmark(OperationsPerInvoke = Count)]
    public double RoundingToDays() => Sum(static (b, u, i) => Days.Round(u * 900, b._words[i]));

    /// <summary>Whether a method measures what the rules draw most often.</summary>
    internal static bool IsCommon(string method) => method is
        nameof(OwnLog) or nameof(ExponentialDraw) or nameof(LogNormalDraw) or nameof(PoissonTableOfMean3) or nameof(BinomialDrawOf1000) or nameof(AliasChoiceOf12);

    private double Sum(Func<SamplerBenchmarks, double, uint, double> draw)
    {
        double sum = 0;
        for (int i = 0; i < _uniforms.Length; i++)
        {
            sum += draw(this, _uniforms[i], (uint)i);
        }

        return sum;
    }
}
