using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.ScenariosTests.Baseline;

public sealed class CompilerTests
{
    private static readonly string[] s_shipped = ["baseline-2019", "recruit-120", "uasc-doubles"];

    [Fact]
    public void Every_assumption_is_read_and_every_id_read_is_an_assumption()
    {
        var read = new HashSet<string>();
        RealCounty.Builder.Build(RealCounty.Library.Load("baseline-2019"), years: 5, read);

        string[] known = [.. AssumptionCatalogue.Load(DataFolder.Locate()).All.Select(assumption => assumption.Id)];
        Assert.Empty(known.Except(read));
        Assert.Empty(read.Except(known));
    }

    [Fact]
    public void Every_shipped_scenario_compiles()
    {
        Assert.Superset(new HashSet<string>([.. s_shipped, "validation/erlang-c"]), new HashSet<string>(RealCounty.Library.Names));
        foreach (string name in RealCounty.Library.Names)
        {
            CountyParameters parameters = RealCounty.Compile(name, years: 3);
            Assert.Equal(new DateOnly(2019, 7, 31), parameters.Start);
            Assert.True(parameters.Regimes[0].FromDay <= -parameters.LeadInDays, $"{name}: no rates on the first day.");
        }
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
}
