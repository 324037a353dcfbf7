using System.Globalization;
using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Cohorts.Census;

/// <summary>Schools in the words of the census.</summary>
internal static class SchoolRows
{
    private const int ReceptionAge = 4;

    /// <summary>NCyearActual of a year group.</summary>
    public static string YearOf(int year) => year <= 0 ? "R" : year.ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes every school that is open on a day.</summary>
    public static void Write(CountyHistory county, PersonalDetail detail, int day, TableRows rows)
    {
        foreach (School school in county.Estate.Schools.Where(school => school.OpensDay <= day))
        {
            PostalAddress address = detail.AddressIn(SchoolNumbers.DrawsOf(county, school), school.District);
            rows.Text(SchoolNumbers.LaEstab(school.Index)).Text(SchoolNumbers.Authority).Text(SchoolNumbers.Estab(school.Index)).Text(SchoolNumbers.Urn(school.Index));
            rows.Text(school.Name).Text(PhaseOf(school.Kind)).Text(TypeOf(school)).Text(PolicyOf(school));
            rows.Text(YearOf(school.FirstYear)).Text(YearOf(school.LastYear)).Whole(school.FirstYear + ReceptionAge).Whole(school.LastYear + ReceptionAge + 1);
            rows.Text(address.Street).Text(address.Town).Text(address.Postcode).EndRow();
        }
    }

    private static string PhaseOf(SchoolKind kind) => kind switch
    {
        SchoolKind.Secondary => "SS",
        SchoolKind.AllAge => "AT",
        SchoolKind.Special => "SP",
        _ => "PS",
    };

    private static string TypeOf(School school) => (school.Authority, school.Kind) switch
    {
        (SchoolAuthority.Council, SchoolKind.Special) => "Community special school",
        (SchoolAuthority.Council, _) => "Community school",
        (SchoolAuthority.GoverningBody, SchoolKind.Special) => "Foundation special school",
        (SchoolAuthority.GoverningBody, _) => school.Faith ? "Voluntary aided school" : "Foundation school",
        (_, SchoolKind.Special) => "Academy special converter",
        _ => "Academy converter",
    };

    private static string? PolicyOf(School school) =>
        school.Kind is not (SchoolKind.Secondary or SchoolKind.AllAge) ? null : school.Selective ? "Selective" : "Non-selective";
}
