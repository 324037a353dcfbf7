using System.Net;
using KentSufficiency.Grains.Experiments;

namespace KentSufficiency.GrainsTests.Experiments;

/// <summary>What is handed to whom, and what counts as the end.</summary>
public sealed class ExperimentCourseTests
{
    private static readonly SiloAddress s_one = SiloAddress.New(IPAddress.Loopback, 1, 1);
    private static readonly SiloAddress s_two = SiloAddress.New(IPAddress.Loopback, 2, 1);

    private readonly ExperimentProgressState _state = new() { Stage = ExperimentStage.Running, Target = 80, Stages = [80], BatchSize = 8 };

    [Fact]
    public void A_silo_gets_one_batch_until_it_has_said_how_many_cores_it_has_and_then_two_a_core()
    {
        var course = new ExperimentCourse(_state);
        HandedBatch first = Assert.Single(course.HandOut([s_one]));
        course.Hear(first, Status(BatchStage.Running));
        Assert.Equal([1, 2, 3], course.HandOut([s_one]).Select(batch => batch.Range.Index));
        Assert.Empty(course.HandOut([s_one]));
    }

    [Fact]
    public void Batches_are_handed_out_in_order_to_the_silo_with_the_most_room()
    {
        var course = new ExperimentCourse(_state);
        foreach (HandedBatch batch in course.HandOut([s_one, s_two]))
        {
            course.Hear(batch, Status(BatchStage.Running, batch.Silo, cores: batch.Silo.Equals(s_one) ? 1 : 3));
        }

        HandedBatch[] more = [.. course.HandOut([s_one, s_two])];
        Assert.Equal([2, 3, 4, 5, 6, 7], more.Select(batch => batch.Range.Index));
        Assert.Equal(s_one, Assert.Single(more, batch => batch.Silo.Equals(s_one)).Silo);
    }

    [Fact]
    public void The_batches_of_a_lost_silo_are_handed_to_another()
    {
        var course = new ExperimentCourse(_state);
        HandedBatch lost = Assert.Single(course.HandOut([s_one]));
        HandedBatch again = Assert.Single(course.HandOut([s_two]));
        Assert.Equal(lost.Range, again.Range);
        Assert.False(course.Awaits(lost));
        Assert.True(course.Awaits(again));
    }

    [Fact]
    public void A_silo_that_refuses_gets_nothing_more_and_its_batch_goes_elsewhere()
    {
        var course = new ExperimentCourse(_state);
        course.Hear(Assert.Single(course.HandOut([s_one])), Status(BatchStage.Refused) with { Failure = new BatchFailure { Message = "No." } });
        Assert.Equal(s_two, Assert.Single(course.HandOut([s_one, s_two])).Silo);
        Assert.Null(_state.Failure);
    }

    [Fact]
    public void Where_all_silos_refuse_the_experiment_is_over()
    {
        var course = new ExperimentCourse(_state);
        course.Hear(Assert.Single(course.HandOut([s_one])), Status(BatchStage.Refused) with { Failure = new BatchFailure { Message = "No.", Replication = 0 } });
        Assert.Empty(course.HandOut([s_one]));
        Assert.True(course.IsOver);
        Assert.Equal("No.", _state.Failure!.Message);
    }

    [Fact]
    public void The_first_failure_in_order_wins_and_what_lies_before_it_still_runs()
    {
        var course = new ExperimentCourse(_state);
        HandedBatch[] batches = Hand(course, 4);
        IReadOnlyList<BatchRange> dropped = course.Hear(batches[2], Failed(replication: 20, scenario: 1));
        Assert.Equal([3], dropped.Select(range => range.Index));
        Assert.Equal(20, _state.Failure!.Replication);
        Assert.False(course.IsOver);

        course.Hear(batches[1], Failed(replication: 9, scenario: 0));
        Assert.Equal(9, _state.Failure.Replication);
        Assert.False(course.IsOver);

        course.Hear(batches[0], Status(BatchStage.Complete));
        Assert.True(course.IsOver);
        Assert.Empty(course.HandOut([s_one]));
    }

    [Fact]
    public void An_experiment_taken_up_again_computes_what_is_not_stored()
    {
        var course = new ExperimentCourse(_state);
        HandedBatch[] batches = Hand(course, 4);
        course.Hear(batches[0], Status(BatchStage.Complete));
        course.Hear(batches[2], Status(BatchStage.Complete));

        var again = new ExperimentCourse(_state);
        Assert.Equal(1, again.Status(1).LeadingBatches);
        Assert.Equal([1, 3, 4, 5], Hand(again, 4).Select(batch => batch.Range.Index));
    }

    [Fact]
    public void Results_that_are_gone_are_computed_again()
    {
        var course = new ExperimentCourse(_state);
        foreach (BatchRange range in course.Ranges)
        {
            _state.Note(range.Index, stored: true);
        }

        course = new ExperimentCourse(_state);
        Assert.True(course.IsOver);
        course.Lose(4);
        Assert.False(course.IsOver);
        Assert.Equal(4, course.Status(1).LeadingBatches);
        Assert.Equal([4], Hand(course, 1).Select(batch => batch.Range.Index));
    }

    private static HandedBatch[] Hand(ExperimentCourse course, int count)
    {
        HandedBatch first = Assert.Single(course.HandOut([s_one]));
        course.Hear(first, Status(BatchStage.Running, cores: 2));
        HandedBatch[] batches = [first, .. course.HandOut([s_one])];
        Assert.InRange(batches.Length, count, 4);
        return batches;
    }

    private static BatchStatus Failed(int replication, int scenario) => Status(BatchStage.Failed) with
    {
        Failure = new BatchFailure { Scenario = "s", ScenarioIndex = scenario, Replication = replication, Message = "It failed." },
    };

    private static BatchStatus Status(BatchStage stage, SiloAddress? silo = null, int cores = 2) =>
        new() { Stage = stage, Silo = silo ?? s_one, Cores = cores };
}
