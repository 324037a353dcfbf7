using KentSufficiency.Simulation.LivingCounty;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>
/// A ward of the county: a district, or the coast where unaccompanied children arrive. Knows who belongs to it and when each wakes, and stands
/// between them and the county, so that a day costs a few calls between silos and not one for each entity.
/// </summary>
[Alias("kent.IDistrictGrain")]
public interface IDistrictGrain : IGrainWithStringKey
{
    /// <summary>Takes in those who are there when the county begins. Completes when all is stored.</summary>
    /// <param name="day">The day at whose end they stand so.</param>
    /// <param name="people">Everybody of the ward.</param>
    [ResponseTimeout("00:05:00")]
    [Alias("Begin")]
    Task Begin(int day, WardPeople people);

    /// <summary>Wakes all whose day it is, and those who arrive.</summary>
    /// <param name="day">The day after the marker.</param>
    /// <param name="unaccompanied">Unaccompanied children looked after on the evening before.</param>
    /// <param name="also">Addresses of those who arrive because somebody asked for it.</param>
    [ResponseTimeout("00:05:00")]
    [Alias("Wake")]
    Task<WokenWard> Wake(int day, int unaccompanied, ulong[] also);

    /// <summary>Ends a day. Completes when everybody who changed on it, and the roster, is stored.</summary>
    /// <param name="day">The day after the marker.</param>
    /// <param name="changed">Those of the ward whom resolving the day changed or created.</param>
    [ResponseTimeout("00:05:00")]
    [Alias("Settle")]
    Task Settle(int day, WardPeople changed);

    /// <summary>Everybody of the ward at the end of a day that has passed.</summary>
    /// <param name="marker">The last whole day.</param>
    /// <param name="concerned">Only those whom the placement service has to do with.</param>
    [ResponseTimeout("00:05:00")]
    [Alias("GetPeople")]
    Task<WardPeople> GetPeople(int marker, bool concerned);

    /// <summary>Takes how the children and schools of the district stand at the end of a day. Completes when it is stored.</summary>
    /// <param name="day">The day after the marker.</param>
    /// <param name="schools">The district.</param>
    [ResponseTimeout("00:05:00")]
    [Alias("SettleSchools")]
    Task SettleSchools(int day, DistrictSchools schools);

    /// <summary>How the children and schools of the district stood at the end of a day that has passed; null where that is not known.</summary>
    /// <param name="marker">The last whole day.</param>
    [Alias("SchoolsAt")]
    Task<DistrictSchools?> SchoolsAt(int marker);

    /// <summary>Forgets what it holds in memory of a day that failed; the next call reads again what is stored.</summary>
    [Alias("Forget")]
    Task Forget();
}
