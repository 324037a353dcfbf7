using System.Globalization;
using KentSufficiency.Scenarios.Cohorts.History;

namespace KentSufficiency.Scenarios.Cohorts;

/// <summary>
/// The number of a child among all children of a seed: by replication, then the children whom care has met, in the order in which it met them, then the residents in the
/// order in which they came. It depends neither on how many children are asked for nor on the last day.
/// </summary>
internal static class CohortNumbers
{
    /// <summary>The most replications a cohort can be made of.</summary>
    public const int MostReplications = 600;

    private const int OfReplication = 1_500_000;
    private const int FirstResident = 200_000;
    private const long FirstChild = 100_000_001;

    /// <summary>The number of a child whom care has met.</summary>
    public static long Of(uint replication, CareHistory care) => Of(replication, care.Number, FirstResident);

    /// <summary>The number of another resident.</summary>
    public static long Of(uint replication, int resident) => Of(replication, FirstResident + resident, OfReplication);

    /// <summary>CHILD: nine digits.</summary>
    public static string ChildId(long number) => (FirstChild + number).ToString(CultureInfo.InvariantCulture);

    private static long Of(uint replication, int local, int limit) => local < limit && replication < MostReplications
        ? ((long)replication * OfReplication) + local
        : throw new InvalidOperationException("A county has more children than a cohort has numbers for.");
}
