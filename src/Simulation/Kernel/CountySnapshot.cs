using KentSufficiency.Simulation.County;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// A county at the end of a day, as the start of something else: a living county, or an ensemble that asks what happens from here.
/// Immutable once made; any number of kernels may start from one.
/// </summary>
public sealed class CountySnapshot
{
    internal CountySnapshot(int day, CountyState state, List<ChildState> frontDoor, long[] results)
    {
        Day = day;
        State = state;
        FrontDoor = frontDoor;
        Results = results;
    }

    /// <summary>The day at whose end the county stands so.</summary>
    public int Day { get; }

    /// <summary>What was measured on the record days up to then, in the order of a replication's results.</summary>
    public IReadOnlyList<long> Measured => Results;

    /// <summary>Homes, those who live in them, and the counts since the first day, those of the front door included.</summary>
    internal CountyState State { get; }

    /// <summary>Children who want nothing of anybody yet; the state's stocks leave them out.</summary>
    internal List<ChildState> FrontDoor { get; }

    internal long[] Results { get; }

    /// <summary>The school years until then; null where there are none.</summary>
    public SchoolYears.SchoolPast? Schools { get; internal init; }

    /// <summary>Which residents the children in care are; null where that is not known yet.</summary>
    internal CareSchools.CareSchoolState? CareSchools { get; init; }

    /// <summary>The county of a replication at the end of a day, with the whole of its lead-in.</summary>
    /// <param name="parameters">What the replication runs on.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="replication">The replication's number.</param>
    /// <param name="day">The day, from the eve of day 0 to the horizon.</param>
    /// <param name="log">Receives the events until then, or null for none.</param>
    public static CountySnapshot Of(CountyParameters parameters, uint seed, uint replication, int day, IEventLog? log = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, -1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, parameters.Horizon);
        return new CountyKernel(parameters).RunTo(day, seed, replication, log);
    }
}
