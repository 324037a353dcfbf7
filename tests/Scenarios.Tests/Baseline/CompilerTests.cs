using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.ScenariosTests.Baseline;

public sealed class CompilerTests
{
    private static readonly string[] s_shipped = ["baseline-2014", "baseline-2019", "recruit-120", "thamesview-never", "uasc-doubles"];

    /// <summary>Some are of 2014 only: the other baseline reads those, and only those, in their stead.</summary>
    [Fact]
    public void Every_assumption_is_read_and_every_id_read_is_an_assumption()
    {
        HashSet<string> now = ReadBy("baseline-2019");
        HashSet<string> before = ReadBy("baseline-2014");

        string[] known = [.. AssumptionCatalogue.Load(DataFolder.Locate()).All.Select(assumption => assumption.Id)];
        Assert.Empty(known.Except(now).Except(before));
        Assert.All(known.Except(now), id => Assert.EndsWith("-2014", id.Split('/')[1]));
        Assert.Empty(now.Union(before).Except(known));
    }

    [Fact]
    public void Every_shipped_scenario_compiles()
    {
        Assert.Superset(new HashSet<string>([.. s_shipped, "validation/erlang-c"]), new HashSet<string>(RealCounty.Library.Names));
        foreach (string name in RealCounty.Library.Names)
        {
            Scenario scenario = RealCounty.Library.Load(name);
            CountyParameters parameters = RealCounty.CompileWhole(name, years: 3);
            Assert.Equal(scenario.Baseline.Name == "baseline-2014" ? new DateOnly(2014, 1, 31) : new DateOnly(2019, 7, 31), parameters.Start);
            Assert.Equal(scenario.IsValidation, parameters.Schools is null);
            Assert.True(parameters.Regimes[0].FromDay <= -parameters.LeadInDays, $"{name}: no rates on the first day.");
        }
    }

    [Fact]
    public void Leaving_schools_out_leaves_all_else_as_it_is()
    {
        CountyParameters whole = RealCounty.CompileWhole("baseline-2019", years: 2);
        CountyParameters care = RealCounty.WithoutSchools(whole);

        Assert.NotNull(whole.Schools);
        Assert.Null(care.Schools);
        Assert.True(care.HasShapeOf(whole));
        Assert.Same(whole.Regimes, care.Regimes);
    }

    [Fact]
    public void A_run_notes_and_records_month_ends()
    {
        CountyParameters parameters = RealCounty.Compile("baseline-2019", years: 2);

        Assert.Equal(new DateOnly(2018, 7, 31), parameters.Start.AddDays(-parameters.LeadInDays));
        Assert.Equal(25, parameters.RecordDays.Length);
        Assert.Equal(12, parameters.LeadInNoteDays.Length);
        Assert.Equal(12, parameters.WindowRecords);
        Assert.All(
            parameters.LeadInNoteDays.Concat(parameters.RecordDays),
            day => Assert.Equal(1, parameters.Start.AddDays(day + 1).Day));
        Assert.Equal(new DateOnly(2021, 7, 31), parameters.Start.AddDays(parameters.Horizon));
    }

    private static HashSet<string> ReadBy(string baseline)
    {
        var read = new HashSet<string>();
        RealCounty.Builder.Build(RealCounty.Library.Load(baseline), years: 5, read);
        return read;
    }
}
