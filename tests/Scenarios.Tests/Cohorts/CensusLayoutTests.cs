using System.Globalization;
using KentSufficiency.Scenarios.Cohorts;
using KentSufficiency.Scenarios.Cohorts.Census;
using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.Tables;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Cohorts;

/// <summary>School censuses of the cohort: laws of the census, and agreement with the simulation.</summary>
public sealed class CensusLayoutTests
{
    private static readonly CensusDay[] s_days = [new(2020), new(2021)];

    private static readonly Lazy<Dictionary<string, TableRows>> s_tables =
        new(() => SimulatedCohort.Write(new CensusLayout(s_days, SimulatedCohort.Library), SimulatedCohort.Children));

    public static TheoryData<int> Years => [2020, 2021];

    [Theory]
    [InlineData(2019, 17)]
    [InlineData(2020, 16)]
    [InlineData(2021, 21)]
    [InlineData(2022, 20)]
    [InlineData(2024, 18)]
    public void The_census_is_on_the_third_Thursday_of_January(int year, int day) => new CensusDay(year).Date.ShouldBe(new DateOnly(year, 1, day));

    [Theory]
    [InlineData("2021-03-31", 2, new[] { 2020, 2021 })]
    [InlineData("2021-01-20", 2, new[] { 2020 })]
    [InlineData("2021-01-20", 0, new[] { 2020 })]
    [InlineData("2021-01-21", 0, new[] { 2021 })]
    [InlineData("2024-12-31", 3, new[] { 2022, 2023, 2024 })]
    public void A_history_has_the_censuses_on_its_days_and_a_snapshot_the_last(string asOf, int history, int[] years) =>
        CensusDay.In(RequestOf(asOf, history), new DateOnly(2019, 7, 31)).Select(day => day.Year).ShouldBe(years);

    [Fact]
    public void A_history_of_a_year_may_have_no_census_and_is_refused() =>
        Should.Throw<CohortException>(() => CensusDay.In(RequestOf("2021-01-20", 1), new DateOnly(2019, 7, 31))).Message.ShouldContain("that of 2021 is on 2021-01-21");

    [Theory]
    [InlineData("2019-12-31", 1)]
    [InlineData("2019-12-31", 0)]
    [InlineData("2020-03-31", 2)]
    public void A_census_of_which_no_school_is_known_is_refused(string asOf, int history) =>
        Should.Throw<CohortException>(() => CensusDay.In(RequestOf(asOf, history), new DateOnly(2019, 7, 31))).Message.ShouldContain("schools are known from 2019-07-31");

    [Theory]
    [MemberData(nameof(Years))]
    public void Whoever_is_on_a_roll_on_the_day_is_a_pupil_once(int year)
    {
        int day = SimulatedCohort.County.DayOf(new CensusDay(year).Date);
        string[] expected = [.. SimulatedCohort.Children.Where(child => child.Pupil!.Enrolments.Any(at => at.From <= day && at.Until > day)).Select(child => child.Upn)];
        Column($"pupils_{year}", "UPN").ShouldBe(expected);
        expected.ShouldBeUnique();
        expected.Length.ShouldBeGreaterThan(1000);
        expected.ShouldAllBe(upn => UniquePupilNumber.IsValid(upn) && upn.Substring(1, 3) == "000");
        SimulatedCohort.Children.ShouldAllBe(child => child.Pupil!.Enrolments.Count(at => at.From <= day && at.Until > day) <= 1);
    }

    /// <summary>A child in care may be a resident of the year above or below: the simulation looks for one there where its own has none.</summary>
    [Theory]
    [MemberData(nameof(Years))]
    public void The_year_group_is_one_of_the_school_and_that_of_the_age(int year)
    {
        var children = SimulatedCohort.Children.ToDictionary(child => child.Upn);
        int beside = 0;
        var schools = Read($"schools_{year}").ToDictionary(school => school["LAEstab"]);
        foreach (Dictionary<string, string> pupil in Read($"pupils_{year}"))
        {
            Dictionary<string, string> school = schools[pupil["LAEstab"]];
            int group = GroupOf(pupil["NCyearActual"]);
            group.ShouldBeInRange(GroupOf(school["LowestNCyear"]), GroupOf(school["HighestNCyear"]), pupil["UPN"]);

            // Four years old on 31 August before Reception.
            var born = DateOnly.ParseExact(pupil["DOB"], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            int schoolYearOfBirth = born.Month >= 9 ? born.Year : born.Year - 1;
            int ofAge = year - 1 - schoolYearOfBirth - 5;
            group.ShouldBeInRange(ofAge - 1, ofAge + 1, pupil["UPN"]);
            (group == ofAge || children[pupil["UPN"]].Care is not null).ShouldBeTrue(pupil["UPN"]);
            beside += group == ofAge ? 0 : 1;
        }

        beside.ShouldBeLessThan(20);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Entry_is_not_after_the_census_nor_before_birth(int year) =>
        Read($"pupils_{year}").ShouldAllBe(pupil => string.CompareOrdinal(pupil["EntryDate"], $"{new CensusDay(year).Date:yyyy-MM-dd}") <= 0
            && string.CompareOrdinal(pupil["DOB"], pupil["EntryDate"]) < 0);

    [Theory]
    [MemberData(nameof(Years))]
    public void Addresses_are_in_a_post_town_of_the_home_district_and_do_not_exist(int year)
    {
        int day = SimulatedCohort.County.DayOf(new CensusDay(year).Date);
        var children = SimulatedCohort.Children.ToDictionary(child => child.Upn);
        List<Dictionary<string, string>> addresses = Read($"addresses_{year}");
        addresses.Select(address => address["UPN"]).ShouldBe(Column($"pupils_{year}", "UPN"));
        foreach (Dictionary<string, string> address in addresses)
        {
            CohortChild child = children[address["UPN"]];
            int district = child.Care is not null ? child.District : SimulatedCohort.County.Estate!.Areas[child.Pupil!.AreaOn(day)].District;
            string outward = address["PostCode"].Split(' ')[0];
            SimulatedCohort.Library.Towns.Of(district).ShouldContain(new PostTown(outward, address["PostTown"]));
            "CIKMOV".ShouldContain(address["PostCode"][^1].ToString());
            int.Parse(address["PAON"], CultureInfo.InvariantCulture).ShouldBeGreaterThan(9000);
        }
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Plans_are_the_simulations_and_types_of_need_go_with_provision(int year)
    {
        int day = SimulatedCohort.County.DayOf(new CensusDay(year).Date);
        var children = SimulatedCohort.Children.ToDictionary(child => child.Upn);
        List<Dictionary<string, string>> pupils = Read($"pupils_{year}");
        pupils.ShouldAllBe(pupil => pupil["SENprovision"] == "E" == children[pupil["UPN"]].Pupil!.HasPlanOn(day));
        Column($"sen_{year}", "UPN").Distinct().ShouldBe(pupils.Where(pupil => pupil["SENprovision"] != "N").Select(pupil => pupil["UPN"]));
        pupils.Count(pupil => pupil["SENprovision"] == "K").ShouldBeInRange(pupils.Count / 12, pupils.Count / 5);
        var special = Read($"schools_{year}").Where(school => school["Phase"] == "SP").Select(school => school["LAEstab"]).ToHashSet();
        pupils.ShouldAllBe(pupil => pupil["SENprovision"] != "N" || !special.Contains(pupil["LAEstab"]));
    }

    [Fact]
    public void A_pupil_of_two_censuses_is_the_same_child()
    {
        string[] same = ["Surname", "Forename", "DOB", "Gender", "Ethnicity", "Language", "FSMeligible", "ServiceChild"];
        var before = Read("pupils_2020").ToDictionary(pupil => pupil["UPN"]);
        List<Dictionary<string, string>> both = [.. Read("pupils_2021").Where(pupil => before.ContainsKey(pupil["UPN"]))];
        both.Count.ShouldBeGreaterThan(500);
        both.ShouldAllBe(pupil => same.All(item => pupil[item] == before[pupil["UPN"]][item]));
    }

    [Fact]
    public void No_number_is_that_of_a_real_school()
    {
        List<Dictionary<string, string>> schools = Read("schools_2021");
        schools.Count.ShouldBeGreaterThan(500);
        schools.ShouldAllBe(school => school["LAEstab"] == school["LA"] + school["Estab"] && school["LA"] == "886" && string.CompareOrdinal(school["Estab"], "9000") > 0);
        schools.ShouldAllBe(school => school["URN"].Length == 6 && school["URN"].StartsWith("99", StringComparison.Ordinal));
        schools.Select(school => school["URN"]).ShouldBeUnique();
    }

    [Fact]
    public void The_item_is_gender_until_2023_and_sex_from_2024_on()
    {
        new CensusTables(new CensusDay(2023)).Pupils.Columns.ShouldContain(column => column.Name == "Gender");
        new CensusTables(new CensusDay(2024)).Pupils.Columns.ShouldContain(column => column.Name == "Sex");
    }

    private static CohortRequest RequestOf(string asOf, int history) =>
        SimulatedCohort.RequestOf(1) with { AsOf = DateOnly.ParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture), History = history };

    private static List<Dictionary<string, string>> Read(string table) => s_tables.Value[table].Read();

    private static IEnumerable<string> Column(string table, string column) => Read(table).Select(row => row[column]);

    private static int GroupOf(string year) => year == "R" ? 0 : int.Parse(year, CultureInfo.InvariantCulture);
}
