using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Cohorts.AllTables;

/// <summary>Schools.</summary>
internal sealed class SchoolRows(CountyHistory county, PersonalDetail detail)
{
    /// <summary>Schools so far.</summary>
    public TableRows Schools { get; } = new(SchoolTables.Schools);

    /// <summary>Writes all schools.</summary>
    public void Write()
    {
        foreach (School school in county.Estate.Schools)
        {
            PostalAddress address = detail.AddressIn(SchoolNumbers.DrawsOf(county, school), school.District);
            Schools.Text(SchoolNumbers.LaEstab(school.Index)).Text(SchoolNumbers.Urn(school.Index)).Text(school.Name).YesNo(school.Synthetic);
            Schools.Text(FieldNames<SchoolKind>.Of(school.Kind)).Whole(school.FirstYear).Whole(school.LastYear);
            Schools.Text(county.Map[school.District].Name).Text(county.Estate.Areas[school.Area].Name).Text(FieldNames<SchoolAuthority>.Of(school.Authority));
            Schools.YesNo(school.Selective).YesNo(school.Faith).YesNo(school.SixthForm);
            Schools.Whole(school.Pan).Whole(school.ResourcePlaces).Whole(school.DesignatedPlaces);
            Schools.Date(school.OpensDay > 0 ? county.DateOf(school.OpensDay) : null);
            Schools.Text(address.Street).Text(address.Town).Text(address.Postcode).EndRow();
        }
    }
}
