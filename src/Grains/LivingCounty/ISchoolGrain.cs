using KentSufficiency.Simulation.LivingCounty;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>
/// One school. In a county that lives its school years it keeps its own file: places and pupils by year group, grade, schemes. In one that does
/// not, a school that was opened by a command keeps that it is there, where, and since when.
/// </summary>
[Alias("kent.ISchoolGrain")]
public interface ISchoolGrain : IGrainWithStringKey
{
    /// <summary>Opens the school. Completes when that is stored.</summary>
    /// <param name="day">The day after the marker.</param>
    /// <param name="state">The school.</param>
    [ResponseTimeout("00:02:00")]
    [Alias("Open")]
    Task Open(int day, SchoolState state);

    /// <summary>A school that was opened by a command, at the end of a day that has passed, or null where there was none.</summary>
    /// <param name="marker">The last whole day.</param>
    [Alias("At")]
    Task<SchoolState?> At(int marker);

    /// <summary>Takes what a day changed. Completes when it is stored.</summary>
    /// <param name="day">The day after the marker.</param>
    /// <param name="file">The school at its end.</param>
    [ResponseTimeout("00:02:00")]
    [Alias("Settle")]
    Task Settle(int day, SchoolFile file);

    /// <summary>The school's file at the end of a day that has passed, or null where it has none.</summary>
    /// <param name="marker">The last whole day.</param>
    [Alias("FileAt")]
    Task<SchoolFile?> FileAt(int marker);
}

/// <summary>A school that was opened by a command.</summary>
/// <param name="Name">Its name.</param>
/// <param name="District">Its district, 0 to 11.</param>
/// <param name="Places">Places in all.</param>
/// <param name="OpenedDay">The day it opened.</param>
[GenerateSerializer]
[Immutable]
[Alias("kent.SchoolState")]
public sealed record SchoolState([property: Id(0)] string Name, [property: Id(1)] int District, [property: Id(2)] int Places, [property: Id(3)] int OpenedDay);
