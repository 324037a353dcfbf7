using MathNet.Numerics.LinearAlgebra;

namespace KentSufficiency.Scenarios.Calibration;

/// <summary>
/// Targets on scales on which chance is about the same everywhere: twice the square root of a count; percentages and means as they are.
/// </summary>
internal static class Summaries
{
    private const double Anscombe = 0.375;

    /// <summary>A value of a target on its scale; 0 where there was nothing to measure.</summary>
    public static double Of(CalibrationTarget target, double value) =>
        double.IsNaN(value) ? 0 : target.IsCount ? 2 * Math.Sqrt(value + Anscombe) : value;

    /// <summary>The variance on the scale of a value that may be off by the target's relative standard deviation.</summary>
    public static double Variance(CalibrationTarget target, double value)
    {
        double sd = target.Discrepancy * (target.IsCount ? Math.Sqrt(value + Anscombe) : value);
        return sd * sd;
    }

    /// <summary>Rows of values of targets on their scales.</summary>
    public static Matrix<double> Of(IReadOnlyList<ObservedTarget> targets, Matrix<double> values) =>
        values.MapIndexed((_, column, value) => Of(targets[column].Target, value), Zeros.Include);

    /// <summary>The mean of each particle's replications, a row a particle.</summary>
    /// <param name="values">A row for each replication, those of a particle together.</param>
    /// <param name="replications">Replications of a particle.</param>
    public static Matrix<double> Means(Matrix<double> values, int replications) => Matrix<double>.Build.Dense(
        values.RowCount / replications,
        values.ColumnCount,
        (particle, column) => Enumerable.Range(0, replications).Sum(r => values[(particle * replications) + r, column]) / replications);

    /// <summary>The covariance of one replication about the mean of its particle, pooled over the particles.</summary>
    public static Matrix<double> Chance(Matrix<double> values, Matrix<double> means, int replications)
    {
        Matrix<double> off = values.MapIndexed((row, column, value) => value - means[row / replications, column]);
        double degrees = values.RowCount - means.RowCount;
        return off.TransposeThisAndMultiply(off) / degrees;
    }
}
