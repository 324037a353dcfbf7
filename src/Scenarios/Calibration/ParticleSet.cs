using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;
using MathNet.Numerics.LinearAlgebra;

namespace KentSufficiency.Scenarios.Calibration;

/// <summary>
/// Points in the space of the calibrated assumptions. A coordinate is the number of standard deviations from the median of its prior, on the scale on
/// which that is normal; so the prior of a point is a standard normal distribution.
/// </summary>
/// <param name="Laws">The priors, in the order of the coordinates.</param>
/// <param name="Points">A row for each particle.</param>
internal sealed record ParticleSet(IReadOnlyList<(string Id, AssumptionLaw Law)> Laws, Matrix<double> Points)
{
    /// <summary>No assumption is drawn farther from the median of its prior than this: beyond it lies nothing that a prior means.</summary>
    private const double Farthest = 3.5;

    /// <summary>Draws particles from a normal distribution.</summary>
    /// <param name="laws">The priors.</param>
    /// <param name="mean">Its mean.</param>
    /// <param name="root">A square root of its covariance.</param>
    /// <param name="count">How many.</param>
    /// <param name="key">The luck: seed and round.</param>
    public static ParticleSet Draw(
        IReadOnlyList<(string Id, AssumptionLaw Law)> laws, Vector<double> mean, Matrix<double> root, int count, DrawKey key)
    {
        Matrix<double> normals = Matrix<double>.Build.Dense(count, laws.Count, (particle, parameter) => NormalQuantile.Of(
            new Draws(key, (ulong)particle).Block((ushort)Process.Calibration, (ulong)parameter).Uniform53AB));
        Matrix<double> points = normals * root.Transpose();
        points.MapIndexedInplace((_, parameter, value) => Math.Clamp(value + mean[parameter], -Farthest, Farthest));
        return new ParticleSet(laws, points);
    }

    /// <summary>Draws particles from the prior.</summary>
    public static ParticleSet OfPrior(IReadOnlyList<(string Id, AssumptionLaw Law)> laws, int count, DrawKey key) =>
        Draw(laws, Vector<double>.Build.Dense(laws.Count), Matrix<double>.Build.DenseIdentity(laws.Count), count, key);

    /// <summary>The particles as values of the assumptions.</summary>
    /// <param name="replications">How many replications each of them takes.</param>
    public AssumptionSample ToSample(int replications) => new(
        [.. Laws.Select(law => law.Id)],
        Points.EnumerateRows().Select(row => row.Select((deviations, i) => Laws[i].Law.At(deviations)).ToArray()),
        replications);
}
