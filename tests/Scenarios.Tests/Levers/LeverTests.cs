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
    [InlineData("emergency-beds", "set: 12", "homes/places/emergency/east", 6)]
    [InlineData("emergency-beds", "add: 3", "homes/places/emergency/west", 2.5)]
    [InlineData("agency-capacity", "scale: 0.5", "homes/places/agency/outside", 0.5)]
    [InlineData("households-recruited-a-year", "set: 156", "fostering/enquiries-a-year", 2)]
    [InlineData("stability-team-referrals-a-year", "set: 198", "placement/stability-cases-a-month", 2)]
    [InlineData("resignation", "set: 0.09", "fostering/tenure-days", 2)]
    [InlineData("nominated-carers", "scale: 2", "fostering/leave-with-respite", 0.5)]
    [InlineData("nominated-carers", "set: 2", "fostering/leave-with-respite", 0.5)]
    [InlineData("nts-rate", "scale: 2", "uasc/transfer-share", 2)]
    public void Assumptions_follow_in_proportion_or_inversely(string lever, string change, string assumption, double times) =>
        Assert.Equal(times, Turn($"- {{ lever: {lever}, {change} }}").Resolve(Central, s_after)[assumption] / Central(assumption), 9);

    /// <summary>A default that is given, since its unit is another than that of the assumption, must still be what the assumptions say.</summary>
    [Theory]
    [InlineData("hub-families", "fostering/type/hub", 78)]
    [InlineData("parent-and-child", "fostering/type/parent-and-child", 78)]
    [InlineData("stability-team-referrals-a-year", "placement/stability-cases-a-month", 12)]
    public void A_default_in_a_unit_of_its_own_agrees_with_the_assumption(string lever, string assumption, double times) =>
        Assert.Equal(1, RealLevers.Catalogue[lever].Default / (times * Central(assumption)), 0.005);

    [Fact]
    public void The_households_recruited_are_the_enquiries_that_end_in_an_approval()
    {
        double approved = Central("fostering/enquiries-a-year") * Central("fostering/apply-share") * (1 - Central("fostering/withdraw-share"));
        Assert.Equal(RealLevers.Catalogue["households-recruited-a-year"].Default, approved, 2.0);
    }

    [Theory]
    [MemberData(nameof(Named))]
    public void A_lever_can_be_turned_in_a_strategy(string id)
    {
        string path = _folder.Write("mine.yaml", $"""
            name: mine
            title: t
            source: s
            extends: baseline-2019
            levers:
              - lever: {id}
                scale: 0.9
            """);
        Assert.NotEmpty(RealCounty.Compile(path, years: 1).Regimes);
    }

    private static double Central(string id) => RealLevers.Catalogue.Assumptions[id].Value;

    private static string[] Measures() => s_measures.Value;

    private static readonly Lazy<string[]> s_measures =
        new(() => [.. new CountyKernel(RealCounty.CompileWhole("baseline-2019", 1)).Measures.Select(measure => measure.Id)]);

    private Scenario Turn(string items, string extends = "base")
    {
        _folder.Write("mine.yaml", $"name: mine\ntitle: t\nsource: s\nextends: {extends}\nlevers:\n  {items}\n");
        return _library.Load("mine");
    }
}
