using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Schools;
using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.ScenariosTests.Schools;

/// <summary>Which schools there are, where, and what the papers say of them.</summary>
public sealed class EstateShapeTests
{
    private static readonly string[] s_seven =
    [
        "longfield-academy", "meopham-school", "northfleet-school-for-girls", "northfleet-technology-college", "saint-georges-ce-school",
        "st-johns-catholic-comprehensive-school", "thamesview",
    ];

    [Fact]
    public void The_schools_of_May_2019_are_as_many_as_printed()
    {
        School[] schools = EstateCounty.Of(2019).Estate.Schools;

        Assert.Equal(
            EstateCounty.Printed("schools/primary", "Kent", EstateCounty.May2019),
            schools.Count(school => school.Kind is SchoolKind.Infant or SchoolKind.Junior or SchoolKind.Primary));
        Assert.Equal(EstateCounty.Printed("schools/secondary", "Kent", EstateCounty.May2019), schools.Count(school => school.Kind == SchoolKind.Secondary));
        Assert.Equal(EstateCounty.Printed("schools/special", "Kent", EstateCounty.May2019), schools.Count(school => school.Kind == SchoolKind.Special));
    }

    [Theory]
    [InlineData(2014)]
    [InlineData(2019)]
    public void Indices_are_positions_ids_are_unique_and_generated_schools_say_so(int baseline)
    {
        Estate estate = EstateCounty.Of(baseline).Estate;

        Assert.All(estate.Schools, school => Assert.Same(school, estate.Schools[school.Index]));
        Assert.Equal(estate.Schools.Length, estate.Schools.Select(school => school.Id).Distinct().Count());
        Assert.All(estate.Schools, school => Assert.Equal(school.Synthetic, school.Name.EndsWith("(synthetic)", StringComparison.Ordinal)));
        Assert.All(estate.Schools, school => Assert.Equal(school.District, estate.Areas[school.Area].District));
        Assert.All(estate.Schools, school => Assert.Equal(school.Kind == SchoolKind.Secondary, school.Group >= 0));
        Assert.All(estate.Schools, school => Assert.NotEqual(Grade.None, school.Grade));
        Assert.Equal(estate.Schools.Length * Estate.Years, estate.Capacity.Length);
    }

    [Theory]
    [InlineData(2014)]
    [InlineData(2019)]
    public void Planning_areas_of_a_district_are_neighbours_lie_in_it_and_hold_all_its_children(int baseline)
    {
        PlanningArea[] areas = EstateCounty.Of(baseline).Estate.Areas;

        Assert.InRange(areas.Length, 96, 160);
        Assert.True(areas.Select(area => area.District).SequenceEqual(areas.Select(area => area.District).Order()));
        foreach (IGrouping<int, PlanningArea> district in areas.GroupBy(area => area.District))
        {
            Disc ground = EstateCounty.Districts.Value.All[district.Key].Ground;
            Assert.Equal(1, district.Sum(area => area.Share), 9);
            Assert.All(district, area => Assert.InRange((area.East / 100.0) - ground.EastMiles, -ground.RadiusMiles, ground.RadiusMiles));
            Assert.All(district, area => Assert.InRange((area.North / 100.0) - ground.NorthMiles, -ground.RadiusMiles, ground.RadiusMiles));
        }
    }

    [Fact]
    public void The_named_planning_group_has_its_seven_schools()
    {
        Estate estate = EstateCounty.Of(2019).Estate;

        Assert.Equal("Gravesend and Longfield non-selective", estate.Groups[0].Name);
        Assert.Equal(s_seven, estate.Schools.Where(school => school.Group == 0).Select(school => school.Id).Order());
        Assert.All(estate.Schools.Where(school => school.Selective), school => Assert.True(estate.Groups[school.Group].Selective));
    }

    [Theory]
    [InlineData(2014, "rose-street", 30, 0, 0)]
    [InlineData(2014, "lawn", 20, 0, 0)]
    [InlineData(2014, "trinity", 120, 0, 0)]
    [InlineData(2014, "goldwyn", 0, 0, 60)]
    [InlineData(2019, "thamesview", 150, 30, 0)]
    [InlineData(2019, "sunny-bank", 45, 0, 0)]
    [InlineData(2019, "rose-street", 60, 0, 0)]
    [InlineData(2019, "oakley", 0, 0, 242)]
    public void Printed_numbers_of_named_schools_are_kept(int baseline, string id, int pan, int overOffer, int designated)
    {
        School school = EstateCounty.Of(baseline).Estate.Schools.Single(s => s.Id == id);

        Assert.False(school.Synthetic);
        Assert.Equal((pan, overOffer, designated), (school.Pan, school.OverOffer, school.DesignatedPlaces));
    }

    [Theory]
    [InlineData(2014, "chaucer", true)]
    [InlineData(2019, "chaucer", false)]
    [InlineData(2014, "thistle-hill", false)]
    [InlineData(2019, "thistle-hill", true)]
    [InlineData(2014, "sunny-bank", false)]
    [InlineData(2019, "the-beacon", true)]
    public void A_school_is_there_from_its_opening_to_its_closure(int baseline, string id, bool there) =>
        Assert.Equal(there, EstateCounty.Of(baseline).Estate.Schools.Any(school => school.Id == id));

    [Fact]
    public void Trinity_has_only_the_year_group_it_opened_with()
    {
        CountySchools county = EstateCounty.Of(2014);
        School trinity = county.Estate.Schools.Single(school => school.Id == "trinity");

        Assert.NotEqual(0, EstateCounty.Rolls(county)[trinity.Index, 7]);
        Assert.All(Enumerable.Range(8, 6), year => Assert.Equal(0, EstateCounty.Rolls(county)[trinity.Index, year]));
    }

    [Theory]
    [InlineData(2014, 0)]
    [InlineData(2014, 7)]
    [InlineData(2019, 0)]
    [InlineData(2019, 7)]
    public void First_preferences_by_the_logit_are_near_the_pupils_of_each_school(int baseline, int year)
    {
        CountySchools county = EstateCounty.Of(baseline);
        double[] expected = FirstPreferences(county, year);
        int[,] rolls = EstateCounty.Rolls(county);

        // Popularity alone spreads them by a factor of exp(0.35); the rest of the room is for growth between cohorts and for the coarse grid.
        Assert.All(
            county.Estate.Schools.Where(school => county.Estate.Begins(school.Index, year) && school.Pan >= 30),
            school => Assert.InRange(expected[school.Index] / rolls[school.Index, year], 0.45, 2.2));
    }

    [Fact]
    public void Some_schools_are_wanted_by_more_than_they_have_places_for_and_some_by_fewer()
    {
        CountySchools county = EstateCounty.Of(2019);
        double[] expected = FirstPreferences(county, 0);
        School[] schools = [.. county.Estate.Schools.Where(school => county.Estate.Begins(school.Index, 0))];

        Assert.InRange(schools.Count(school => expected[school.Index] > school.Pan) / (double)schools.Length, 0.15, 0.6);
        Assert.InRange(schools.Count(school => expected[school.Index] < 0.8 * school.Pan) / (double)schools.Length, 0.1, 0.6);
    }

    // By home, not by the grid that the pulls were found on; children of the year group before the entry stand for the applicants.
    private static double[] FirstPreferences(CountySchools county, int year)
    {
        Estate estate = county.Estate;
        var reach = new SchoolReach(estate);
        AssumptionCatalogue assumptions = AssumptionCatalogue.Load(DataFolder.Locate());
        double perMile = assumptions[year == 7 ? "schools/per-mile/secondary" : "schools/per-mile/primary"].Value;
        double passed = assumptions["schools/test-pass-share"].Value;
        int cohort = year == 7 ? -6 : 0;
        double[] sums = new double[estate.Schools.Length];
        foreach (ResidentState child in county.Residents.Where(child => child.Cohort == cohort && child.Setting is Setting.Mainstream))
        {
            int[] open = [.. reach.Open(child.Area, year)];
            int[] all = year == 7 ? [.. open, .. reach.Selective(child.Area)] : open;
            Add(estate, child, open, perMile, year == 7 ? 1 - passed : 1, sums);
            Add(estate, child, all, perMile, year == 7 ? passed : 0, sums);
        }

        return sums;
    }

    private static void Add(Estate estate, ResidentState child, int[] schools, double perMile, double weight, double[] sums)
    {
        PlanningArea area = estate.Areas[child.Area];
        double[] likings = [.. schools.Select(s => Math.Exp(estate.Schools[s].Pull - (perMile * Math.Sqrt(
            Math.Pow(child.EastIn(area) - estate.Schools[s].East, 2) + Math.Pow(child.NorthIn(area) - estate.Schools[s].North, 2)) / 100)))];
        double all = likings.Sum();
        for (int i = 0; i < schools.Length; i++)
        {
            sums[schools[i]] += weight * likings[i] / all;
        }
    }
}
