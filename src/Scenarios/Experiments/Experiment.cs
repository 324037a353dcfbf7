using KentSufficiency.Simulation.County;

namespace KentSufficiency.Scenarios.Experiments;

/// <summary>Runs experiments on the cores of this machine.</summary>
public static class Experiment
{
    /// <summary>
    /// Runs every replication of every scenario. Replications are handed out in order, all scenarios of one before the next; each thread
    /// has an engine of its own for each scenario. The results are the same for any number of threads, and memory does not grow with
    /// the number of replications.
    /// </summary>
    /// <param name="plan">What to simulate.</param>
    /// <param name="progress">Told after each replication, from the thread that ran it; must be quick and thread-safe.</param>
    /// <param name="cancellation">
    /// Ends the experiment early without an exception: the results then hold the replications before the first incomplete one.
    /// </param>
    /// <exception cref="ExperimentException">An engine failed.</exception>
    /// <exception cref="IOException">The scratch folder has no room for the results.</exception>
    public static ExperimentResults Run(ExperimentPlan plan, IProgress<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        plan.Validate();
        IReplicationEngine[] engines = [.. plan.Scenarios.Select(scenario => scenario.CreateEngine())];
        CheckComparable(plan, engines);
        int recordLength = checked(2 * engines[0].Dates.Count * engines[0].Measures.Count);
        var files = new List<ResultFile>();
        try
        {
            for (int i = 0; i < engines.Length; i++)
            {
                files.Add(new ResultFile(Path.Combine(plan.ScratchDirectory, $"results-{i}"), plan.Replications, recordLength));
            }

            int completed = new ReplicationPool(plan, engines, files, progress).Run(cancellation);
            var scenarios = engines.Select((engine, i) =>
                new ScenarioResults(plan.Scenarios[i].Name, [.. engine.Measures], [.. engine.Dates], completed, files[i]));
            return new ExperimentResults(plan, [.. scenarios], files);
        }
        catch
        {
            files.ForEach(file => file.Dispose());
            throw;
        }
    }

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
            if (!engines[i].Measures.SequenceEqual(first.Measures) || !engines[i].Dates.SequenceEqual(first.Dates))
            {
                throw new InvalidOperationException(
                    $"{plan.Scenarios[i].Name} and {plan.Scenarios[0].Name} do not measure the same things on the same dates.");
            }
        }
    }
}
