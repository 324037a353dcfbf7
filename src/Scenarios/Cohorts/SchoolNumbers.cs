using System.Globalization;
using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Cohorts;

/// <summary>
/// The numbers of schools, from ranges that no school of England has: establishment numbers from 9001 on, above those of schools, colleges and early years, and unique
/// reference numbers from 990001 on, above all that the register of schools has given. A school has the same in every replication and every format.
/// </summary>
internal static class SchoolNumbers
{
    /// <summary>Number of the local authority of Kent.</summary>
    public const string Authority = "886";

    private const int FirstEstablishment = 9001;
    private const int FirstReference = 990_001;
    private const int Establishments = 999;

    /// <summary>The three digits of the authority and the four of the establishment.</summary>
    public static string LaEstab(int school) => Authority + Estab(school);

    /// <summary>The four digits of the establishment.</summary>
    public static string Estab(int school) => school < Establishments
        ? (FirstEstablishment + school).ToString(CultureInfo.InvariantCulture)
        : throw new InvalidOperationException("The county has more schools than there are numbers for.");

    /// <summary>Unique reference number.</summary>
    public static string Urn(int school) => (FirstReference + school).ToString(CultureInfo.InvariantCulture);

    /// <summary>LAEstab of every school.</summary>
    public static string[] All(Estate estate) => [.. estate.Schools.Select(school => LaEstab(school.Index))];

    /// <summary>The draws of a school.</summary>
    public static Draws DrawsOf(CountyHistory county, School school) =>
        county.DrawsOf(EntityId.Of(EntityKind.School, school.District, 0, school.Index));
}
