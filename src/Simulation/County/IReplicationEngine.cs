using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Simulation.County;

/// <summary>
/// Runs replications of one scenario, one at a time. An engine owns its working memory and reuses it from one replication to
/// the next, so an instance belongs to one thread; the results depend on seed and replication alone.
/// </summary>
public interface IReplicationEngine
{
    /// <summary>What is measured, in the order of the results.</summary>
    IReadOnlyList<MeasureDefinition> Measures { get; }

    /// <summary>The record dates in ascending order; the first is the start of the run.</summary>
    IReadOnlyList<DateOnly> Dates { get; }

    /// <summary>Where numerator and denominator of each measure on each date lie in the results.</summary>
    RecordLayout Layout { get; }

    /// <summary>Runs one replication from the initial state to the horizon.</summary>
    /// <param name="seed">The experiment's seed.</param>
    /// <param name="replication">The replication's number from 0.</param>
    /// <param name="results">Receives numerator and denominator of each measure on each date, as <see cref="Layout"/> has them.</param>
    /// <param name="audit">Checks the conservation laws at the end of every simulated day.</param>
    /// <param name="log">Receives every event in its canonical order, or null for none.</param>
    /// <param name="cancellation">Observed once a simulated month.</param>
    /// <exception cref="AuditException">A conservation law was broken.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the results are incomplete.</exception>
    void Run(uint seed, uint replication, Span<long> results, bool audit, IEventLog? log, CancellationToken cancellation);
}
