using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Cohorts.History;

/// <summary>Watches one replication to its last day and keeps the histories of its children, pupils and fostering households.</summary>
/// <param name="key">Seed and replication.</param>
/// <param name="schools">Whether what happens at school is kept; without it only who lives in Kent is.</param>
internal sealed class HistoryWitness(DrawKey key, bool schools) : ICountyWitness
{
    private readonly CareCollector _care = new(key);
    private readonly ResidentEvents _residents = new();
    private readonly HouseholdCollector _households = new();
    private readonly FosteringYears _fostering = new();

    /// <summary>What was seen; null before the last day.</summary>
    public CountyHistory? History { get; private set; }

    /// <inheritdoc/>
    public bool WantsSchools => schools;

    /// <inheritdoc/>
    public void Happened(int day, in LoggedEvent happened)
    {
        if (ResidentEvents.IsResident(happened.Entity))
        {
            _residents.Happened(day, happened);
        }
        else if (HouseholdCollector.IsHousehold(happened.Entity))
        {
            _households.Happened(day, happened);
            _fostering.Happened(happened);
        }
        else
        {
            _care.Happened(day, happened);
        }
    }

    /// <inheritdoc/>
    public void EndDay(in CountyGlimpse county)
    {
        _care.EndDay(county);
        _fostering.EndDay(county);
        if (county.Day == county.Parameters.Horizon)
        {
            History = new CountyHistory(county, key, _care.Children, schools ? _residents : null, _households.Collect(county), _fostering.All);
        }
    }
}
