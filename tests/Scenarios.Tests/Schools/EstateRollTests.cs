using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Schools;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.ScenariosTests.Schools;

/// <summary>The rolls and the surplus of the first day are those of the evidence.</summary>
public sealed class EstateRollTests
{
    private const double Points = 0.3;

    [Theory]
    [InlineData("roll/year-r", 0, 0)]
    [InlineData("roll/primary", 0, 6)]
    [InlineData("roll/year-7", 7, 7)]
    [InlineData("roll/secondary-7-11", 7, 11)]
    public void Rolls_of_January_2014_are_those_printed_for_every_district(string measure, int first, int last)
    {
        CountySchools county = EstateCounty.Of(2014);

        foreach (District district in EstateCounty.Districts.Value.All)
        {
            int index = EstateCounty.District(district.Name);
            int pupils = EstateCounty.Count(county, school => school.District == index, first, last).Pupils;
            Assert.Equal(EstateCounty.Printed(measure, district.Name, EstateCounty.January2014), pupils);
        }
    }

    [Theory]
    [InlineData("surplus/year-r", 0, 0)]
    [InlineData("surplus/primary", 0, 6)]
    public void Primary_surplus_of_January_2014_is_that_printed_for_every_district(string measure, int first, int last)
    {
        CountySchools county = EstateCounty.Of(2014);

        foreach (District district in EstateCounty.Districts.Value.All)
        {
            int index = EstateCounty.District(district.Name);
            double surplus = EstateCounty.Surplus(EstateCounty.Count(county, school => school.District == index, first, last));
            Assert.InRange(surplus - EstateCounty.Printed(measure, district.Name, EstateCounty.January2014), -Points, Points);
        }
    }

    [Theory]
    [InlineData("surplus/year-7", 7, 7)]
    [InlineData("surplus/secondary", 7, 11)]
    public void Secondary_surplus_of_January_2014_is_that_printed_for_every_travel_to_learn_area(string measure, int first, int last)
    {
        CountySchools county = EstateCounty.Of(2014);
        string[] areas = [.. county.TravelAreas.Distinct()];

        Assert.Equal(9, areas.Length);
        foreach (string area in areas)
        {
            double surplus = EstateCounty.Surplus(EstateCounty.Count(county, school => county.TravelAreas[school.Area] == area, first, last));
            Assert.InRange(surplus - EstateCounty.Printed(measure, area, EstateCounty.January2014), -Points, Points);
        }
    }

    [Fact]
    public void Pupils_of_May_2019_are_those_printed_for_Kent()
    {
        CountySchools county = EstateCounty.Of(2019);

        Assert.Equal(EstateCounty.Printed("roll/primary", "Kent", EstateCounty.May2019), EstateCounty.Count(county, _ => true, 0, 6).Pupils);
        Assert.Equal(EstateCounty.Printed("roll/secondary", "Kent", EstateCounty.May2019), EstateCounty.Count(county, _ => true, 7, 13).Pupils);
        Assert.Equal(
            EstateCounty.Printed("roll/special", "Kent", EstateCounty.May2019), county.Residents.Count(child => child.Setting == Setting.Special));
    }

    [Theory]
    [InlineData("surplus/primary", 0, 6)]
    [InlineData("surplus/secondary", 7, 11)]
    public void Surplus_of_2018_19_is_that_printed_for_every_district_and_for_Kent(string measure, int first, int last)
    {
        CountySchools county = EstateCounty.Of(2019);

        foreach (District district in EstateCounty.Districts.Value.All)
        {
            int index = EstateCounty.District(district.Name);
            double surplus = EstateCounty.Surplus(EstateCounty.Count(county, school => school.District == index, first, last));
            Assert.InRange(surplus - EstateCounty.Printed(measure, district.Name, EstateCounty.July2019), -Points, Points);
        }

        double kent = EstateCounty.Surplus(EstateCounty.Count(county, _ => true, first, last));
        Assert.InRange(kent - EstateCounty.Printed(measure, "Kent", EstateCounty.July2019), -Points, Points);
    }

    [Theory]
    [InlineData(2014)]
    [InlineData(2019)]
    public void No_roll_passes_the_places_and_the_declared_over_offer(int baseline)
    {
        CountySchools county = EstateCounty.Of(baseline);
        int[,] rolls = EstateCounty.Rolls(county);

        foreach (School school in county.Estate.Schools.Where(school => school.Kind != SchoolKind.Special))
        {
            for (int year = 0; year < Estate.Years; year++)
            {
                Assert.InRange(rolls[school.Index, year], 0, county.Estate.Capacity[(school.Index * Estate.Years) + year] + school.OverOffer);
            }
        }
    }

    [Theory]
    [InlineData(2014)]
    [InlineData(2019)]
    public void No_special_school_has_more_pupils_than_designated_places(int baseline)
    {
        CountySchools county = EstateCounty.Of(baseline);
        int[] pupils = new int[county.Estate.Schools.Length];
        foreach (int school in county.Residents.Where(child => child.Setting == Setting.Special).Select(child => (int)child.School))
        {
            pupils[school]++;
        }

        Assert.All(county.Estate.Schools, school => Assert.True(pupils[school.Index] <= school.DesignatedPlaces, school.Name));
    }

    [Theory]
    [InlineData(2014)]
    [InlineData(2019)]
    public void The_rolls_by_cohort_count_the_same_children(int baseline)
    {
        CountySchools county = EstateCounty.Of(baseline);
        SchoolRolls rolls = county.Rolls(academicYears: 12);
        int[,] counted = EstateCounty.Rolls(county);

        foreach (School school in county.Estate.Schools.Where(school => school.Kind != SchoolKind.Special))
        {
            for (int year = school.FirstYear; year <= school.LastYear; year++)
            {
                Assert.Equal(counted[school.Index, year], rolls.Roll(school.Index, -year));
                Assert.Equal(county.Estate.Capacity[(school.Index * Estate.Years) + year], rolls.Capacity(school.Index, -year));
            }

            Assert.Equal(school.Pan, rolls.Capacity(school.Index, 1 - school.FirstYear));
            Assert.Equal(school.Pan, rolls.Capacity(school.Index, 10));
            Assert.Equal(0, rolls.Roll(school.Index, 10));
        }
    }
}
