using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Schools;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.ScenariosTests.Baseline;

namespace KentSufficiency.ScenariosTests.Schools;

/// <summary>The rates of residents, taken together, move the population as it moved.</summary>
public sealed class EstateAssumptionTests
{
    private static readonly string[] s_origins = ["london", "home", "abroad"];
    private static readonly AssumptionCatalogue s_assumptions = AssumptionCatalogue.Load(DataFolder.Locate());
    private static readonly Lazy<AssumptionValues> s_2014 = new(() =>
        RealCounty.Library.Load("baseline-2014") is { } baseline ? baseline.Resolve(id => s_assumptions[id].Value, baseline.Start) : null!);

    [Fact]
    public void Births_and_migration_less_those_who_come_of_age_give_the_growth_of_2014_to_2019()
    {
        CountySchools county = EstateCounty.Of(2014);
        double net = 0;
        for (int district = 0; district < 12; district++)
        {
            net += Births(district) + Incoming(district) - (Value("leaving", district) * Children(county, district));
        }

        double comingOfAge = EstateCounty.UnderAge(county, 18) - EstateCounty.UnderAge(county, 17);

        // 328,257 in mid-2014, 332,979 in mid-2016, about 335,600 in July 2019: from 1,470 to 2,650 a year.
        Assert.InRange(net - comingOfAge, 1470, 2650);
    }

    [Fact]
    public void London_moves_to_Dartford_and_Gravesham_above_all_and_Thanet_turns_over_most()
    {
        CountySchools county = EstateCounty.Of(2014);
        double[] fromLondon = [.. Enumerable.Range(0, 12).Select(d => Value("migrants-a-year/london", d) / Children(county, d))];
        double[] leaving = [.. Enumerable.Range(0, 12).Select(d => Value("leaving", d))];

        Assert.Equal(
            [EstateCounty.District("Dartford"), EstateCounty.District("Gravesham")],
            Enumerable.Range(0, 12).OrderByDescending(d => fromLondon[d]).Take(2));
        Assert.Equal(EstateCounty.District("Thanet"), Enumerable.Range(0, 12).MaxBy(d => leaving[d]));
    }

    [Theory]
    [InlineData("Dartford")]
    [InlineData("Gravesham")]
    [InlineData("Ashford")]
    public void Districts_that_the_papers_say_grow_by_migration_do(string name)
    {
        CountySchools county = EstateCounty.Of(2014);
        int district = EstateCounty.District(name);

        Assert.InRange((Incoming(district) / Children(county, district)) - Value("leaving", district), 0.008, 0.03);
    }

    [Theory]
    [InlineData("london")]
    [InlineData("home")]
    [InlineData("abroad")]
    public void The_ages_of_migrants_are_shares_of_all(string origin) => Assert.Equal(
        1, ((string[])["0-3", "4-10", "11-15", "16-17"]).Sum(age => s_assumptions[$"residents/migrant-age/{origin}/{age}"].Value), 6);

    private static double Value(string concept, int district) =>
        s_assumptions[$"residents/{concept}/{EstateCounty.Districts.Value.All[district].Id}"].Value;

    /// <summary>The data hold births around 2019; the baseline of 2014 takes them to those of its years.</summary>
    private static double Births(int district) =>
        s_2014.Value[$"residents/births-a-year/{EstateCounty.Districts.Value.All[district].Id}"];

    private static double Incoming(int district)
    {
        double yields = ((string[])["primary", "secondary", "pre-school"]).Sum(phase => s_assumptions[$"residents/pupil-yield/{phase}"].Value);
        double dwellings = Value("dwellings-a-year", district) / (1 - s_assumptions["residents/small-sites-share"].Value);
        return s_origins.Sum(origin => Value($"migrants-a-year/{origin}", district)) + (dwellings * yields) + Value("refugee-children-a-year", district);
    }

    private static int Children(CountySchools county, int district) =>
        county.Residents.Count(child => county.Estate.Areas[child.Area].District == district);
}
