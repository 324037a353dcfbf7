using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Scenarios.Cohorts.Census;

/// <summary>Pupils on roll, with what the census asks of them and the simulation does not tell: free school meals, service in the armed forces, SEN support.</summary>
internal sealed class PupilRows(CountyHistory county, CohortShares shares)
{
    private const string Yes = "1";

    private readonly SchoolCalendar _calendar = new(county.DateOf(0));
    private readonly SpecialNeeds _needs = new(shares);
    private readonly string[] _schools = SchoolNumbers.All(county.Estate);
    private readonly ShareTable _meals = shares["free-school-meals/residents"];
    private readonly ShareTable _mealsInCare = shares["free-school-meals/looked-after"];
    private readonly ShareTable _service = shares["service-child"];

    /// <summary>Writes a pupil, and the types of its needs.</summary>
    /// <param name="child">The pupil.</param>
    /// <param name="at">Where it is on roll.</param>
    /// <param name="day">The day of the census.</param>
    /// <param name="pupils">The table of pupils.</param>
    /// <param name="needs">The table of needs.</param>
    public void Write(CohortChild child, in Enrolment at, int day, TableRows pupils, TableRows needs)
    {
        int year = _calendar.YearOf(day) - child.Pupil!.Cohort;
        string provision = _needs.ProvisionOf(child, day, year, county.Estate.Schools[at.School].Kind == SchoolKind.Special);
        RandomBlock family = child.Family.Draws.Cohort(CensusBlocks.Family);
        pupils.Text(child.Upn).Text(child.Family.Surname).Text(child.Forename).Text(child.Family.Surname).Date(child.Born).Text(child.Female ? "F" : "M");
        pupils.Text(child.Ethnicity).Text(child.Language);
        pupils.Text(_schools[at.School]).Text("C").Date(county.DateOf(at.From)).Text(SchoolRows.YearOf(year)).YesNo(false).Text("N");
        pupils.YesNo(!child.IsUnaccompanied && (child.Care is null ? _meals : _mealsInCare).Sample(family.UniformA) == Yes);
        pupils.Text(child.IsUnaccompanied ? "N" : _service.Sample(family.UniformB)).Text(AfterCare(child.Care, day));
        pupils.Text(provision).YesNo(false).YesNo(provision == SpecialNeeds.Plan && IsResourced(child.Pupil, at.School, day)).EndRow();

        int rank = 0;
        foreach (string type in _needs.TypesOf(child, provision))
        {
            needs.Text(child.Upn).Whole(++rank).Text(type).EndRow();
        }
    }

    /// <summary>How care ended last, where that is an end for good; an order for adoption follows a placement with adopters only, as in the returns.</summary>
    private static string AfterCare(CareHistory? care, int day)
    {
        if (care is null || care.IsLookedAfterOn(day))
        {
            return "N";
        }

        CareEpisode? last = care.Episodes.FindLast(episode => episode.Until <= day);
        return last switch
        {
            { End: "E11" or "E12", Kind: HomeKind.Adoption } => "A",
            { End: "E45" } => "G",
            { End: "E41" } => "C",
            _ => "N",
        };
    }

    /// <summary>In the resourced provision of the school, as far as the setting tells that the plan named.</summary>
    private bool IsResourced(PupilHistory pupil, int school, int day) =>
        county.Estate.Schools[school] is { ResourcePlaces: > 0, Kind: not SchoolKind.Special }
        && pupil.Plans.Any(plan => plan.From <= day && plan.Until > day && plan.Setting.Equals(nameof(Setting.ResourceProvision), StringComparison.OrdinalIgnoreCase));
}
