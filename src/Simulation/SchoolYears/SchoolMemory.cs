using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Time;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>Room for the children of a county and their calendar. Lanes that run one after the other on a thread share one.</summary>
/// <param name="residents">The children of the start.</param>
internal sealed class SchoolMemory(ResidentState[] residents)
{
    /// <summary>The children.</summary>
    public ResidentTable Residents { get; } = new(residents);

    /// <summary>Who wakes when.</summary>
    public DayWheel Wheel { get; } = new(0, 12);

    /// <summary>Whether it begins with given children.</summary>
    public bool IsOf(ResidentState[] others) => ReferenceEquals(residents, others);
}
