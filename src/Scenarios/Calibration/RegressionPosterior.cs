using MathNet.Numerics.LinearAlgebra;

namespace KentSufficiency.Scenarios.Calibration;

/// <summary>
/// What simulated particles and an observation together say of the parameters: approximate Bayesian computation with regression (Beaumont, Zhang and
/// Balding 2002), in the form in which the kernel is the error of the model and the observation (Wilkinson 2013). The summaries are regressed on the
/// parameters; with that line, the normal prior and the normal error, the posterior is normal too.
/// </summary>
/// <param name="Mean">The posterior mean, in prior standard deviations from the prior medians.</param>
/// <param name="Covariance">The posterior covariance; the prior's is the identity.</param>
internal sealed record RegressionPosterior(Vector<double> Mean, Matrix<double> Covariance)
{
    /// <summary>A little of the prior in each slope, so that few particles cannot make one up.</summary>
    private const double Ridge = 0.02;

    /// <summary>A square root of the covariance.</summary>
    /// <param name="inflation">How many times wider than the posterior.</param>
    public Matrix<double> Root(double inflation) => Covariance.Cholesky().Factor * inflation;

    /// <summary>The posterior given one observation.</summary>
    /// <param name="points">A row for each particle.</param>
    /// <param name="summaries">A row for each particle: the mean of its replications.</param>
    /// <param name="chance">The covariance of the summaries of one replication.</param>
    /// <param name="replications">Replications of a particle.</param>
    /// <param name="observed">What was observed, as one replication would be.</param>
    /// <param name="discrepancy">Variance of each summary by which the model and the county may differ beyond chance.</param>
    public static RegressionPosterior Of(
        Matrix<double> points, Matrix<double> summaries, Matrix<double> chance, int replications, Vector<double> observed, Vector<double> discrepancy)
    {
        Vector<double> centre = points.ColumnSums() / points.RowCount;
        Vector<double> level = summaries.ColumnSums() / summaries.RowCount;
        Matrix<double> x = points.MapIndexed((_, column, value) => value - centre[column]);
        Matrix<double> y = summaries.MapIndexed((_, column, value) => value - level[column]);
        Matrix<double> gram = x.TransposeThisAndMultiply(x);
        gram += Matrix<double>.Build.DenseIdentity(gram.RowCount) * (Ridge * points.RowCount);
        Matrix<double> slopes = gram.Cholesky().Solve(x.TransposeThisAndMultiply(y)); // parameters x summaries
        Matrix<double> error = Error(y - (x * slopes), chance, replications, points.ColumnCount, discrepancy);

        // Posterior of a linear model: precision I + B S^-1 B', with the line through the particles' centre.
        Matrix<double> weighted = error.Cholesky().Solve(slopes.Transpose()); // S^-1 B'
        Matrix<double> precision = Matrix<double>.Build.DenseIdentity(points.ColumnCount) + (slopes * weighted);
        Vector<double> surprise = observed - level + (slopes.TransposeThisAndMultiply(centre));
        Matrix<double> covariance = precision.Inverse();
        covariance = (covariance + covariance.Transpose()) * 0.5;
        return new RegressionPosterior(covariance * weighted.TransposeThisAndMultiply(surprise), covariance);
    }

    /// <summary>
    /// The error of one observation about the line: the chance of a replication, the declared discrepancy, and where the particles lie off the line
    /// farther than the chance of their means, how crooked the model is.
    /// </summary>
    private static Matrix<double> Error(
        Matrix<double> residuals, Matrix<double> chance, int replications, int parameters, Vector<double> discrepancy)
    {
        double degrees = Math.Max(1, residuals.RowCount - parameters - 1);
        Matrix<double> error = chance.Clone();
        for (int i = 0; i < error.RowCount; i++)
        {
            double off = residuals.Column(i).DotProduct(residuals.Column(i)) / degrees;
            double crooked = Math.Max(0, off - (chance[i, i] / replications));
            error[i, i] += discrepancy[i] + crooked + (1e-6 * (1 + chance[i, i]));
        }

        return error;
    }
}
