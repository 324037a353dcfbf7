using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Statistics;
using MathNet.Numerics.LinearAlgebra;

namespace KentSufficiency.Scenarios.Calibration;

/// <summary>An estimated assumption.</summary>
/// <param name="Id">The assumption.</param>
/// <param name="Prior">What was assumed.</param>
/// <param name="Median">Posterior median, in the assumption's unit.</param>
/// <param name="Low">5th percentile.</param>
/// <param name="High">95th percentile.</param>
/// <param name="Contraction">How much narrower the posterior is than the prior: 1 less the ratio of their standard deviations; 0 where nothing was learnt.</param>
/// <param name="Shift">How far the median moved, in standard deviations of the prior.</param>
public sealed record EstimatedAssumption(string Id, Assumption Prior, double Median, double Low, double High, double Contraction, double Shift)
{
    /// <summary>Below this contraction the data say too little to be heard.</summary>
    public const double LeastContraction = 0.1;

    /// <summary>Whether the data say something of it.</summary>
    public bool IsIdentified => Contraction >= LeastContraction;
}

/// <summary>A target and how well it is met.</summary>
/// <param name="Date">The last day of the year.</param>
/// <param name="Target">The target and what was observed.</param>
/// <param name="Before">What the prior predicts: 10%, 50% and 90%.</param>
/// <param name="After">What the posterior predicts: 10%, 50% and 90%.</param>
public sealed record TargetFit(DateOnly Date, ObservedTarget Target, double[] Before, double[] After)
{
    /// <summary>Whether the observation lies within 10% to 90% of what the posterior predicts.</summary>
    public bool IsWithin => Target.Value >= After[0] && Target.Value <= After[2];
}

/// <summary>What a calibration found.</summary>
public sealed class CalibrationResult
{
    internal CalibrationResult(
        CalibrationProblem problem, ParticleSet rows, RegressionPosterior posterior, Matrix<double> prior, Matrix<double> fitted)
    {
        Problem = problem;
        Estimates = [.. rows.Laws.Select((law, i) => Estimate(problem, law, posterior.Mean[i], Math.Sqrt(posterior.Covariance[i, i])))];
        Sample = rows.ToSample(1);
        Fits = [.. Fit(problem, prior, fitted)];
    }

    /// <summary>What was estimated from what.</summary>
    public CalibrationProblem Problem { get; }

    /// <summary>Every assumption that was estimated through the model, what the data cannot tell included.</summary>
    public IReadOnlyList<EstimatedAssumption> Estimates { get; }

    /// <summary>
    /// The posterior sample, of all of them together: what the data cannot tell of one alone keeps about the range of its prior, but may well be tied to
    /// others.
    /// </summary>
    public AssumptionSample Sample { get; }

    /// <summary>Every target.</summary>
    public IReadOnlyList<TargetFit> Fits { get; }

    private static EstimatedAssumption Estimate(CalibrationProblem problem, (string Id, AssumptionLaw Law) of, double mean, double sd) => new(
        of.Id,
        problem.Assumptions[of.Id],
        of.Law.At(mean),
        of.Law.At(mean - (AssumptionLaw.Z95 * sd)),
        of.Law.At(mean + (AssumptionLaw.Z95 * sd)),
        1 - sd,
        mean);

    private static IEnumerable<TargetFit> Fit(CalibrationProblem problem, Matrix<double> prior, Matrix<double> fitted)
    {
        int column = 0;
        foreach (CalibrationWindow window in problem.Windows)
        {
            foreach (ObservedTarget target in window.Targets)
            {
                yield return new TargetFit(window.End, target, Interval(prior.Column(column)), Interval(fitted.Column(column)));
                column++;
            }
        }
    }

    private static double[] Interval(Vector<double> counts)
    {
        double[] sorted = [.. counts.Order()];
        return [Quantile.Type7(sorted, 0.1), Quantile.Type7(sorted, 0.5), Quantile.Type7(sorted, 0.9)];
    }
}
