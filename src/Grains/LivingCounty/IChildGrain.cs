using KentSufficiency.Simulation.County;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>
/// One child. Wakes on its own day by the rules of the kernel and calls nobody; what it wants is what it returns. Days are whole: until the
/// county's marker has passed a day, asking again for that day gives the same answer.
/// </summary>
[Alias("kent.IChildGrain")]
public interface IChildGrain : IGrainWithStringKey
{
    /// <summary>
    /// Wakes the child on a day; one of whom nothing is known arrives. Completes when the new state is stored, unless the placement service has to
    /// do with the child: then <see cref="Settle"/> follows and stores what the day made of it.
    /// </summary>
    /// <param name="day">The day after the marker.</param>
    /// <param name="unaccompanied">Unaccompanied children looked after on the evening before.</param>
    /// <param name="arrives">Whether this is the day of the child's arrival: no earlier day knows it.</param>
    [ResponseTimeout("00:02:00")]
    [Alias("Wake")]
    ValueTask<WokenChild> Wake(int day, int unaccompanied, bool arrives);

    /// <summary>The day has made this of the child. Completes when it is stored. May be called for a child nobody has seen before.</summary>
    /// <param name="day">The day after the marker.</param>
    /// <param name="state">The child in the evening.</param>
    [ResponseTimeout("00:02:00")]
    [Alias("Settle")]
    Task Settle(int day, ChildState state);

    /// <summary>The child at the end of a day that has passed, or null where there was none of this address.</summary>
    /// <param name="marker">The last whole day.</param>
    [Alias("At")]
    ValueTask<ChildState?> At(int marker);
}
