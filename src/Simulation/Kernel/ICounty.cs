using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// What resolving a day needs of the county around it. The kernel is one, and so is the desk of a living county: the day is resolved by the
/// same code in both.
/// </summary>
internal interface ICounty
{
    /// <summary>Seed and replication.</summary>
    DrawKey Key { get; }

    /// <summary>What the county runs on.</summary>
    CountyParameters Parameters { get; }

    /// <summary>Everything that a day changes.</summary>
    CountyState State { get; }

    /// <summary>Notes that a child changed and wakes on another day, or has gone.</summary>
    void ScheduleChild(int slot, int today);

    /// <summary>Notes that a household changed and wakes on another day.</summary>
    void ScheduleHousehold(int slot, int today);

    /// <summary>Takes a slot for a child who comes into the model.</summary>
    int AddChild(ulong id, int district);
}
