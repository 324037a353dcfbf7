using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.ScenariosTests.Levers;
using KentSufficiency.ScenariosTests.Output;

namespace KentSufficiency.ScenariosTests.Strategies;

public sealed class ScenarioLibraryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ScenarioLibrary _library;

    public ScenarioLibraryTests()
    {
        _library = new ScenarioLibrary(RealLevers.Catalogue, _folder.Path);
        _folder.Write("base.yaml", "name: base\ntitle: Base\nsource: s\nstart: 2019-07-31\n");
        _folder.Write("more.yaml", """
            name: more
            title: More enquiries
            source: s
            extends: base
            levers:
              - lever: fostering/enquiries-a-year
                scale: 1.5
                from: 2019-10-01
                to: 2021-03-31
            """);
        _folder.Write("most.yaml", """
            name: most
            title: More still
            source: s
            extends: more
            levers:
              - lever: fostering/enquiries-a-year
                add: 10
                from: 2020-01-01
              - { lever: uasc/arrivals-a-year, set: 7 }
            """);
        _folder.Write("validation/queue.yaml", """
            name: queue
            title: Queue
            source: s
            start: 2019-07-31
            run:
              lead-in-days: 36500
              years: 2000
              record: horizon
            """);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_baseline_has_a_start_and_nothing_else()
    {
        Scenario scenario = _library.Load("base");
        Assert.Equal(("base", "Base", "s", new DateOnly(2019, 7, 31)), (scenario.Name, scenario.Title, scenario.Source, scenario.Start));
        Assert.Empty(scenario.Levers);
        Assert.Empty(scenario.ChangeDates);
        Assert.Equal(RunSettings.Usual, scenario.Run);
        Assert.Same(scenario, scenario.Baseline);
        Assert.False(scenario.IsValidation);
        Assert.Equal("scenarios/base.yaml", Assert.Single(scenario.Files).File);
    }

    [Fact]
    public void A_chain_applies_the_extended_levers_first()
    {
        Scenario scenario = _library.Load("most");
        Assert.Equal(
            [
                new LeverSetting("fostering/enquiries-a-year", LeverOperation.Scale, 1.5, new(2019, 10, 1), new DateOnly(2021, 3, 31)),
                new LeverSetting("fostering/enquiries-a-year", LeverOperation.Add, 10, new DateOnly(2020, 1, 1), null),
                new LeverSetting("uasc/arrivals-a-year", LeverOperation.Set, 7, new DateOnly(2019, 7, 31), null),
            ],
            scenario.Levers);
        Assert.Equal("base", scenario.Baseline.Name);
        Assert.Equal(["scenarios/base.yaml", "scenarios/more.yaml", "scenarios/most.yaml"], scenario.Files.Select(file => file.File));
        Assert.Equal([new DateOnly(2019, 10, 1), new DateOnly(2020, 1, 1), new DateOnly(2021, 4, 1)], scenario.ChangeDates);
    }

    [Theory]
    [InlineData("2019-07-31", 100)]
    [InlineData("2019-09-30", 100)]
    [InlineData("2019-10-01", 150)]
    [InlineData("2020-01-01", 160)]
    [InlineData("2021-03-31", 160)]
    [InlineData("2021-04-01", 110)]
    public void Levers_hold_from_their_first_day_to_their_last(string date, double expected)
    {
        AssumptionValues values = _library.Load("most").Resolve(_ => 100, DateOnly.Parse(date));
        Assert.Equal(expected, values["fostering/enquiries-a-year"]);
        Assert.Equal(7, values.Overrides["uasc/arrivals-a-year"]);
        Assert.Equal(100, values["any/other"]);
    }

    [Fact]
    public void A_validation_scenario_sets_its_own_run()
    {
        Scenario scenario = _library.Load("validation/queue");
        Assert.Equal(new RunSettings(36500, 2000, RecordInterval.Horizon), scenario.Run);
        Assert.True(scenario.IsValidation);
        Assert.Contains("validation/queue", _library.Names);
    }

    [Fact]
    public void A_file_elsewhere_extends_its_neighbour_or_a_shipped_scenario()
    {
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("neighbour.yaml", "name: neighbour\ntitle: t\nsource: s\nextends: more\n");
        string path = elsewhere.Write("mine.yaml", "name: mine\ntitle: t\nsource: s\nextends: neighbour\n");
        Assert.Equal(1.5, Assert.Single(_library.Load(path).Levers).Value);
    }

    [Fact]
    public void The_same_file_gives_the_same_hash_and_another_another()
    {
        Assert.Equal(_library.Load("base").Files, _library.Load("base").Files);
        Assert.Equal(3, _library.Load("most").Files.Select(file => file.Sha256).Distinct().Count());
    }

    [Theory]
    [InlineData("bose", "base")]
    [InlineData("validation/queu", "validation/queue")]
    public void An_unknown_name_is_answered_with_the_nearest(string written, string nearest)
    {
        var problem = Assert.Throws<ScenarioException>(() => _library.Load(written));
        Assert.Equal(nearest, problem.Nearest);
        Assert.EndsWith($"Did you mean '{nearest}'?", problem.Message);
    }

    [Theory]
    [InlineData("../base")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    [InlineData("no/such")]
    public void A_name_leads_nowhere_else(string name) => Assert.Throws<ScenarioException>(() => _library.Load(name));
}
