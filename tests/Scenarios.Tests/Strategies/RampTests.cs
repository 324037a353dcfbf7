using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.ScenariosTests.Levers;
using KentSufficiency.ScenariosTests.Output;

namespace KentSufficiency.ScenariosTests.Strategies;

/// <summary>A ramp takes a lever to its value in equal steps, and arrives where a step at once would be.</summary>
public sealed class RampTests : IDisposable
{
    private const string Enquiries = "fostering/enquiries-a-year";

    private readonly TemporaryFolder _folder = new();
    private readonly ScenarioLibrary _library;

    public RampTests()
    {
        _library = new ScenarioLibrary(RealLevers.Catalogue, _folder.Path);
        _folder.Write("base.yaml", "name: base\ntitle: Base\nsource: s\nstart: 2019-07-31\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2019-07-31", 100)]
    [InlineData("2019-10-14", 100)]
    [InlineData("2019-10-15", 100)]
    [InlineData("2019-10-31", 100)]
    [InlineData("2019-11-01", 115)]
    [InlineData("2019-11-30", 115)]
    [InlineData("2019-12-01", 130)]
    [InlineData("2020-01-01", 145)]
    [InlineData("2020-02-01", 160)]
    [InlineData("2021-01-31", 160)]
    [InlineData("2021-02-01", 100)]
    public void The_value_moves_in_equal_steps_on_the_first_of_the_months_that_follow(string date, double expected)
    {
        Scenario scenario = Strategy(Enquiries, "scale: 1.6", "from: 2019-10-15", "to: 2021-01-31", "ramp: { months: 4 }");
        Assert.Equal(expected, scenario.Resolve(_ => 100, DateOnly.Parse(date))[Enquiries], 9);
    }

    [Fact]
    public void Each_step_begins_a_stretch_of_constant_values()
    {
        Scenario scenario = Strategy(Enquiries, "scale: 1.6", "from: 2019-10-15", "to: 2021-01-31", "ramp: { months: 4 }");
        DateOnly[] expected =
            [new(2019, 11, 1), new(2019, 12, 1), new(2020, 1, 1), new(2020, 2, 1), new(2021, 2, 1)];
        Assert.Equal(expected, scenario.ChangeDates);
    }

    [Fact]
    public void From_the_last_day_of_a_month_the_first_step_is_the_next_day() =>
        Assert.Equal(new DateOnly(2019, 8, 1), Strategy(Enquiries, "add: 12", "ramp: { months: 12 }").ChangeDates[0]);

    [Theory]
    [InlineData(Enquiries, "set: 907.3")]
    [InlineData(Enquiries, "scale: 1.54")]
    [InlineData(Enquiries, "add: -33.3")]
    [InlineData("households-recruited-a-year", "set: 121")]
    [InlineData("agency-capacity", "scale: 0.83")]
    [InlineData("resignation", "set: 0.11")]
    [InlineData("edge-of-care", "scale: 1.7")]
    public void Its_end_is_what_a_step_at_once_gives_to_the_last_bit(string lever, string change)
    {
        double Baseline(string id) => RealLevers.Catalogue.Assumptions[id].Value;
        var after = new DateOnly(2021, 8, 1);
        Scenario ramp = Strategy(lever, change, "from: 2019-08-01", "ramp: { months: 24 }");
        Scenario step = Strategy(lever, change, "from: 2019-08-01");

        Assert.Equal(step.Resolve(Baseline, after).Overrides, ramp.Resolve(Baseline, after).Overrides);
        Assert.NotEqual(step.Resolve(Baseline, after.AddDays(-1)).Overrides, ramp.Resolve(Baseline, after.AddDays(-1)).Overrides);
    }

    [Fact]
    public void A_ramp_starts_from_what_the_scenario_extended_has_reached()
    {
        _folder.Write("more.yaml", $"name: more\ntitle: t\nsource: s\nextends: base\nlevers:\n  - lever: {Enquiries}\n    set: 200\n");
        _folder.Write("less.yaml", $"""
            name: less
            title: t
            source: s
            extends: more
            levers:
              - lever: {Enquiries}
                set: 100
                from: 2019-08-01
                ramp:
                  months: 2
            """);
        Scenario scenario = _library.Load("less");
        Assert.Equal(150, scenario.Resolve(_ => 590, new DateOnly(2019, 9, 1))[Enquiries]);
    }

    private Scenario Strategy(string lever, params string[] keys)
    {
        string item = $"  - lever: {lever}\n" + string.Concat(keys.Select(key => $"    {key}\n"));
        _folder.Write("mine.yaml", $"name: mine\ntitle: t\nsource: s\nextends: base\nlevers:\n{item}");
        return _library.Load("mine");
    }
}
