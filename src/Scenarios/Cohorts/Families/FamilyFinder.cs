using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Cohorts.Families;

/// <summary>All families of a replication, in the order of an addressed lot: the first so many are a sample of the county, and one more child moves nobody.</summary>
internal static class FamilyFinder
{
    /// <summary>The families.</summary>
    /// <param name="county">The replication.</param>
    /// <param name="residents">Makes families of the residents who were never looked after; null to leave them out.</param>
    public static List<FamilyUnit> Find(CountyHistory county, ResidentFamilies? residents)
    {
        var families = new List<FamilyUnit>();
        foreach (IGrouping<ulong, CareHistory> group in county.Care.GroupBy(child => child.Lead))
        {
            Member[] members = [.. group.Select(child => new Member(child, child.Resident == 0 || !county.HasSchools ? -1 : county.NumberOf(child.Resident)))];
            families.Add(new FamilyUnit(group.Key, LotOf(county, group.Key), members));
        }

        if (residents is not null)
        {
            families.AddRange(residents.Form(county).Select(members =>
                new FamilyUnit(county.Residents[members[0].Resident].Id, LotOf(county, county.Residents[members[0].Resident].Id), members)));
        }

        families.Sort();
        return families;
    }

    private static ulong LotOf(CountyHistory county, ulong lead)
    {
        RandomBlock lot = county.DrawsOf(lead).Cohort(CohortDraws.OrderBlock);
        return ((ulong)lot.A << 32) | lot.B;
    }
}
