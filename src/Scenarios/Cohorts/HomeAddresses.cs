using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Scenarios.Cohorts;

/// <summary>A home of a child.</summary>
/// <param name="From">The day from which on; null where it was so before anything is known.</param>
/// <param name="Until">The day of leaving it; null while it lasts.</param>
/// <param name="District">District, 0 to 11.</param>
/// <param name="Area">Planning area, or -1 where it is not known.</param>
/// <param name="Address">The address.</param>
internal readonly record struct HomeSpell(DateOnly? From, DateOnly? Until, int District, int Area, PostalAddress Address);

/// <summary>
/// Where the family of a child lives and has lived. The home of a child who was ever looked after is the one that care knows, and stays. Every other child has an address in each
/// planning area in which it lived; brothers and sisters have the same there. For one thread.
/// </summary>
internal sealed class HomeAddresses(CountyHistory county, PersonalDetail detail)
{
    /// <summary>The address on a day.</summary>
    public PostalAddress On(CohortChild child, int day)
    {
        int area = child.Care is null ? child.Pupil!.AreaOn(day) : -1;
        return area < 0 || area == child.Pupil!.AreaOn(county.LastDay) ? child.Address : In(child, area);
    }

    /// <summary>All homes in order of time; none for a child who came without a family.</summary>
    public IEnumerable<HomeSpell> Of(CohortChild child)
    {
        if (child.IsUnaccompanied)
        {
            yield break;
        }

        if (child.Care is not null || child.Pupil!.Homes.Count == 0)
        {
            yield return new HomeSpell(null, null, child.District, -1, child.Address);
            yield break;
        }

        IReadOnlyList<(int Day, int Area)> homes = child.Pupil.Homes;
        for (int i = 0; i < homes.Count; i++)
        {
            (int day, int area) = homes[i];
            int until = i + 1 < homes.Count ? homes[i + 1].Day : child.Pupil.LivesUntil;
            yield return new HomeSpell(
                day <= 0 ? null : county.DateOf(day), until == ChildState.Never ? null : county.DateOf(until),
                county.Estate.Areas[area].District, area, i + 1 == homes.Count ? child.Address : In(child, area));
        }
    }

    private PostalAddress In(CohortChild child, int area) => detail.AddressIn(child.Family.Draws, county.Estate.Areas[area].District, area);
}
