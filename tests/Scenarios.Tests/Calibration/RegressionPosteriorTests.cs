using KentSufficiency.Scenarios.Calibration;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Calibration;

/// <summary>A linear model with normal errors, whose posterior is known in closed form.</summary>
public sealed class RegressionPosteriorTests
{
    private const int Particles = 4000;
    private const int Replications = 2;
    private static readonly Matrix<double> s_slopes = Matrix<double>.Build.DenseOfArray(new double[,] { { 2, 0 }, { 1, 3 } }); // summaries x parameters
    private static readonly double[] s_sd = [0.8, 1.5];

    private readonly Matrix<double> _points;
    private readonly Matrix<double> _values;

    public RegressionPosteriorTests()
    {
        _points = Matrix<double>.Build.Dense(Particles, 2, (particle, i) => Normal(0, particle, i));
        _values = Matrix<double>.Build.Dense(Particles * Replications, 2, (row, j) =>
            10 + s_slopes.Row(j).DotProduct(_points.Row(row / Replications)) + (s_sd[j] * Normal(1, row, j)));
    }

    [Fact]
    public void The_posterior_of_a_linear_model_is_the_one_in_closed_form()
    {
        Vector<double> observed = Vector<double>.Build.Dense([12.0, 9.0]);
        RegressionPosterior found = Posterior(observed, Vector<double>.Build.Dense(2));

        Matrix<double> information = Matrix<double>.Build.DenseOfDiagonalArray([.. s_sd.Select(sd => 1 / (sd * sd))]);
        Matrix<double> covariance = (Matrix<double>.Build.DenseIdentity(2) + (s_slopes.Transpose() * information * s_slopes)).Inverse();
        Vector<double> mean = covariance * s_slopes.Transpose() * information * (observed - 10);

        // 4,000 particles know each slope to about 0.02; the tolerance is four times what that does to the posterior.
        for (int i = 0; i < 2; i++)
        {
            found.Mean[i].ShouldBe(mean[i], 0.06);
            Math.Sqrt(found.Covariance[i, i]).ShouldBe(Math.Sqrt(covariance[i, i]), 0.03);
        }
    }

    [Fact]
    public void What_the_model_may_be_off_by_widens_the_posterior()
    {
        Vector<double> observed = Vector<double>.Build.Dense([12.0, 9.0]);
        RegressionPosterior exact = Posterior(observed, Vector<double>.Build.Dense(2));
        RegressionPosterior allowed = Posterior(observed, Vector<double>.Build.Dense(2, 4.0));
        allowed.Covariance[0, 0].ShouldBeGreaterThan(1.5 * exact.Covariance[0, 0]);
        Math.Abs(allowed.Mean[0]).ShouldBeLessThan(Math.Abs(exact.Mean[0]));
    }

    [Fact]
    public void A_parameter_that_moves_nothing_keeps_its_prior()
    {
        Matrix<double> idle = _points.InsertColumn(2, Vector<double>.Build.Dense(Particles, particle => Normal(2, particle, 0)));
        Matrix<double> means = Summaries.Means(_values, Replications);
        RegressionPosterior found = RegressionPosterior.Of(
            idle, means, Summaries.Chance(_values, means, Replications), Replications, Vector<double>.Build.Dense([30.0, 9.0]), Vector<double>.Build.Dense(2));
        Math.Sqrt(found.Covariance[2, 2]).ShouldBe(1, 0.02);
        found.Mean[2].ShouldBe(0, 0.3);
    }

    [Fact]
    public void Chance_is_what_varies_between_the_replications_of_a_particle()
    {
        Matrix<double> means = Summaries.Means(_values, Replications);
        Matrix<double> chance = Summaries.Chance(_values, means, Replications);

        // A variance from 4,000 pairs has a relative standard error of 2.2%; 10% is more than four of them.
        chance[0, 0].ShouldBe(s_sd[0] * s_sd[0], 0.1 * s_sd[0] * s_sd[0]);
        chance[1, 1].ShouldBe(s_sd[1] * s_sd[1], 0.1 * s_sd[1] * s_sd[1]);
    }

    private RegressionPosterior Posterior(Vector<double> observed, Vector<double> discrepancy)
    {
        Matrix<double> means = Summaries.Means(_values, Replications);
        return RegressionPosterior.Of(_points, means, Summaries.Chance(_values, means, Replications), Replications, observed, discrepancy);
    }

    private static double Normal(ulong part, int row, int column) =>
        NormalQuantile.Of(new Draws(new DrawKey(11, (uint)part), (ulong)row).Block(1, (ulong)column).Uniform53AB);
}
