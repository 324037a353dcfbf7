using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Cohorts;

/// <summary>Simulates replications of a county and keeps their histories. Small kernels are used again; any number of threads may ask.</summary>
/// <param name="parameters">The county; the last day is its horizon.</param>
/// <param name="seed">Seed.</param>
/// <param name="schools">Whether what happens at school is kept.</param>
internal sealed class CohortSource(CountyParameters parameters, uint seed, bool schools)
{
    private readonly Stack<CountyKernel> _idle = new();
    private readonly Lock _lock = new();

    /// <summary>Lives through a replication.</summary>
    public CountyHistory Simulate(uint replication, CancellationToken cancellation)
    {
        CountyKernel? kernel;
        lock (_lock)
        {
            _idle.TryPop(out kernel);
        }

        kernel ??= new CountyKernel(parameters);
        var witness = new HistoryWitness(new DrawKey(seed, replication), schools);
        kernel.Run(seed, replication, new long[kernel.Layout.Length], audit: false, witness, cancellation);
        if (!schools)
        {
            // A kernel that has told of schools holds what it told, some 100 MB, and rarely is another county needed.
            lock (_lock)
            {
                _idle.Push(kernel);
            }
        }

        return witness.History!;
    }
}
