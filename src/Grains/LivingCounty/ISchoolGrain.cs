namespace KentSufficiency.Grains.LivingCounty;

/// <summary>
/// One school, as far as children in care need it: that it is there, where, and since when. Which child goes where is known by district until
/// schools admit children.
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

    /// <summary>The school at the end of a day that has passed, or null where there was none.</summary>
    /// <param name="marker">The last whole day.</param>
    [Alias("At")]
    Task<SchoolState?> At(int marker);
}

/// <summary>A school.</summary>
/// <param name="Name">Its name.</param>
/// <param name="District">Its district, 0 to 11.</param>
/// <param name="Places">Places in all.</param>
/// <param name="OpenedDay">The day it opened.</param>
[GenerateSerializer]
[Immutable]
[Alias("kent.SchoolState")]
public sealed record SchoolState([property: Id(0)] string Name, [property: Id(1)] int District, [property: Id(2)] int Places, [property: Id(3)] int OpenedDay);
