using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Simulation.Measures;
using MathNet.Numerics.LinearAlgebra;

namespace KentSufficiency.Scenarios.Calibration;

/// <summary>Lives the years of a calibration with each particle, on the real engine.</summary>
/// <param name="dataDirectory">The data folder.</param>
/// <param name="windows">The years.</param>
/// <param name="threads">Replications at a time; the results do not depend on it.</param>
/// <param name="scratchDirectory">An existing folder for results while they are needed.</param>
internal sealed class ParticleRuns(string dataDirectory, IReadOnlyList<CalibrationWindow> windows, int threads, string scratchDirectory)
{
    /// <summary>How many summaries a replication has: the targets of all years.</summary>
    public int Summaries => windows.Sum(window => window.Targets.Count);

    /// <summary>The counts of every replication of every particle, a row each; particle n has the replications from n times their number on.</summary>
    /// <param name="sample">The particles.</param>
    /// <param name="rows">Particles times replications.</param>
    /// <param name="seed">The luck. Each year has its own.</param>
    /// <param name="cancellation">Ends the runs.</param>
    /// <exception cref="OperationCanceledException">They were ended.</exception>
    public Matrix<double> Run(AssumptionSample sample, int rows, uint seed, CancellationToken cancellation)
    {
        Matrix<double> counts = Matrix<double>.Build.Dense(rows, Summaries);
        int column = 0;
        for (int i = 0; i < windows.Count; i++)
        {
            foreach (double[] values in Run(windows[i], sample, rows, unchecked(seed + (uint)(1_000_003 * i)), cancellation))
            {
                counts.SetColumn(column++, values);
            }
        }

        return counts;
    }

    private double[][] Run(CalibrationWindow window, AssumptionSample sample, int rows, uint seed, CancellationToken cancellation)
    {
        var compiler = new EngineCompiler(
            () => dataDirectory, () => new CountyBuilder(dataDirectory, window.Assumptions, sample, window.Known));
        var planned = new PlannedScenario(window.Future.Name, compiler.Create(window.Future, 1, ParameterMode.Drawn));
        var plan = new ExperimentPlan([planned], rows, seed, threads, Audit: false, scratchDirectory);
        using ExperimentResults results = Experiment.Run(plan, progress: null, cancellation);
        if (results.IsPartial)
        {
            throw new OperationCanceledException(cancellation);
        }

        ScenarioResults counted = results.Scenarios[0];
        return [.. window.Targets.Select(target => Sum(counted, window.Record, target.Target))];
    }

    private static double[] Sum(ScenarioResults counted, int record, CalibrationTarget target)
    {
        double[] sums = new double[counted.Replications];
        foreach (string measure in target.Measures)
        {
            double[] values = counted.Read(record, IndexOf(counted.Measures, measure));
            for (int replication = 0; replication < sums.Length; replication++)
            {
                sums[replication] += values[replication];
            }
        }

        return sums;
    }

    private static int IndexOf(IReadOnlyList<MeasureDefinition> measures, string id)
    {
        for (int i = 0; i < measures.Count; i++)
        {
            if (measures[i].Id == id && measures[i].Geography == "Kent")
            {
                return i;
            }
        }

        throw new InvalidOperationException($"calibration/targets.csv: a run does not measure '{id}' for Kent.");
    }
}
