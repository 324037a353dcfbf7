using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;

namespace KentSufficiency.Peers.Queue;

/// <summary>W1 as `kent run validation/erlang-c` does it: the whole county, day by day for 2,100 years, with all its measures.</summary>
internal sealed class CountyQueue(CountyParameters county)
{
    private readonly CountyKernel _kernel = new(county);

    /// <summary>The mean wait of the children placed after the lead-in of 100 years, in mean stays.</summary>
    public double Replication(int number)
    {
        long[] results = new long[_kernel.Layout.Length];
        _kernel.Run(seed: 1, (uint)number, results, audit: false, log: null, CancellationToken.None);
        int wait = _kernel.Measures.Index().Single(measure => measure.Item.Id == "days-to-match" && measure.Item.Geography == "Kent").Index;
        int at = _kernel.Layout.Offset(_kernel.Layout.Dates - 1, wait);
        return _kernel.Measures[wait].Value(results[at], results[at + 1]) / ErlangScenario.MeanStay;
    }
}
