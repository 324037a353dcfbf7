namespace KentSufficiency.Scenarios.Evidence;

/// <summary>
/// Joint values of some assumptions, a row for each of a number of equally likely states of knowledge: a posterior sample, the particles of a
/// calibration, or the points of a screening. Immutable, and safe to share between threads.
/// </summary>
public sealed class AssumptionSample
{
    private readonly double[][] _rows;
    private readonly uint _replicationsOfRow;

    /// <summary>Takes the values.</summary>
    /// <param name="ids">The assumptions, each once.</param>
    /// <param name="rows">Rows of values in the order of <paramref name="ids"/>, in the units of the assumptions; at least one.</param>
    /// <param name="replicationsOfRow">
    /// How many neighbouring replications take the same row: replication n takes row n divided by it. After the last row they begin again with the first.
    /// </param>
    /// <exception cref="ArgumentException">There is no row, or one of another length.</exception>
    public AssumptionSample(IReadOnlyList<string> ids, IEnumerable<double[]> rows, int replicationsOfRow = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(replicationsOfRow);
        Ids = ids;
        _rows = [.. rows];
        _replicationsOfRow = (uint)replicationsOfRow;
        if (_rows.Length == 0 || Array.Exists(_rows, row => row.Length != ids.Count))
        {
            throw new ArgumentException("A sample needs rows with a value for each of its assumptions.", nameof(rows));
        }
    }

    /// <summary>The assumptions.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<double[]> Rows => _rows;

    /// <summary>The values of a replication, in the order of <see cref="Ids"/>.</summary>
    public ReadOnlySpan<double> Of(uint replication) => _rows[replication / _replicationsOfRow % (uint)_rows.Length];
}
