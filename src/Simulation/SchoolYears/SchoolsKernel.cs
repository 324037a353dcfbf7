using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>
/// Runs the school side alone: for a start of which the care side is not known. All that it measures is measured on census dates. Not
/// thread-safe; one kernel a thread.
/// </summary>
public sealed class SchoolsKernel : IReplicationEngine
{
    private static readonly HomeRegister s_noHomes = new();

    private readonly CountyParameters _shape;
    private readonly Func<DrawKey, CountyParameters>? _draw;
    private readonly SharedReplication _shared;
    private readonly Effects _told = new();

    /// <summary>Creates a kernel for one scenario.</summary>
    /// <param name="parameters">What every replication starts from, or the shape that all draws have.</param>
    /// <param name="draw">Gives the parameters of a replication, or null where all have the same.</param>
    /// <param name="shared">What the kernels of other scenarios on the same thread have simulated already, or null.</param>
    public SchoolsKernel(CountyParameters parameters, Func<DrawKey, CountyParameters>? draw = null, SharedReplication? shared = null)
    {
        _shape = parameters;
        _draw = draw;
        _shared = shared ?? new SharedReplication();
        Measures = SchoolYearsLane.MeasuresOf(parameters);
        Layout = RecordLayout.Of(Measures, parameters.CensusRecords);
    }

    /// <inheritdoc/>
    public IReadOnlyList<MeasureDefinition> Measures { get; }

    /// <inheritdoc/>
    public IReadOnlyList<DateOnly> Dates => [.. _shape.RecordDays.Select(day => _shape.Start.AddDays(day))];

    /// <inheritdoc/>
    public RecordLayout Layout { get; }

    /// <inheritdoc/>
    public void Run(uint seed, uint replication, Span<long> results, bool audit, IEventLog? log, CancellationToken cancellation)
    {
        var key = new DrawKey(seed, replication);
        CountyParameters parameters = _draw?.Invoke(key) ?? _shape;
        SchoolHistory history = _shared.SchoolYears(parameters, key, log is not null, audit, cancellation)!;
        ReadOnlySpan<int> censuses = Layout.CensusDates;
        for (int census = 0; census < censuses.Length; census++)
        {
            history.At(census).CopyTo(Layout.On(censuses[census], results));
        }

        if (log is not null)
        {
            Tell(history, log);
        }
    }

    private void Tell(SchoolHistory history, IEventLog log)
    {
        _told.Reset(telling: true);
        for (int day = 0; day <= _shape.Horizon; day++)
        {
            history.Told.TellDay(day, _told);
            DateOnly date = _shape.Start.AddDays(day);
            _told.Told.Sort();
            foreach (ref readonly LoggedEvent happened in _told.Told)
            {
                log.Record(EventRecord.Of(happened, date, s_noHomes));
            }

            _told.ClearDay();
        }
    }
}
