using KentSufficiency.Scenarios.Levers;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.ScenariosTests.Baseline;
using KentSufficiency.ScenariosTests.Output;
using KentSufficiency.Simulation.Kernel;

namespace KentSufficiency.ScenariosTests.Levers;

/// <summary>A named lever moves the assumptions behind it as its file says, and that file keeps its rules.</summary>
public sealed class LeverTests : IDisposable
{
    private static readonly DateOnly s_after = new(2019, 9, 1);

    private readonly TemporaryFolder _folder = new();
    private readonly ScenarioLibrary _library;

    public LeverTests()
    {
        _library = new ScenarioLibrary(RealLevers.Catalogue, _folder.Path);
        _folder.Write("base.yaml", "name: base\ntitle: Base\nsource: s\nstart: 2019-07-31\n");
    }

    public static TheoryData<string> Named => [.. RealLevers.Catalogue.Named.Select(lever => lever.Id)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Named))]
    public void A_lever_names_what_exists_and_says_what_a_reader_needs(string id)
    {
        Lever lever = RealLevers.Catalogue[id];
        Assert.All(lever.Moves, move => Assert.True(RealLevers.Catalogue.Assumptions.TryGet(move.Assumption, out _), move.Assumption));
        Assert.Contains(lever.Measure, Measures());
        Assert.EndsWith(".", lever.Meaning);
        Assert.NotNull(lever.SetBy);
        Assert.Equal(lever.Default, lever.ValueIn(Central));
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void A_lever_can_be_taken_to_both_ends_of_its_range(string id)
    {
        (double low, double high) = RealLevers.Catalogue[id].Range!.Value;
        foreach (double value in new[] { Math.Max(low, 0.001 * high), high })
        {
            Assert.Empty(Turn($"- {{ lever: {id}, set: {value:0.######} }}").Remarks);
        }
    }

    [Theory]
    [InlineData("- { lever: emergency-beds, set: 12 }", "homes/places/emergency/east", 4)]
    [InlineData("- { lever: emergency-beds, add: 3 }", "homes/places/emergency/west", 1.5)]
    [InlineData("- { lever: agency-capacity, scale: 0.5 }", "homes/places/agency/outside", 150)]
    [InlineData("- { lever: households-recruited-a-year, set: 156 }", "fostering/enquiries-a-year", 1180)]
    [InlineData("- { lever: stability-team-referrals-a-year, set: 198 }", "placement/stability-cases-a-month", 16.5)]
    [InlineData("- { lever: resignation, set: 0.09 }", "fostering/tenure-days", 2500)]
    [InlineData("- { lever: nominated-carers, scale: 2 }", "fostering/leave-with-respite", 0.2)]
    [InlineData("- { lever: nominated-carers, set: 2 }", "fostering/leave-with-respite", 0.2)]
    [InlineData("- { lever: nts-rate, set: 0.5 }", "uasc/transfer-share", 0.5)]
    public void Assumptions_follow_in_proportion_or_inversely(string item, string assumption, double expected) =>
        Assert.Equal(expected, Turn(item).Resolve(Central, s_after)[assumption], 9);

    [Fact]
    public void A_lever_set_to_a_value_comes_to_it_in_every_draw_of_the_parameters()
    {
        Scenario scenario = Turn("- { lever: emergency-beds, set: 12 }");
        AssumptionValues values = scenario.Resolve(id => 1.3 * Central(id), s_after);
        Assert.Equal(12, values.Overrides.Values.Sum(), 9);
        Assert.Equal(4, values.Overrides.Count);
    }

    [Fact]
    public void A_lever_at_nothing_comes_back_in_the_proportions_of_the_baseline()
    {
        _folder.Write("none.yaml", "name: none\ntitle: t\nsource: s\nextends: base\nlevers:\n  - { lever: emergency-beds, set: 0 }\n");
        Scenario scenario = Turn("- { lever: emergency-beds, set: 12 }", extends: "none");
        Assert.Equal(4, scenario.Resolve(Central, s_after)["homes/places/emergency/east"], 9);
    }

    [Fact]
    public void Levers_on_the_same_assumption_apply_in_their_order()
    {
        Scenario scenario = Turn("- { lever: fostering/enquiries-a-year, scale: 2 }\n  - { lever: households-recruited-a-year, add: 78 }");
        Assert.Equal(3 * 590, scenario.Resolve(Central, s_after)["fostering/enquiries-a-year"], 6);
    }

    [Fact]
    public void A_high_draw_stops_at_certainty()
    {
        Scenario scenario = Turn("- { lever: staying-put-uptake, scale: 1.4 }");
        Assert.Equal(1, scenario.Resolve(_ => 0.9, s_after)["care-leavers/staying-put-share"]);
    }

    [Fact]
    public void Beyond_what_is_plausible_the_author_is_told()
    {
        string remark = Assert.Single(Turn("- { lever: hub-families, set: 30 }").Remarks);
        Assert.Equal(
            "scenarios/mine.yaml, line 6, column 33: 'levers[0].set' takes hub-families to 30 households a year; what is plausible is 0 to 20.",
            remark);
    }

    private static double Central(string id) => RealLevers.Catalogue.Assumptions[id].Value;

    private static string[] Measures() => s_measures.Value;

    private static readonly Lazy<string[]> s_measures =
        new(() => [.. new CountyKernel(RealCounty.Compile("baseline-2019", 1)).Measures.Select(measure => measure.Id)]);

    private Scenario Turn(string items, string extends = "base")
    {
        _folder.Write("mine.yaml", $"name: mine\ntitle: t\nsource: s\nextends: {extends}\nlevers:\n  {items}\n");
        return _library.Load("mine");
    }
}
