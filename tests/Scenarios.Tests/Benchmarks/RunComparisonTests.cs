using System.Text.Json;
using KentSufficiency.Benchmarks.Compare;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Benchmarks;

/// <summary>Two runs of the suite, held against each other.</summary>
public sealed class RunComparisonTests
{
    private static readonly BenchmarkRun s_run = Runs.Of(Runs.Baseline(Runs.About(20)), Runs.Filled(Runs.About(5)));

    [Fact]
    public void A_run_is_the_same_as_itself()
    {
        ComparedBenchmark only = RunComparison.Of(s_run, s_run).ShouldHaveSingleItem();

        only.Key.ShouldBe("Core.DrawBenchmarks.Filled()");
        only.Verdict.ShouldBe(Verdict.Same);
        only.Change.ShouldBe(0);
        only.P.ShouldBe(1);
    }

    [Fact]
    public void A_fifth_more_is_slower_and_the_way_back_is_faster()
    {
        BenchmarkRun slower = Runs.Of(Runs.Baseline(Runs.About(20)), Runs.Filled(Runs.About(6)));

        ComparedBenchmark there = RunComparison.Of(s_run, slower).Single();
        there.Verdict.ShouldBe(Verdict.Slower);
        there.Change.ShouldBe(0.2, 1e-9);
        there.P.ShouldBeLessThan(1e-9);
        there.Interval.Low.ShouldBeInRange(0.15, 0.199);
        there.Interval.High.ShouldBeInRange(0.201, 0.25);
        RunComparison.Of(slower, s_run).Single().Verdict.ShouldBe(Verdict.Faster);
    }

    [Fact]
    public void A_machine_that_is_slower_as_a_whole_changes_nothing()
    {
        BenchmarkRun elsewhere = Runs.Of(Runs.Baseline(Runs.About(60)), Runs.Filled(Runs.About(15)));

        RunComparison.Of(s_run, elsewhere).Single().Verdict.ShouldBe(Verdict.Same);
    }

    [Fact]
    public void A_difference_that_is_sure_but_small_does_not_count_nor_does_a_large_one_that_is_not_sure()
    {
        BenchmarkRun small = Runs.Of(Runs.Baseline(Runs.About(20, 0.001)), Runs.Filled(Runs.About(5.1, 0.001)));
        BenchmarkRun unsure = Runs.Of(Runs.Baseline(Runs.About(20)), Runs.Filled(Runs.About(6, spread: 0.5)));
        BenchmarkRun precise = Runs.Of(Runs.Baseline(Runs.About(20, 0.001)), Runs.Filled(Runs.About(5, 0.001)));

        ComparedBenchmark sure = RunComparison.Of(precise, small).Single();
        sure.P.ShouldBeLessThan(WelchTest.Level);
        sure.Verdict.ShouldBe(Verdict.Same);
        RunComparison.Of(s_run, unsure).Single().Verdict.ShouldBe(Verdict.Same);
    }

    [Fact]
    public void A_ratio_is_to_the_baseline_with_the_same_parameters()
    {
        BenchmarkRun run = Runs.Of(
            Runs.Baseline(Runs.About(20)) with { Parameters = "Pending=1" },
            Runs.Baseline(Runs.About(100)) with { Parameters = "Pending=2" },
            Runs.Filled(Runs.About(50)) with { Parameters = "Pending=2" });

        RunComparison.Of(run, run).Single().RatioA.ShouldBe(0.5, 1e-12);
    }

    [Fact]
    public void What_only_one_run_has_is_counted_and_not_judged()
    {
        BenchmarkRun more = Runs.Of([.. s_run.Benchmarks, Runs.Filled(1, 2) with { Method = "New" }]);

        RunComparison.Of(s_run, more).ShouldContain(one => one.Key == "Core.DrawBenchmarks.New()" && one.Verdict == Verdict.NotInBoth);
        Tables.Of(RunComparison.Of(s_run, more)).ShouldContain("0 faster, 0 slower, 1 the same; 0 not judged, 1 in one of the two only.");
    }

    [Fact]
    public void A_file_of_results_comes_back_as_it_was()
    {
        BenchmarkRun back = RunFile.Parse(RunFile.Write(s_run));

        back.Machine.ShouldBe(s_run.Machine);
        back.LoadAfter.ShouldBeNull();
        back.Benchmarks[1].Nanoseconds.ShouldBe(s_run.Benchmarks[1].Nanoseconds, tolerance: 0.0001);
        RunComparison.Of(s_run, back).Single().Verdict.ShouldBe(Verdict.Same);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("not JSON")]
    public void Another_file_is_refused(string text) => Should.Throw<JsonException>(() => RunFile.Parse(text));

    [Fact]
    public void The_table_of_a_run_has_mean_error_ratio_and_what_is_allocated()
    {
        string table = Tables.Of(Runs.Of(Runs.Baseline(1900, 2000, 2100), Runs.Filled(500, 500, 500)));

        // Half of the 99.9% interval with two degrees of freedom: 31.6 x 100 / sqrt(3) = 1,824 ns.
        table.ShouldContain("| Core.DrawBenchmarks | OneByOne |  | 2.00 us | 1.82 us | **1** | 0 B |");
        table.ShouldContain("| Core.DrawBenchmarks | Filled |  | 500 ns | 0.0000 ns | 0.250 | 0 B |");
        table.ShouldContain("Load before 0.5, after not known");
    }
}
