using KentSufficiency.Scenarios.Schools;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.ScenariosTests.Schools;

/// <summary>The school items of scenarios, read and compiled.</summary>
public sealed class SchoolActionsTests : IDisposable
{
    private const string Programme2019 = "schools:\n  - programme: \"2019\"\n";

    private readonly SchoolBench _bench = new();

    public static TheoryData<string, SchemeKind, int> Kinds => new()
    {
        { "school: thamesview\n    enlarge: 30", SchemeKind.Enlarge, 30 },
        { "school: rose-street\n    bulge: 15", SchemeKind.Bulge, 15 },
        { "school: rose-street\n    close: true", SchemeKind.Close, 0 },
        { "school: rose-street\n    remove: 60", SchemeKind.Remove, 60 },
        { "school: rose-street\n    resource-places: 15", SchemeKind.ResourcePlaces, 15 },
        { "school: oakley\n    special-places: 50", SchemeKind.SpecialPlaces, 50 },
        { "school: thamesview\n    all-age: 60", SchemeKind.Open, 60 },
        { "new: { id: a-school, district: Swale, phase: primary }\n    open: 60", SchemeKind.Open, 60 },
    };

    public void Dispose() => _bench.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_item_becomes_a_scheme(string item, SchemeKind kind, int places)
    {
        SchoolPlan plan = _bench.Compile($"  - {item}\n    from: 2021-09-01\n    decided: 2019-10-15\n");
        Scheme scheme = Assert.Single(plan.Schemes);
        Assert.Equal((kind, places), (scheme.Kind, scheme.Places));
        Assert.Equal((3, 76), (scheme.FromYear, scheme.StageDay));
    }

    [Fact]
    public void What_a_scheme_knows_is_taken_over()
    {
        const string item = "  - school: thamesview\n    enlarge: 30\n    from: 2021-09-01\n    decided: 2019-07-19\n"
            + "    stage: committee\n    cost: 4250000\n    certain: true\n    housing: true\n";
        Scheme scheme = Assert.Single(_bench.Compile(item).Schemes);
        Assert.Equal((SchemeStage.Committee, -12), (scheme.Stage, scheme.StageDay));
        Assert.Equal(425_000_000, scheme.CapitalPence);
        Assert.True(scheme.Certain && scheme.Housing);
    }

    [Fact]
    public void New_schools_come_last_and_begin_without_places()
    {
        SchoolPlan plan = _bench.Compile(
            "  - new: { id: a-school, name: A School, district: swale, area: Area 8, phase: primary }\n    open: 60\n    from: 2021-09-01\n"
            + "  - school: a-school\n    enlarge: 30\n    from: 2023-09-01\n");
        Assert.Equal(SchoolBench.Estate.Schools, plan.Estate.Schools[..8]);
        School opened = plan.Estate.Schools[8];
        Assert.Equal(("A School", 8, 8, 0, SchoolAuthority.Academy), (opened.Name, opened.Index, opened.District, opened.Pan, opened.Authority));
        Assert.Equal(0.5, opened.Pull);
        Assert.All(plan.Schemes, scheme => Assert.Equal(8, scheme.School));
        Assert.Equal(9 * Estate.Years, plan.Estate.Capacity.Length);
        Assert.Equal([0, null], plan.Schemes.Select(scheme => scheme.Cover));
    }

    [Fact]
    public void A_programme_brings_its_schemes_at_the_stage_they_had_reached()
    {
        SchoolPlan plan = _bench.Compile("  - programme: \"2019\"\n");
        Assert.Equal(["thamesview-enlarge", "sunny-bank-enlarge", "oakley-special-places", "saint-georges-ce-school-all-age"], plan.Ids);
        Assert.Equal(SchemeStage.Committee, plan.Schemes[0].Stage);
        Assert.True(plan.Schemes[1] is { NeedsAgreement: true, Housing: true, Places: 15 });
        Assert.Equal("saint-georges-ce-school-primary", plan.Estate.Schools[plan.Schemes[3].School].Id);
    }

    [Fact]
    public void A_strategy_puts_off_gives_up_or_makes_certain_what_the_baseline_plans_and_keeps_its_luck()
    {
        using var bench = new SchoolBench(Programme2019);
        Scheme usual = bench.Compile("  - school: oakley\n    special-places: 5\n    from: 2021-09-01\n").Schemes[0];
        Scheme late = bench.Compile("  - school: thamesview\n    delay: { years: 1 }\n    certain: true\n").Schemes[0];
        Scheme never = bench.Compile("  - school: thamesview\n    cancel: true\n    decided: 2019-12-01\n").Schemes[0];
        Scheme onTime = bench.Compile("  - school: thamesview\n    certain: true\n").Schemes[0];
        Assert.Equal((usual.FromYear, usual.FromYear + 1, true), (late.FromYear, late.TargetYear, late.Certain));
        Assert.Equal((123, false), (never.CancelDay, never.Certain));
        Assert.Equal((usual.FromYear, true), (onTime.TargetYear, onTime.Certain));
        Assert.Single(new[] { usual, late, never, onTime }.Select(scheme => scheme.Address).Distinct());
    }

    [Fact]
    public void The_same_item_has_the_same_luck_wherever_it_stands()
    {
        const string item = "  - school: thamesview\n    enlarge: 30\n    from: 2021-09-01\n";
        const string other = "  - school: rose-street\n    enlarge: 30\n    from: 2021-09-01\n";
        Scheme alone = _bench.Compile(item).Schemes[0];
        SchoolPlan both = _bench.Compile(other + item);
        Assert.Equal(alone.Address, both.Schemes[1].Address);
        Assert.NotEqual(alone.Address, both.Schemes[0].Address);
    }

    [Fact]
    public void None_drops_every_scheme_before_it()
    {
        using var bench = new SchoolBench(Programme2019);
        SchoolPlan plan = bench.Compile("  - programme: none\n");
        Assert.Empty(plan.Schemes);
        Assert.Same(SchoolBench.Estate, plan.Estate);
    }

    [Fact]
    public void A_programme_takes_the_place_of_another_of_its_round()
    {
        string[] Ids(string programme) => [.. SchoolBench.Programmes.Of(programme).Select(one => one.Row.Id)];
        Assert.Contains("ospringe-enlarge", Ids("2014-as-planned"));
        Assert.DoesNotContain("ospringe-enlarge", Ids("2014-as-delivered"));
        Assert.Contains("ospringe-bulge", Ids("2014-as-delivered"));
        Assert.DoesNotContain("ospringe-bulge", Ids("2014"));
        using var bench = new SchoolBench(Programme2019);
        Assert.Equal(4, bench.Compile("  - programme: \"2019\"\n").Schemes.Length);
    }

    [Theory]
    [InlineData("", ScenarioCoverage.Both)]
    [InlineData("covers: schools\n", ScenarioCoverage.Schools)]
    [InlineData("covers: care\n", ScenarioCoverage.Care)]
    public void A_strategy_covers_what_its_baseline_does(string written, ScenarioCoverage covers)
    {
        using var bench = new SchoolBench(written);
        Assert.Equal(covers, bench.Load("  - programme: none\n").Covers);
    }
}
