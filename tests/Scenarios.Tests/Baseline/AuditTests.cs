using KentSufficiency.Simulation.County;

namespace KentSufficiency.ScenariosTests.Baseline;

/// <summary>Nobody and no place is lost or used twice on any day; a broken law would throw.</summary>
public sealed class AuditTests
{
    [Theory]
    [InlineData("baseline-2019")]
    [InlineData("recruit-120")]
    [InlineData("uasc-doubles")]
    public void The_conservation_laws_hold_on_every_day_of_four_years(string scenario)
    {
        CountyParameters parameters = RealCounty.Compile(scenario, years: 3);

        RealCounty.Run(parameters, replications: 2, seed: 11, audit: true);
    }

    /// <summary>All 345,000 children and all rolls, every day, so only a year of each: with the round of spring and a first of September.</summary>
    [Theory]
    [InlineData("baseline-2014")]
    [InlineData("baseline-2019")]
    public void No_child_is_lost_and_no_roll_is_wrong_on_any_day_of_a_year(string scenario) =>
        RealCounty.RunSchools(RealCounty.CompileWhole(scenario, years: 1), replications: 1, seed: 11, audit: true);

    [Fact]
    public void The_audit_changes_no_result()
    {
        CountyParameters parameters = RealCounty.Compile("baseline-2019", years: 1);
        RealRun plain = RealCounty.Run(parameters, replications: 1);
        RealRun audited = RealCounty.Run(parameters, replications: 1, audit: true);

        Assert.True(plain.Row(0, 12).SequenceEqual(audited.Row(0, 12)));
    }
}
