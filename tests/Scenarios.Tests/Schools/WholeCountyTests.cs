using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.ScenariosTests.Baseline;
using KentSufficiency.ScenariosTests.Output;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;

namespace KentSufficiency.ScenariosTests.Schools;

/// <summary>Children's care and schools of Kent together, as they ship.</summary>
public sealed class WholeCountyTests : IDisposable
{
    private const int Replications = 2;
    private static readonly string[] s_scenarios = ["baseline-2019", "thamesview-never", "recruit-120"];
    private static readonly string[] s_frontDoor = ["assessments", "cin", "cpp", "early-help-open"];

    private static readonly Lazy<CountyParameters> s_whole = new(() => RealCounty.CompileWhole("baseline-2019", years: 1));
    private static readonly Lazy<RealRun> s_care = new(() => RealCounty.Run(RealCounty.WithoutSchools(s_whole.Value), Replications));

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Strategies =>
        [.. RealCounty.Library.Strategies.Where(name => RealCounty.Library.Load(name) is { } scenario && scenario.Baseline != scenario)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Any_number_of_threads_gives_the_same_bytes()
    {
        using TemporaryFolder other = new();
        using ExperimentResults one = Run(_folder, threads: 1);
        using ExperimentResults two = Run(other, threads: 2);
        Assert.Equal(one.ComputeDigest(), two.ComputeDigest());
    }

    /// <summary>Who is at school where changes nothing in care, unless the child in care is the child at school.</summary>
    [Fact]
    public void Without_links_care_measures_what_it_does_without_schools()
    {
        RealRun apart = RealCounty.Run(RealCounty.WithoutLinks(s_whole.Value), Replications);
        int width = 2 * s_care.Value.Measures.Count;
        Assert.Equal(s_care.Value.Measures, apart.Measures.Take(s_care.Value.Measures.Count));
        Assert.Contains(apart.Measures, measure => measure.IsCensus);
        for (int replication = 0; replication < Replications; replication++)
        {
            for (int date = 0; date < apart.Dates.Count; date++)
            {
                Assert.Equal(s_care.Value.Row(replication, date).ToArray(), apart.Row(replication, date)[..width].ToArray());
            }
        }
    }

    [Fact]
    public void Links_leave_the_front_door_alone_and_change_where_children_in_care_live()
    {
        RealRun linked = RealCounty.Run(s_whole.Value, Replications);
        int horizon = linked.Dates.Count - 1;
        Assert.All(s_frontDoor, id => Assert.Equal(s_care.Value.Values(id, horizon), linked.Values(id, horizon)));
        Assert.NotEqual(s_care.Value.Values("miles-from-home", horizon), linked.Values("miles-from-home", horizon));
        Assert.All(linked.Values("cla-school-moves", horizon), moves => Assert.True(moves > 0));
    }

    /// <summary>A strategy that gives a scheme up still measures that it never opened; a new school adds no measure that the baseline lacks.</summary>
    [Theory]
    [MemberData(nameof(Strategies))]
    public void A_strategy_measures_the_same_things_on_the_same_dates_as_its_baseline(string name)
    {
        Scenario scenario = RealCounty.Library.Load(name);
        var shared = new SharedReplication();
        IReplicationEngine baseline = Engine(scenario.Baseline.Name, shared);
        IReplicationEngine strategy = Engine(name, shared);
        Assert.Contains(baseline.Measures, measure => measure.Id.StartsWith("scheme-open/", StringComparison.Ordinal));
        Assert.Equal(baseline.Measures, strategy.Measures);
        Assert.Equal(baseline.Dates, strategy.Dates);
        Assert.True(baseline.Layout.Equals(strategy.Layout));
    }

    private static IReplicationEngine Engine(string name, SharedReplication shared) =>
        EngineCompiler.OfProgram.Create(RealCounty.Library.Load(name), 1, ParameterMode.Fixed)(shared);

    private static ExperimentResults Run(TemporaryFolder folder, int threads)
    {
        PlannedScenario[] scenarios =
        [
            .. s_scenarios.Select(name => new PlannedScenario(name, EngineCompiler.OfProgram.Create(RealCounty.Library.Load(name), 1, ParameterMode.Fixed))),
        ];
        return Experiment.Run(new ExperimentPlan(scenarios, Replications, 1, threads, Audit: false, folder.Path), null, default);
    }
}
