using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>
/// The school years of one replication, lived through once for all scenarios whose levers and actions leave schools alone. There is a lane
/// for each estate; the room for the children, which is most of the memory, is one for all that begin with the same.
/// </summary>
internal sealed class SharedSchoolYears
{
    private readonly List<(CountyParameters Parameters, SchoolHistory History)> _passages = [];
    private readonly Dictionary<SchoolParameters, SchoolYearsLane> _lanes = [];
    private SchoolMemory? _memory;

    /// <summary>How many passages there were.</summary>
    public int Passages { get; private set; }

    /// <summary>Who lived in Kent, as the latest passage left them; nobody where there was none.</summary>
    public ReadOnlySpan<Residents.ResidentState> Residents => _memory is null ? [] : _memory.Residents.All;

    /// <summary>The school years of the replication for a scenario.</summary>
    public SchoolHistory Of(CountyParameters parameters, DrawKey key, bool telling, bool audit, CancellationToken cancellation, SchoolPast? past = null)
    {
        for (int i = 0; i < Passages; i++)
        {
            if (_passages[i].History.Telling == telling && IsSame(_passages[i].Parameters, parameters))
            {
                return _passages[i].History;
            }
        }

        SchoolHistory history = Passages < _passages.Count ? _passages[Passages].History : new SchoolHistory();
        LaneOf(parameters).Live(parameters, key, telling, audit, history, cancellation, past);
        if (Passages == _passages.Count)
        {
            _passages.Add((parameters, history));
        }

        _passages[Passages++] = (parameters, history); // Only now: a cancelled passage is none.
        return history;
    }

    /// <summary>Forgets the replication before.</summary>
    public void Forget() => Passages = 0;

    /// <summary>Forgets all: the replications to come have another shape.</summary>
    public void Clear()
    {
        Forget();
        _lanes.Clear();
        _memory = null;
    }

    private SchoolYearsLane LaneOf(CountyParameters parameters)
    {
        if (!_lanes.TryGetValue(parameters.Schools!, out SchoolYearsLane? lane))
        {
            if (_memory?.IsOf(parameters.Schools!.Residents) != true)
            {
                _memory = new SchoolMemory(parameters.Schools!.Residents);
            }

            _lanes.Add(parameters.Schools!, lane = new SchoolYearsLane(parameters, _memory));
        }

        return lane;
    }

    private static bool IsSame(CountyParameters one, CountyParameters other) =>
        ReferenceEquals(one.Schools, other.Schools) && SharedReplication.HasSame(one, other, static rates => rates.Schools);
}
