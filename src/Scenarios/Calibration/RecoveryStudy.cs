using KentSufficiency.Simulation.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace KentSufficiency.Scenarios.Calibration;

/// <summary>How often the posterior held the truth, in counties made so that it is known.</summary>
/// <param name="Counties">Counties, each simulated from a draw of the prior.</param>
/// <param name="Cases">Counties times assumptions.</param>
/// <param name="Held">Cases in which the central interval held the true value.</param>
/// <param name="Learnt">Cases in which the posterior was narrower than the prior by a tenth or more.</param>
/// <param name="LearntHeld">Those of them in which the interval held the true value.</param>
/// <param name="MeanError">Mean absolute distance of the posterior median from the truth, over that of the prior median: below 1 where calibration learns.</param>
public sealed record RecoveryResult(int Counties, int Cases, int Held, int Learnt, int LearntHeld, double MeanError)
{
    /// <summary>Share of all cases that were held.</summary>
    public double Share => (double)Held / Cases;

    /// <summary>Share of the cases of which something was learnt.</summary>
    public double LearntShare => (double)LearntHeld / Learnt;
}

/// <summary>
/// Simulates counties from the prior and estimates them again. All are estimated from one set of particles, so it is the first round of a calibration
/// that is judged; the rounds after it only bring the particles nearer to one county.
/// </summary>
public static class RecoveryStudy
{
    /// <summary>Runs the study.</summary>
    /// <param name="calibrator">The problem, of whose observations only the choice of measures is used.</param>
    /// <param name="settings">Particles, replications and seed.</param>
    /// <param name="counties">How many counties.</param>
    /// <param name="level">Probability of the central interval.</param>
    /// <param name="cancellation">Ends it.</param>
    public static RecoveryResult Run(
        Calibrator calibrator, CalibrationSettings settings, int counties, double level, CancellationToken cancellation)
    {
        (ParticleSet particles, Matrix<double> counts) = calibrator.OfPrior(settings, cancellation);
        CalibrationSettings others = settings with { Particles = counties, Replications = 1, Seed = unchecked(settings.Seed + 1) };
        (ParticleSet truths, Matrix<double> observed) = calibrator.OfPrior(others, cancellation);
        IReadOnlyList<ObservedTarget> targets = calibrator.Problem.Observed;
        Matrix<double> values = Summaries.Of(targets, counts);
        Matrix<double> seen = Summaries.Of(targets, observed);
        Matrix<double> means = Summaries.Means(values, settings.Replications);
        Matrix<double> chance = Summaries.Chance(values, means, settings.Replications);
        Vector<double> exact = Vector<double>.Build.Dense(values.ColumnCount); // The model is right here, so nothing is allowed for.
        double reach = NormalQuantile.Of(0.5 + (level / 2));
        (int held, int learnt, int learntHeld, double error, double priorError) = (0, 0, 0, 0, 0);
        for (int county = 0; county < counties; county++)
        {
            RegressionPosterior posterior = RegressionPosterior.Of(
                particles.Points, means, chance, settings.Replications, seen.Row(county), exact);
            for (int i = 0; i < truths.Laws.Count; i++)
            {
                double sd = Math.Sqrt(posterior.Covariance[i, i]);
                double off = Math.Abs(truths.Points[county, i] - posterior.Mean[i]);
                bool isHeld = off <= reach * sd;
                bool isLearnt = 1 - sd >= EstimatedAssumption.LeastContraction;
                held += isHeld ? 1 : 0;
                learnt += isLearnt ? 1 : 0;
                learntHeld += isHeld && isLearnt ? 1 : 0;
                error += off;
                priorError += Math.Abs(truths.Points[county, i]);
            }
        }

        return new RecoveryResult(counties, counties * truths.Laws.Count, held, learnt, learntHeld, error / priorError);
    }
}
