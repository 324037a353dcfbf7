using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;

namespace KentSufficiency.Scenarios.Experiments;

/// <summary>Runs experiments.</summary>
public static class Experiment
{
    /// <summary>
    /// Runs every replication of every scenario. The results are the same for any engine and any number of threads, and memory does not grow with
    /// the number of replications. With a precision in the plan, replications run until the baseline is known that well.
    /// </summary>
    /// <param name="plan">What to simulate.</param>
    /// <param name="progress">Told as replications complete, from any thread; must be quick and thread-safe.</param>
    /// <param name="cancellation">
    /// Ends the experiment early without an exception: the results then hold the replications before the first incomplete one.
    /// </param>
    /// <param name="engine">What completes the replications; null for the cores of this machine.</param>
    /// <exception cref="ExperimentException">An engine failed.</exception>
    /// <exception cref="IOException">The scratch folder has no room for the results.</exception>
    public static ExperimentResults Run(
        ExperimentPlan plan, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, IExperimentEngine? engine = null)
    {
        plan.Validate();
        var shared = new SharedReplication();
        IReplicationEngine[] engines = [.. plan.Scenarios.Select(scenario => scenario.CreateEngine(shared))];
        CheckComparable(plan, engines);
        int recordLength = engines[0].Layout.Length;
        var files = new List<ResultFile>();
        try
        {
            for (int i = 0; i < engines.Length; i++)
            {
                files.Add(new ResultFile(Path.Combine(plan.ScratchDirectory, $"results-{i}"), FirstStage(plan), recordLength));
            }

            using IReplicationRunner runner = (engine ?? new LocalEngine()).Open(plan, engines, new ResultSink(files), progress);
            return RunStages(plan, engines, files, runner, cancellation);
        }
        catch
        {
            files.ForEach(file => file.Dispose());
            throw;
        }
    }

    private static ExperimentResults RunStages(
        ExperimentPlan plan, IReplicationEngine[] engines, List<ResultFile> files, IReplicationRunner runner, CancellationToken cancellation)
    {
        int asked = FirstStage(plan);
        int completed = runner.Run(asked, cancellation);
        PrecisionReached? reached = plan.Precision?.Look(ResultsOf(plan, engines, files, 0, completed));
        while (completed == asked && asked < plan.Replications && reached is { IsMet: false })
        {
            asked = PrecisionTarget.NextLook(asked, plan.Replications);
            completed = runner.Run(asked, cancellation);
            reached = plan.Precision!.Look(ResultsOf(plan, engines, files, 0, completed));
        }

        if (completed == asked)
        {
            runner.Finish();
        }

        var scenarios = engines.Select((_, i) => ResultsOf(plan, engines, files, i, completed));
        return new ExperimentResults(asked, [.. scenarios], files) { Precision = reached };
    }

    /// <summary>The replications that run before anything is looked at.</summary>
    private static int FirstStage(ExperimentPlan plan) =>
        plan.Precision is null ? plan.Replications : PrecisionTarget.NextLook(0, plan.Replications);

    private static ScenarioResults ResultsOf(
        ExperimentPlan plan, IReplicationEngine[] engines, List<ResultFile> files, int scenario, int replications) => new(
            plan.Scenarios[scenario].Name,
            [.. engines[scenario].Measures],
            [.. engines[scenario].Dates],
            engines[scenario].Layout,
            replications,
            files[scenario]);

    /// <summary>Paired differences need the same measures on the same dates.</summary>
    private static void CheckComparable(ExperimentPlan plan, IReplicationEngine[] engines)
    {
        IReplicationEngine first = engines[0];
        if (first.Dates.Count == 0 || first.Measures.Count == 0)
        {
            throw new InvalidOperationException($"{plan.Scenarios[0].Name} measures nothing.");
        }

        for (int i = 1; i < engines.Length; i++)
        {
            bool same = engines[i].Measures.SequenceEqual(first.Measures) && engines[i].Dates.SequenceEqual(first.Dates) && engines[i].Layout.Equals(first.Layout);
            if (!same)
            {
                throw new InvalidOperationException(
                    $"{plan.Scenarios[i].Name} and {plan.Scenarios[0].Name} do not measure the same things on the same dates.");
            }
        }
    }
}
