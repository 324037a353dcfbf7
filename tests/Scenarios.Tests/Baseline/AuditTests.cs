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

    [Fact]
    public void The_audit_changes_no_result()
    {
        CountyParameters parameters = RealCounty.Compile("baseline-2019", years: 1);
        RealRun plain = RealCounty.Run(parameters, replications: 1);
        RealRun audited = RealCounty.Run(parameters, replications: 1, audit: true);

        Assert.True(plain.Row(0, 12).SequenceEqual(audited.Row(0, 12)));
    }
}
