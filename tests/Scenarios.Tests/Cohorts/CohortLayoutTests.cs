using System.Globalization;
using KentSufficiency.EndToEndTests;
using KentSufficiency.Scenarios.Cohorts;
using KentSufficiency.Scenarios.Cohorts.AllTables;
using KentSufficiency.Scenarios.Cohorts.Census;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.ScenariosTests.Output;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Cohorts;

/// <summary>All tables of a cohort: laws of families, care, school and fostering, and what a cohort promises about its bytes.</summary>
public sealed class CohortLayoutTests
{
    private static readonly string[] s_perChild = ["families", "family_adults", "children", "addresses", "care_episodes", "care_leavers", "enrolments", "plans"];

    private static readonly Lazy<Dictionary<string, TableRows>> s_tables = new(() => SimulatedCohort.Write(Layout, SimulatedCohort.Children));

    private static CohortLayout Layout => new(SimulatedCohort.RequestOf(1).From, SimulatedCohort.Library);

    [Fact]
    public void Every_key_and_reference_holds_in_the_database()
    {
        using var folder = new TemporaryFolder();
        IReadOnlyList<TableCount> counts = Write(new SqliteSink(folder.Path, Layout.Tables), s_tables.Value);
        counts.Where(table => table.Rows == 0).ShouldBeEmpty();
        Read("care_episodes").Count(episode => episode["household_id"].Length > 0).ShouldBeGreaterThan(300);
    }

    [Fact]
    public void A_family_has_one_surname_and_one_home_on_the_last_day()
    {
        var last = Read("addresses").GroupBy(home => home["child_id"]).ToDictionary(homes => homes.Key, homes => homes.Last());
        IGrouping<string, Dictionary<string, string>>[] families = [.. Read("children").GroupBy(child => child["family_id"]).Where(family => family.Count() > 1)];
        families.Length.ShouldBeGreaterThan(500);
        foreach (IGrouping<string, Dictionary<string, string>> family in families)
        {
            family.Select(child => child["surname"]).Distinct().Count().ShouldBe(1, family.Key);
            family.Where(child => child["unaccompanied"] == "false").Select(child => (last[child["child_id"]]["house"], last[child["child_id"]]["postcode"])).Distinct()
                .Count().ShouldBeLessThanOrEqualTo(1, family.Key);
        }
    }

    [Theory]
    [InlineData("care_episodes")]
    [InlineData("enrolments")]
    [InlineData("plans")]
    [InlineData("addresses")]
    public void Spans_of_a_child_follow_one_another(string table)
    {
        foreach (IGrouping<string, Dictionary<string, string>> spans in Read(table).GroupBy(span => span["child_id"]))
        {
            string before = "";
            foreach (Dictionary<string, string> span in spans)
            {
                before.ShouldNotBe("open", spans.Key);
                string.CompareOrdinal(before, span["start_date"]).ShouldBeLessThanOrEqualTo(0, spans.Key);
                before = span["end_date"].Length == 0 ? "open" : span["end_date"];
                string.CompareOrdinal(span["start_date"], before).ShouldBeLessThan(0, spans.Key);
            }
        }
    }

    [Fact]
    public void A_period_of_care_has_no_gap_and_ends_with_a_reason()
    {
        foreach (IGrouping<(string, string), Dictionary<string, string>> period in Read("care_episodes").GroupBy(episode => (episode["child_id"], episode["care_began"])))
        {
            Dictionary<string, string>[] episodes = [.. period];
            for (int i = 0; i < episodes.Length - 1; i++)
            {
                episodes[i]["end_date"].ShouldBe(episodes[i + 1]["start_date"]);
                episodes[i]["end_reason"].ShouldBe("X1");
                (episodes[i]["move_reason"].Length > 0).ShouldBe(episodes[i]["placement_began"] != episodes[i + 1]["placement_began"]);
            }

            episodes[^1]["end_reason"].ShouldNotBe("X1");
            (episodes[^1]["end_reason"].Length > 0).ShouldBe(episodes[^1]["end_date"].Length > 0);
        }
    }

    [Fact]
    public void Children_looked_after_in_the_history_are_as_many_as_were_asked_for()
    {
        List<Dictionary<string, string>> children = Read("children");
        children.Count.ShouldBe(4000);
        children.Count(child => child["looked_after"] == "true").ShouldBe(800);
        var open = Read("care_episodes").Where(episode => episode["end_date"].Length == 0).Select(episode => episode["child_id"]).ToHashSet();
        children.ShouldAllBe(child => child["looked_after_on_last_day"] == "true" == open.Contains(child["child_id"]));
    }

    [Fact]
    public void The_census_is_what_enrolments_say_of_its_day()
    {
        var day = new CensusDay(2021);
        string date = day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var upn = Read("children").ToDictionary(child => child["child_id"], child => child["upn"]);
        IEnumerable<(string, string)> expected = Read("enrolments")
            .Where(at => string.CompareOrdinal(at["start_date"], date) <= 0 && (at["end_date"].Length == 0 || string.CompareOrdinal(at["end_date"], date) > 0))
            .Select(at => (upn[at["child_id"]], at["school_id"]));
        Dictionary<string, TableRows> census = SimulatedCohort.Write(new CensusLayout([day], SimulatedCohort.Library), SimulatedCohort.Children);
        census["pupils_2021"].Read().Select(pupil => (pupil["UPN"], pupil["LAEstab"])).ShouldBe(expected);
    }

    [Fact]
    public void Fostering_by_year_adds_up_and_agrees_with_the_households()
    {
        List<Dictionary<string, string>> years = Read("fostering");
        years.Select(year => year["year"]).ShouldBe(["2020", "2021"]);
        foreach (Dictionary<string, string> year in years)
        {
            Sum(year, "places_filled", "places_vacant", "places_unavailable").ShouldBe(Sum(year, "places"));
            Sum(year, "households_of_1", "households_of_2", "households_of_3", "households_of_4_or_more").ShouldBe(Sum(year, "households"));
            Sum(year, [.. FosteringTables.Types.Select(type => "households_" + FieldNames<Simulation.Fostering.FosterType>.Of(type).Replace('-', '_'))]).ShouldBe(Sum(year, "households"));
        }

        List<Dictionary<string, string>> standing = [.. Read("foster_households").Where(household => household["left_on"].Length == 0)];
        List<Dictionary<string, string>> own = [.. standing.Where(household => household["connected"] == "false")];
        own.Count.ShouldBe(Sum(years[^1], "households"));
        (standing.Count - own.Count).ShouldBe(Sum(years[^1], "connected_persons"));
        own.Sum(household => Sum(household, "filled")).ShouldBe(Sum(years[^1], "places_filled"));
        own.Sum(household => Sum(household, "vacant")).ShouldBe(Sum(years[^1], "places_vacant"));
        own.Sum(household => Sum(household, "unavailable")).ShouldBe(Sum(years[^1], "places_unavailable"));
        own.ShouldAllBe(household => Sum(household, "filled", "vacant", "unavailable") == Math.Max(Sum(household, "approved_places"), Sum(household, "filled")));
        Read("household_events").Count(happened => happened["event"] == "household-left" && happened["reason"] != "not-approved"
            && string.CompareOrdinal(happened["event_date"], "2020-03-31") > 0).ShouldBe(Sum(years[^1], "resigned", "deregistered"));
    }

    [Fact]
    public void The_children_of_a_smaller_cohort_are_the_beginning_of_a_larger()
    {
        using var folder = new TemporaryFolder();
        Write(new CsvSink(Directory.CreateDirectory(folder.In("500")).FullName, Layout.Tables), SimulatedCohort.Write(Layout, SimulatedCohort.Take(500)));
        Write(new CsvSink(Directory.CreateDirectory(folder.In("1000")).FullName, Layout.Tables), SimulatedCohort.Write(Layout, SimulatedCohort.Take(1000)));
        foreach (string table in s_perChild)
        {
            string smaller = File.ReadAllText(folder.In($"500/{table}.csv"));
            string larger = File.ReadAllText(folder.In($"1000/{table}.csv"));
            larger.ShouldStartWith(smaller);
            larger.Length.ShouldBeGreaterThan(smaller.Length, table);
        }
    }

    [Fact]
    public void Any_number_of_threads_writes_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        foreach (string threads in (string[])["1", "2"])
        {
            using var sink = new CsvSink(Directory.CreateDirectory(folder.In(threads)).FullName, Layout.Tables);
            var run = new CohortRun(
                SimulatedCohort.RequestOf(1500, 400), SimulatedCohort.Parameters, SimulatedCohort.Library, int.Parse(threads, CultureInfo.InvariantCulture));
            run.Write(Layout, sink, CancellationToken.None).ShouldBe(new CohortCounts(1500, 400, 1));
            sink.Complete();
        }

        foreach (TableSchema table in Layout.Tables)
        {
            File.ReadAllBytes(folder.In($"2/{table.FileName}")).AsSpan().SequenceEqual(File.ReadAllBytes(folder.In($"1/{table.FileName}"))).ShouldBeTrue(table.Name);
        }
    }

    [Fact]
    public void The_page_of_the_project_tells_of_every_table()
    {
        string page = File.ReadAllText(Repository.PathTo("docs", "cohorts.md"));
        IEnumerable<TableSchema> all = CohortTables.All.Concat(new CensusTables(new CensusDay(2024)).All);
        all.ShouldAllBe(table => page.Contains($"| `{table.Name}` |") && table.Key.All(column => page.Contains($"`{column}`")));
    }

    private static List<Dictionary<string, string>> Read(string table) => s_tables.Value[table].Read();

    private static int Sum(Dictionary<string, string> row, params string[] columns) => columns.Sum(column => int.Parse(row[column], CultureInfo.InvariantCulture));

    private static IReadOnlyList<TableCount> Write(TableSink sink, Dictionary<string, TableRows> tables)
    {
        using (sink)
        {
            foreach (TableRows rows in tables.Values)
            {
                sink.Append(sink.Prepare(rows));
            }

            sink.Complete();
            return sink.Counts;
        }
    }
}
