using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Calibration;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Strategies;
using KentSufficiency.Simulation.Randomness;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Calibration;

public sealed class PosteriorFileTests : IDisposable
{
    private readonly PastData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void What_is_written_is_read_back_and_taken_by_the_replications_in_turn()
    {
        var sample = new AssumptionSample(["care/re-entry-share", "care/days/return-home"], [[0.2, 201], [0.3, 302.5]]);
        File.WriteAllText(Path.Combine(_data.Data, PosteriorFile.Name), PosteriorFile.Text(sample));
        AssumptionCatalogue catalogue = AssumptionCatalogue.Load(_data.Data);
        AssumptionSample read = PosteriorFile.ReadIfThere(_data.Data, catalogue)!;
        PosteriorFile.Digest(read).ShouldBe(PosteriorFile.Digest(sample));

        var draws = new AssumptionDraws(catalogue, read);
        var alone = new AssumptionDraws(catalogue);
        int days = catalogue.IndexOf("care/days/return-home");
        int other = catalogue.IndexOf("care/days/other");
        foreach (uint replication in (uint[])[0, 1, 2])
        {
            double[] values = draws.Draw(new DrawKey(1, replication));
            values[days].ShouldBe(replication == 1 ? 302.5 : 201);
            values[other].ShouldBe(alone.Draw(new DrawKey(1, replication))[other]); // Others keep their own draws.
        }
    }

    [Fact]
    public void A_sample_among_the_data_is_what_drawn_parameters_take_and_fixed_ones_do_not()
    {
        string drawn = Digest(ParameterMode.Drawn);
        string fixedValues = Digest(ParameterMode.Fixed);
        var sample = new AssumptionSample(["front-door/assessment-to-care/10-15"], [[0.05], [0.06]]);
        File.WriteAllText(Path.Combine(_data.Data, PosteriorFile.Name), PosteriorFile.Text(sample));
        Digest(ParameterMode.Fixed).ShouldBe(fixedValues);
        Digest(ParameterMode.Drawn).ShouldNotBe(drawn);
    }

    private string Digest(ParameterMode mode)
    {
        var compiler = new EngineCompiler(() => _data.Data);
        Scenario care = PastFuture.From(PastData.Scenarios, new DateOnly(2019, 7, 31), []);
        var plan = new ExperimentPlan([new PlannedScenario("care", compiler.Create(care, 1, mode))], 2, 1, 2, Audit: false, _data.Scratch);
        using ExperimentResults results = Experiment.Run(plan, progress: null, CancellationToken.None);
        return results.ComputeDigest();
    }

    [Theory]
    [InlineData("care/re-entry-share\n", "a sample has")]
    [InlineData("care/re-entry-shar\n0.2\n", "'care/re-entry-shar' is no assumption; the nearest is 'care/re-entry-share'")]
    [InlineData("care/re-entry-share\n0.2,1\n", "line 2, -: has 2 fields where the header has 1")]
    [InlineData("care/re-entry-share\n0.2\nnan\n", "line 3, care/re-entry-share: 'nan' is no number")]
    [InlineData("care/re-entry-share\n-1\n", "is no number of 0 or more")]
    public void A_file_that_breaks_a_rule_is_refused_with_the_place(string text, string told)
    {
        File.WriteAllText(Path.Combine(_data.Data, PosteriorFile.Name), text);
        EvidenceException problem = Should.Throw<EvidenceException>(() => PosteriorFile.ReadIfThere(_data.Data, AssumptionCatalogue.Load(_data.Data)));
        problem.Message.ShouldContain(told);
    }
}
