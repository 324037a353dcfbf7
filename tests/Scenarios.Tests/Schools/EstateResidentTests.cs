using System.Runtime.InteropServices;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Schools;
using KentSufficiency.Simulation.Residents;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.ScenariosTests.Schools;

/// <summary>The children of the first day.</summary>
public sealed class EstateResidentTests
{
    [Theory]
    [InlineData(2014, 328257)]
    [InlineData(2019, 335600)]
    public void There_are_as_many_children_under_18_as_the_population_says(int baseline, int population) =>
        Assert.InRange(EstateCounty.UnderAge(EstateCounty.Of(baseline), 18), population - 100, population + 100);

    [Theory]
    [InlineData(2014)]
    [InlineData(2019)]
    public void Every_pupil_is_at_a_school_that_teaches_the_pupils_year(int baseline)
    {
        CountySchools county = EstateCounty.Of(baseline);

        foreach (ResidentState child in county.Residents)
        {
            bool onRoll = child.Setting is Setting.Mainstream or Setting.ResourceProvision or Setting.Special;
            Assert.Equal(onRoll, child.School != ResidentState.NoSchool);
            Assert.True(!onRoll || county.Estate.Schools[child.School].Teaches(-child.Cohort));
            Assert.True(!onRoll || (county.Estate.Schools[child.School].Kind == SchoolKind.Special) == (child.Setting == Setting.Special));
        }
    }

    [Theory]
    [InlineData(2014)]
    [InlineData(2019)]
    public void Every_child_has_a_cohort_by_birth_an_address_and_a_home_in_Kent(int baseline)
    {
        CountySchools county = EstateCounty.Of(baseline);

        Assert.Equal(county.Residents.Length, county.Residents.Select(child => child.Id).Distinct().Count());
        foreach (ResidentState child in county.Residents)
        {
            Assert.Equal(child.Cohort, county.Calendar.CohortOf(child.BirthDay));
            Assert.True(child.BirthDay <= 0);
            Assert.True(child.Is(ResidentFacts.Present) && !child.Is(ResidentFacts.PlanAsked));
            Assert.Equal(child.Is(ResidentFacts.HasPlan), child.Need is >= 1 and <= 4);
            Assert.Equal(child.Cohort > 0, child.Setting == Setting.None);
        }
    }

    [Theory]
    [InlineData(2014)]
    [InlineData(2019)]
    public void Children_stand_in_order_of_cohort_district_and_area(int baseline)
    {
        CountySchools county = EstateCounty.Of(baseline);
        (int Cohort, int District, int Area)[] keys =
            [.. county.Residents.Select(child => ((int)child.Cohort, county.Estate.Areas[child.Area].District, (int)child.Area))];

        Assert.True(keys.SequenceEqual(keys.Order()));
    }

    [Fact]
    public void Nobody_aged_18_has_left_school_and_is_still_counted()
    {
        CountySchools county = EstateCounty.Of(2019);
        int eighteen = EstateCounty.July2019.AddYears(-18).DayNumber - EstateCounty.July2019.DayNumber;

        Assert.DoesNotContain(county.Residents, child => child.Setting == Setting.Further && child.BirthDay <= eighteen);
    }

    [Theory]
    [InlineData(2014)]
    [InlineData(2019)]
    public void The_south_of_Sevenoaks_sends_74_per_cent_to_Tonbridge_and_Tunbridge_Wells(int baseline)
    {
        CountySchools county = EstateCounty.Of(baseline);
        int sevenoaks = EstateCounty.District("Sevenoaks");
        int[] away = [EstateCounty.District("Tonbridge and Malling"), EstateCounty.District("Tunbridge Wells")];
        ResidentState[] south = [.. county.Residents.Where(child => child.Cohort is <= -7 and >= -11 && child.Setting == Setting.Mainstream
            && county.Estate.Areas[child.Area].District == sevenoaks && county.TravelAreas[child.Area].StartsWith("South", StringComparison.Ordinal))];

        double share = south.Count(child => away.Contains(county.Estate.Schools[child.School].District)) / (double)south.Length;

        Assert.InRange(share, 0.73, 0.75);
    }

    [Fact]
    public void Canterbury_has_more_pupils_of_secondary_age_than_live_there()
    {
        CountySchools county = EstateCounty.Of(2014);
        int canterbury = EstateCounty.District("Canterbury");
        ResidentState[] pupils = [.. county.Residents.Where(child => child.Cohort is <= -7 and >= -11 && child.Setting == Setting.Mainstream)];

        Assert.True(pupils.Count(child => county.Estate.Schools[child.School].District == canterbury)
            > pupils.Count(child => county.Estate.Areas[child.Area].District == canterbury));
    }

    [Fact]
    public void The_Gravesend_and_Longfield_group_falls_short_by_the_printed_numbers()
    {
        CountySchools county = EstateCounty.Of(2019);
        const string group = "Gravesend and Longfield non-selective";

        double near = county.GroupExpected[6] - county.GroupPlaces;
        double far = county.GroupExpected[2] - county.GroupPlaces;

        Assert.InRange(near - EstateCounty.Printed("deficit-places-target/year-7", group, new DateOnly(2019, 9, 1)), -2, 2);
        Assert.InRange(far - EstateCounty.Printed("deficit-places-target/year-7", group, new DateOnly(2023, 9, 1)), -2, 2);
        Assert.Equal(county.GroupPlaces, county.Estate.Schools.Where(school => school.Group == 0).Sum(school => school.Pan));
    }

    [Fact]
    public void Plans_are_the_printed_share_of_pupils_in_every_district()
    {
        CountySchools county = EstateCounty.Of(2019);

        foreach (District district in EstateCounty.Districts.Value.All)
        {
            int index = EstateCounty.District(district.Name);
            ResidentState[] pupils = [.. county.Residents.Where(child => county.Estate.Areas[child.Area].District == index
                && child.Setting is not (Setting.None or Setting.Further or Setting.HomeEducated))];
            double percent = 100.0 * pupils.Count(child => child.Is(ResidentFacts.HasPlan)) / pupils.Length;
            Assert.InRange(percent - EstateCounty.Printed("send10", district.Name, EstateCounty.July2019), -0.05, 0.05);
        }
    }

    [Fact]
    public void Placements_in_external_special_schools_are_those_printed()
    {
        CountySchools county = EstateCounty.Of(2019);
        ResidentState[] external = [.. county.Residents.Where(child => child.Setting == Setting.ExternalSpecial)];

        Assert.Equal(EstateCounty.Printed("special-external", "Kent", EstateCounty.July2019), external.Length);
        foreach (District district in EstateCounty.Districts.Value.All)
        {
            int here = external.Count(child => county.Estate.Areas[child.Area].District == EstateCounty.District(district.Name));
            // Seven pupils of Kent are printed for no district.
            Assert.InRange(here - EstateCounty.Printed("special-external", district.Name, EstateCounty.July2019), 0, 2);
        }
    }

    [Fact]
    public void Resource_provisions_hold_no_more_pupils_than_places()
    {
        CountySchools county = EstateCounty.Of(2019);
        ILookup<ushort, ResidentState> pupils = county.Residents.Where(child => child.Setting == Setting.ResourceProvision).ToLookup(child => child.School);

        Assert.All(county.Estate.Schools, school => Assert.InRange(pupils[(ushort)school.Index].Count(), 0, school.ResourcePlaces));
        Assert.True(pupils.Count >= 10);
    }

    [Theory]
    [InlineData(2014)]
    [InlineData(2019)]
    public void The_same_data_give_the_same_county(int baseline)
    {
        CountySchools one = EstateCounty.Of(baseline);
        CountySchools two = CountySchools.Load(DataFolder.Locate(), one.Calendar.Start);

        Assert.True(MemoryMarshal.AsBytes(one.Residents.AsSpan()).SequenceEqual(MemoryMarshal.AsBytes(two.Residents.AsSpan())));
        Assert.Equal(one.Estate.Schools, two.Estate.Schools);
        Assert.Equal(one.Estate.Capacity, two.Estate.Capacity);
    }

    [Fact]
    public void A_start_between_the_baselines_has_the_older_county()
    {
        CountySchools county = CountySchools.Load(DataFolder.Locate(), new DateOnly(2016, 3, 31));

        Assert.Equal(2014, county.Baseline);
        Assert.Equal(EstateCounty.Of(2014).Estate.Schools, county.Estate.Schools);
        Assert.Equal(2015, county.Calendar.FirstYear);
    }
}
