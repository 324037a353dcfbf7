using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Numerics;

/// <summary>
/// Chooses one of n things with given weights in constant time (Walker's alias method, built by Vose's algorithm). Immutable and
/// thread-safe; equal weights give equal tables.
/// </summary>
public sealed class AliasTable
{
    private readonly Column[] _columns;

    /// <summary>Builds the table, in time proportional to the number of weights.</summary>
    /// <param name="weights">Weights of 0 or more, not all 0; they need not add to 1. A weight of 0 is never chosen.</param>
    /// <exception cref="ArgumentException">There is no weight, or they add to 0 or to no finite number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or not finite.</exception>
    public AliasTable(ReadOnlySpan<double> weights)
    {
        double total = 0;
        foreach (double weight in weights)
        {
            Require.Between(weight, 0, double.MaxValue, nameof(weights));
            total += weight;
        }

        if (!(total > 0 && total < double.PositiveInfinity))
        {
            throw new ArgumentException($"{weights.Length} weights add to {total}: there must be something to choose.", nameof(weights));
        }

        _columns = Build(weights, total);
    }

    /// <summary>The number of things to choose from.</summary>
    public int Count => _columns.Length;

    /// <summary>The chance of a thing.</summary>
    /// <param name="index">The index of its weight.</param>
    public double Share(int index)
    {
        double columns = 0;
        for (int i = 0; i < _columns.Length; i++)
        {
            columns += i == index ? _columns[i].Threshold : 0;
            columns += _columns[i].Alias == index ? 1 - _columns[i].Threshold : 0;
        }

        return columns / _columns.Length;
    }

    /// <summary>Chooses from a uniform; for a table of more than about a thousand things use one of 53 bits.</summary>
    /// <param name="u">A uniform between 0 and 1, both excluded.</param>
    /// <returns>The index of the chosen weight.</returns>
    public int Sample(double u)
    {
        double position = u * _columns.Length;
        int index = double.ConvertToIntegerNative<int>(position);
        ref readonly Column column = ref _columns[index];

        // A bit and not a branch, since nobody can foresee which of the two it is.
        int own = position - index < column.Threshold ? 1 : 0;
        return column.Alias ^ ((column.Alias ^ index) & -own);
    }

    /// <summary>Chooses from a word: each chance is right to within n / 2^32.</summary>
    /// <param name="word">A word of a block.</param>
    /// <returns>The index of the chosen weight.</returns>
    public int Sample(uint word) => Sample(RandomBlock.Uniform(word));

    /// <summary>Chooses from many uniforms, as <see cref="Sample(double)"/> would from each.</summary>
    /// <param name="uniforms">Uniforms between 0 and 1, both excluded.</param>
    /// <param name="chosen">Receives the index of a weight for each.</param>
    internal void Sample(ReadOnlySpan<double> uniforms, Span<int> chosen)
    {
        ReadOnlySpan<Column> columns = _columns;
        chosen = chosen[..uniforms.Length];
        for (int i = 0; i < uniforms.Length; i++)
        {
            double position = uniforms[i] * columns.Length;
            int index = double.ConvertToIntegerNative<int>(position);
            ref readonly Column column = ref columns[index];
            int own = position - index < column.Threshold ? 1 : 0;
            chosen[i] = column.Alias ^ ((column.Alias ^ index) & -own);
        }
    }

    // Columns of equal width, each shared by at most two things: a column that its own thing does not fill is topped up by one that
    // has too much. What is left at the end differs from a full column by rounding only.
    private static Column[] Build(ReadOnlySpan<double> weights, double total)
    {
        var columns = new Column[weights.Length];
        var scaled = new double[weights.Length];
        var poor = new Stack<int>();
        var rich = new Stack<int>();
        for (int i = 0; i < weights.Length; i++)
        {
            columns[i] = new Column(Threshold: 1, Alias: i);
            scaled[i] = weights[i] / total * weights.Length;
            (scaled[i] < 1 ? poor : rich).Push(i);
        }

        while (poor.Count > 0 && rich.Count > 0)
        {
            int needs = poor.Pop();
            int gives = rich.Pop();
            columns[needs] = new Column(scaled[needs], gives);
            scaled[gives] -= 1 - scaled[needs];
            (scaled[gives] < 1 ? poor : rich).Push(gives);
        }

        return columns;
    }

    private readonly record struct Column(double Threshold, int Alias);
}
