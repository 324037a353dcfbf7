using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.ScenariosTests.Levers;
using KentSufficiency.ScenariosTests.Output;

namespace KentSufficiency.ScenariosTests.Strategies;

/// <summary>What a scenario costs by itself is read, and inherited by those that extend it.</summary>
public sealed class ScenarioCostTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ScenarioLibrary _library;

    public ScenarioCostTests()
    {
        _library = new ScenarioLibrary(RealLevers.Catalogue, _folder.Path);
        _folder.Write("base.yaml", "name: base\ntitle: Base\nsource: s\nstart: 2019-07-31\n");
        _folder.Write("team.yaml", """
            name: team
            title: A team
            source: s
            extends: base
            costs:
              - what: desks
                once: 1200.5
                on: 2019-10-01
                source: kcc-2019-10
                page: 221
              - { what: salaries, a-year: 50000, source: assumed }
            """);
        _folder.Write("more.yaml", """
            name: more
            title: More of it
            source: s
            extends: team
            costs:
              - what: rent saved
                a-year: -300
                from: 2020-04-01
                to: 2021-03-31
                source: assumed
            """);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Costs_are_inherited_before_own_ones() => Assert.Equal(
        [
            new ScenarioCost("desks", 1200.5, false, new DateOnly(2019, 10, 1), null, "kcc-2019-10", "221"),
            new ScenarioCost("salaries", 50000, true, new DateOnly(2019, 7, 31), null, "assumed", "-"),
            new ScenarioCost("rent saved", -300, true, new DateOnly(2020, 4, 1), new DateOnly(2021, 3, 31), "assumed", "-"),
        ],
        _library.Load("more").Costs);

    [Fact]
    public void A_baseline_costs_nothing_by_itself() => Assert.Empty(_library.Load("base").Costs);
}
