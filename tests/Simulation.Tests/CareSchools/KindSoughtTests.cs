using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.CareSchools;

/// <summary>Plans drive residential schools: those whose plan asks seek one, the others do not, and together as many as before.</summary>
public class KindSoughtTests
{
    private const int Children = 40_000;
    private const double Share = 0.05;
    private const double Boarding = 0.2;

    private static readonly Today s_today = new(0, 1, 0, new TestRates
    {
        Sought = [.. Enumerable.Range(0, 9).Select(_ => Enum.GetValues<HomeKind>().Select(kind =>
            kind == HomeKind.ResidentialSchool ? Share : kind == HomeKind.ChildrensHome ? 1 - Share : 0).ToArray())],
    }.Build());

    [Fact]
    public void Where_no_plan_asks_nobody_seeks_a_residential_school() =>
        Assert.Equal(0, Seeking(_ => PlanAsks.NoBoarding));

    [Fact]
    public void Where_nothing_is_known_the_share_decides_alone()
    {
        AliasTable sought = s_today.Rates.Placements.Sought[0];
        int plainly = Enumerable.Range(0, Children).Count(n => sought.Sample(Taste(n).A) == (int)HomeKind.ResidentialSchool);

        Assert.Equal(plainly, Seeking(_ => PlanAsks.Unknown));
    }

    /// <summary>Five standard deviations: a false alarm in two million seeds.</summary>
    [Fact]
    public void As_many_seek_one_as_without_the_plans()
    {
        int seeking = Seeking(n => n % 5 == 0 ? PlanAsks.Boarding : PlanAsks.NoBoarding);

        double expected = Children * Share;
        Assert.InRange(seeking, expected - (5 * Math.Sqrt(expected)), expected + (5 * Math.Sqrt(expected)));
    }

    [Fact]
    public void A_table_tells_the_shares_it_was_built_from()
    {
        double[] weights = [3, 0, 1, 5, 1];
        var table = new AliasTable(weights);

        Assert.All(weights.Index(), weight => Assert.Equal(weight.Item / 10, table.Share(weight.Index), 12));
    }

    private static RandomBlock Taste(int n) => new Draws(new DrawKey(3, 0), (ulong)n).For(Process.Placement, 1);

    private static int Seeking(Func<int, PlanAsks> plan) => Enumerable.Range(0, Children).Count(n =>
    {
        ChildState child = ChildTable.Unknown((ulong)n, 0);
        child.BirthDay = -Age.Days14;
        Seeker seeker = Seekers.Of(child, 0, tonight: false) with { Plan = plan(n), BoardingShare = Boarding };
        return KindSought.Of(child, seeker, Taste(n), new Draws(new DrawKey(3, 0), (ulong)n), s_today) == HomeKind.ResidentialSchool;
    });
}
