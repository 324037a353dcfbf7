using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Sensitivity;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.ScenariosTests.Baseline;
using KentSufficiency.ScenariosTests.Levers;
using KentSufficiency.ScenariosTests.Output;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.ScenariosTests.Sensitivity;

/// <summary>The county that ships, at points of the ranges of its assumptions.</summary>
public sealed class CountyCubeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Enquiries_depend_most_on_the_enquiries_a_year_and_not_at_all_on_births()
    {
        ScreeningResult one = Screen("enquiries", threads: 1, "fostering/enquiries-a-year", "fostering/area-weight/*", "cost/*", "residents/births-a-year/ashford");
        Assert.Equal("fostering/enquiries-a-year", one.Assumptions[0].Assumption.Id);
        Assert.Equal(1, one.Assumptions[0].Effect.Direction);
        Assert.InRange(one.Assumptions[0].Effect.MuStar, 70, 140); // 105 enquiries a year by its range.
        Assert.True(one.Assumptions[0].Bar!.AtLow < 0 && one.Assumptions[0].Bar!.AtHigh > 0);
        InputEffect births = one.Assumptions.Single(row => row.Assumption.Id.StartsWith("residents/", StringComparison.Ordinal)).Effect;
        Assert.Equal((0.0, 0.0), (births.MuStar, births.Sigma));
        Assert.All(one.Assumptions.Where(row => row.Assumption.Id.StartsWith("cost/", StringComparison.Ordinal)), row => Assert.Equal(0, row.Effect.MuStar));

        ScreeningResult three = Screen("enquiries", threads: 3, "fostering/enquiries-a-year", "fostering/area-weight/*", "cost/*", "residents/births-a-year/ashford");
        Assert.Equal(one.Assumptions, three.Assumptions);
        Assert.Equal(one.Answer, three.Answer);
    }

    /// <summary>What neighbours have in common is compiled and simulated once, which must not be seen in any result.</summary>
    [Fact]
    public void A_point_gives_the_same_results_beside_others_and_on_its_own()
    {
        Scenario scenario = CareOnly();
        Func<SharedReplication, PointEngine> create = EngineCompiler.OfProgram.CreateAtPoints(scenario, 1);
        Assumption[] moved = [.. EngineCompiler.OfProgram.Ranged(scenario, schools: false).Where((_, i) => i % 37 == 0)];
        Assert.True(moved.Length > 8);
        PointEngine engine = create(new SharedReplication());
        var values = moved.ToDictionary(assumption => assumption.Id, assumption => assumption.Value);
        AssumptionPoint? beside = null;
        foreach (Assumption assumption in moved)
        {
            values[assumption.Id] = assumption.High!.Value;
            beside = new AssumptionPoint(new Dictionary<string, double>(values), beside);
            long[] shared = Run(engine, beside);
            long[] alone = Run(create(new SharedReplication()), new AssumptionPoint(new Dictionary<string, double>(values)));
            Assert.Equal(alone, shared);
        }
    }

    /// <summary>The values that a replication draws, handed in by name, make the very replication.</summary>
    [Fact]
    public void A_point_at_the_draws_of_a_replication_is_that_replication()
    {
        Scenario scenario = CareOnly();
        var key = new DrawKey(1, 3);
        AssumptionCatalogue catalogue = RealLevers.Catalogue.Assumptions;
        double[] drawn = new AssumptionDraws(catalogue).Draw(key);
        var point = new AssumptionPoint(catalogue.All.Index().Where(one => one.Item.Low is not null).ToDictionary(one => one.Item.Id, one => drawn[one.Index]));
        long[] there = Run(EngineCompiler.OfProgram.CreateAtPoints(scenario, 1)(new SharedReplication()), point);
        IReplicationEngine usual = EngineCompiler.OfProgram.Create(scenario, 1, ParameterMode.Drawn)(new SharedReplication());
        long[] expected = new long[usual.Layout.Length];
        usual.Run(key.Seed, key.Replication, expected, audit: true, log: null, CancellationToken.None);
        Assert.Equal(expected, there);
    }

    [Fact]
    public void Of_a_strategy_the_answer_is_what_it_changes()
    {
        Scenario strategy = Load("name: more\ntitle: t\nsource: s\nextends: baseline-2019\ncovers: care\nlevers:\n  - lever: fostering/enquiries-a-year\n    scale: 2\n    from: 2019-08-01\n");
        var cube = new CountyCube(EngineCompiler.OfProgram, [CareOnly(), strategy], 1, "enquiries", "Kent", seed: 1);
        Assumption[] inputs = [RealLevers.Catalogue.Assumptions["fostering/enquiries-a-year"], RealLevers.Catalogue.Assumptions["uasc/arrivals-a-year"]];
        double[] answers = cube.Over(inputs, null)([[double.NaN, 0], [0, 0], [1, 0], [1, 1]], 0, CancellationToken.None);
        Assert.InRange(answers[0], 480, 700); // Another 590, and dice.
        Assert.True(answers[2] > answers[1]);
        Assert.Equal(answers[2], answers[3]);
    }

    [Fact]
    public void Schools_are_left_out_for_a_measure_of_care_unless_they_are_asked_about()
    {
        var cube = new CountyCube(EngineCompiler.OfProgram, [RealCounty.Library.Load("baseline-2019")], 1, "cla", "Kent", seed: 1);
        AssumptionCatalogue all = RealLevers.Catalogue.Assumptions;
        Assert.True(cube.HasSchools);
        Assert.False(cube.WithoutSchools([all["uasc/arrivals-a-year"]]).HasSchools);
        Assert.True(cube.WithoutSchools([all["uasc/arrivals-a-year"], all["residents/births-a-year/ashford"]]).HasSchools);
        var census = new CountyCube(EngineCompiler.OfProgram, [RealCounty.Library.Load("baseline-2019")], 1, "ehcp", "Kent", seed: 1);
        Assert.True(census.WithoutSchools([all["uasc/arrivals-a-year"]]).HasSchools);
    }

    [Theory]
    [InlineData("clo", "Kent", "No measure is called 'clo'. Did you mean 'cla'?")]
    [InlineData("cla", "Thanat", "cla is not measured for 'Thanat'. Did you mean 'Thanet'?")]
    public void What_is_not_measured_is_told_with_the_nearest_name(string measure, string geography, string expected) => Assert.Equal(
        expected,
        Assert.Throws<MeasureException>(() => new CountyCube(EngineCompiler.OfProgram, [CareOnly()], 1, measure, geography, seed: 1)).Message);

    private static long[] Run(PointEngine engine, AssumptionPoint point)
    {
        long[] results = new long[engine.Engine.Layout.Length];
        engine.Point = point;
        engine.Engine.Run(1, 3, results, audit: false, log: null, CancellationToken.None);
        return results;
    }

    private ScreeningResult Screen(string measure, int threads, params string[] patterns)
    {
        var cube = new CountyCube(EngineCompiler.OfProgram, [CareOnly()], 1, measure, "Kent", seed: 1);
        Assumption[] inputs = [.. AssumptionChoice.Of(RealLevers.Catalogue.Assumptions, patterns).Where((input, i) => i % 4 == 0 || !input.Id.StartsWith("cost/", StringComparison.Ordinal))];
        var plan = new ScreeningPlan { Candidates = inputs, Trajectories = 2, Replications = 1, Bars = 2, Seed = 1, Threads = threads };
        return Screening.Run(plan, inputs => cube.Over(inputs, null), CancellationToken.None);
    }

    private Scenario CareOnly() => Load("name: care\ntitle: t\nsource: s\nextends: baseline-2019\ncovers: care\n");

    private Scenario Load(string text) => RealCounty.Library.Load(_folder.Write($"{text.Split('\n')[0][6..]}.yaml", text));
}
