using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.Randomness;
using MathNet.Numerics.LinearAlgebra;

namespace KentSufficiency.Scenarios.Calibration;

/// <summary>How a calibration is run.</summary>
/// <param name="Particles">Points of the parameter space in each round.</param>
/// <param name="Replications">Replications of each particle, at least 2: what varies between them is chance.</param>
/// <param name="Rounds">Rounds; each but the first draws its particles about the posterior of the one before.</param>
/// <param name="Rows">Rows of the posterior sample.</param>
/// <param name="Seed">The luck.</param>
public sealed record CalibrationSettings(int Particles, int Replications, int Rounds, int Rows, uint Seed)
{
    /// <summary>What <c>kent calibrate</c> does where nothing else is asked for.</summary>
    public static CalibrationSettings Usual { get; } = new(Particles: 500, Replications: 2, Rounds: 2, Rows: 400, Seed: 1);
}

/// <summary>
/// Estimates assumptions from years that were observed. Shares that are counted are updated by their likelihood first; the others by rounds of
/// approximate Bayesian computation with regression over the real engine. Assumptions that are not estimated are drawn anew in each replication, so
/// what they leave open widens what chance there is.
/// </summary>
public sealed class Calibrator
{
    private const double Inflation = 1.3;

    private readonly ParticleRuns _runs;
    private readonly CalibrationProblem _problem;
    private readonly IReadOnlyList<(string Id, AssumptionLaw Law)> _laws;

    /// <summary>Prepares a calibration.</summary>
    /// <param name="problem">What is estimated from what.</param>
    /// <param name="dataDirectory">The data folder.</param>
    /// <param name="threads">Replications at a time; the results do not depend on it.</param>
    /// <param name="scratchDirectory">An existing folder for results while they are needed.</param>
    public Calibrator(CalibrationProblem problem, string dataDirectory, int threads, string scratchDirectory)
    {
        _problem = problem;
        _runs = new ParticleRuns(dataDirectory, problem.Windows, threads, scratchDirectory);
        _laws = [.. problem.Parameters.Select(parameter => (parameter.Id, AssumptionLaw.Of(problem.Assumptions[parameter.Id])!))];
    }

    /// <summary>Estimates.</summary>
    /// <param name="settings">How.</param>
    /// <param name="progress">Told of each round, from 1.</param>
    /// <param name="cancellation">Ends it without a result.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public CalibrationResult Run(CalibrationSettings settings, IProgress<int>? progress, CancellationToken cancellation)
    {
        Vector<double> observed = Vector<double>.Build.Dense([.. _problem.Observed.Select(target => Summaries.Of(target.Target, target.Value))]);
        Vector<double> discrepancy = Vector<double>.Build.Dense([.. _problem.Observed.Select(t => Summaries.Variance(t.Target, t.Value))]);
        ParticleSet particles = ParticleSet.OfPrior(_laws, settings.Particles, Luck(settings, 0));
        Matrix<double>? prior = null;
        RegressionPosterior? posterior = null;
        for (int round = 0; round < settings.Rounds; round++)
        {
            progress?.Report(round + 1);
            if (posterior is not null)
            {
                particles = ParticleSet.Draw(_laws, posterior.Mean, posterior.Root(Inflation), settings.Particles, Luck(settings, round));
            }

            Matrix<double> counts = Simulate(particles, settings, round, cancellation);
            prior ??= counts;
            Matrix<double> values = Summaries.Of(_problem.Observed, counts);
            Matrix<double> means = Summaries.Means(values, settings.Replications);
            Matrix<double> chance = Summaries.Chance(values, means, settings.Replications);
            posterior = RegressionPosterior.Of(particles.Points, means, chance, settings.Replications, observed, discrepancy);
        }

        progress?.Report(settings.Rounds + 1);
        ParticleSet rows = ParticleSet.Draw(_laws, posterior!.Mean, posterior.Root(1), settings.Rows, Luck(settings, settings.Rounds));
        Matrix<double> fitted = _runs.Run(rows.ToSample(1), settings.Rows, Seed(settings, settings.Rounds), cancellation);
        return new CalibrationResult(_problem, rows, posterior, prior!, fitted);
    }

    internal CalibrationProblem Problem => _problem;

    /// <summary>The counts of particles of the prior, for a study of how well calibration recovers what is known.</summary>
    internal (ParticleSet Particles, Matrix<double> Counts) OfPrior(CalibrationSettings settings, CancellationToken cancellation)
    {
        ParticleSet particles = ParticleSet.OfPrior(_laws, settings.Particles, Luck(settings, 0));
        return (particles, Simulate(particles, settings, 0, cancellation));
    }

    private Matrix<double> Simulate(ParticleSet particles, CalibrationSettings settings, int round, CancellationToken cancellation) => _runs.Run(
        particles.ToSample(settings.Replications), settings.Particles * settings.Replications, Seed(settings, round), cancellation);

    private static DrawKey Luck(CalibrationSettings settings, int round) => new(settings.Seed, (uint)round);

    /// <summary>Each round meets other luck, so that no particle is liked for the dice of one seed.</summary>
    private static uint Seed(CalibrationSettings settings, int round) => unchecked((settings.Seed * 7919u) + (uint)(104_729 * (round + 1)));
}
