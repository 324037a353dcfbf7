using KentSufficiency.Simulation.LivingCounty;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>
/// Who knows all places at all schools of a county: lives the school years day by day as a view, tells each school and district what has changed
/// about it, and keeps what was ordered, with which the view can be had again at any time.
/// </summary>
[Alias("kent.ISchoolPlacesGrain")]
public interface ISchoolPlacesGrain : IGrainWithStringKey
{
    /// <summary>Lives a day. Nothing is stored before <see cref="Settle"/>; asking again for the same day lives it anew from the marker.</summary>
    /// <param name="day">The day after the marker.</param>
    /// <param name="orders">Schemes that were ordered for this day, in order.</param>
    [ResponseTimeout("00:05:00")]
    [Alias("Live")]
    Task Live(int day, SchoolOrder[] orders);

    /// <summary>Ends the day. Completes when it is stored, and each school and district that it changed has stored that.</summary>
    /// <param name="day">The day.</param>
    [ResponseTimeout("00:05:00")]
    [Alias("Settle")]
    Task Settle(int day);

    /// <summary>Forgets what it holds in memory of a day that failed.</summary>
    [Alias("Forget")]
    Task Forget();
}

/// <summary>What is kept of the school years: as much as it takes to live them again, and to notice if they were others.</summary>
/// <param name="Digest">Their fingerprint.</param>
/// <param name="Orders">All that was ordered so far.</param>
[GenerateSerializer]
[Immutable]
[Alias("kent.SchoolPlacesState")]
public sealed record SchoolPlacesState([property: Id(0)] ulong Digest, [property: Id(1)] SchoolOrder[] Orders);
