namespace KentSufficiency.Grains.LivingCounty;

/// <summary>One fostering household, from enquiry on, with its home. Promises what <see cref="IChildGrain"/> does.</summary>
[Alias("kent.IFosterHouseholdGrain")]
public interface IFosterHouseholdGrain : IGrainWithStringKey
{
    /// <summary>
    /// Wakes the household on a day; one of which nothing is known enquires. Completes when the new state is stored, unless the placement service
    /// has to do with it: then <see cref="Settle"/> follows.
    /// </summary>
    /// <param name="day">The day after the marker.</param>
    /// <param name="unaccompanied">Unaccompanied children looked after on the evening before.</param>
    /// <param name="arrives">Whether this is the day of the household's arrival: no earlier day knows it.</param>
    [ResponseTimeout("00:02:00")]
    [Alias("Wake")]
    ValueTask<WokenHousehold> Wake(int day, int unaccompanied, bool arrives);

    /// <summary>The day has made this of the household. Completes when it is stored.</summary>
    /// <param name="day">The day after the marker.</param>
    /// <param name="file">The household and its home in the evening.</param>
    [ResponseTimeout("00:02:00")]
    [Alias("Settle")]
    Task Settle(int day, HouseholdFile file);

    /// <summary>The household at the end of a day that has passed, or null where there was none of this address.</summary>
    /// <param name="marker">The last whole day.</param>
    [Alias("At")]
    ValueTask<HouseholdFile?> At(int marker);
}
