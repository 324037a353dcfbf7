using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>
/// Who goes from where to where: flows between origins and destinations that fall with distance and have given sums of rows and columns,
/// by iterative proportional fitting, then in whole children.
/// </summary>
internal sealed class Gravity
{
    private const int Iterations = 50;
    private const double Negligible = 0.02;
    private const double Nobody = 1e-9;

    /// <summary>Nobody goes where the willingness is this much (a logarithm) below that for the nearest destination.</summary>
    private const double TooFar = 12;

    private readonly int _rows;
    private readonly int _columns;

    /// <summary>The cells that are not too far, row by row: where each row begins, and the column of each cell.</summary>
    private readonly int[] _begins;
    private readonly int[] _column;
    private readonly double[] _flows;

    /// <summary>Starts from the willingness to travel.</summary>
    /// <param name="rows">Origins.</param>
    /// <param name="columns">Destinations.</param>
    /// <param name="exponent">Logarithm of the willingness, by origin and destination.</param>
    public Gravity(int rows, int columns, Func<int, int, double> exponent)
    {
        (_rows, _columns, _begins) = (rows, columns, new int[rows + 1]);
        List<int> column = [];
        List<double> flows = [];
        double[] exponents = new double[columns];
        for (int row = 0; row < rows; row++)
        {
            for (int c = 0; c < columns; c++)
            {
                exponents[c] = exponent(row, c);
            }

            double nearest = exponents.Max();
            for (int c = 0; c < columns; c++)
            {
                if (exponents[c] > nearest - TooFar)
                {
                    column.Add(c);
                    flows.Add(Elementary.Exp(exponents[c] - nearest));
                }
            }

            _begins[row + 1] = column.Count;
        }

        (_column, _flows) = ([.. column], [.. flows]);
    }

    /// <summary>Flows in whole children with exactly these sums; index row x columns + column.</summary>
    /// <param name="rowSums">Children by origin.</param>
    /// <param name="columnSums">Children by destination; the same number in all.</param>
    /// <param name="kept">A share that some rows send to some columns, or null.</param>
    public int[] Fit(int[] rowSums, int[] columnSums, (bool[] Rows, bool[] Columns, double Share)? kept = null)
    {
        for (int i = 0; i < Iterations; i++)
        {
            Columns(columnSums);
            if (kept is { } margin)
            {
                Keep(rowSums, margin.Rows, margin.Columns, margin.Share);
            }

            Rows(rowSums);
        }

        return Whole(rowSums, columnSums);
    }

    private void Rows(int[] sums)
    {
        for (int row = 0; row < _rows; row++)
        {
            Span<double> flows = _flows.AsSpan(_begins[row].._begins[row + 1]);
            double now = 0;
            foreach (double flow in flows)
            {
                now += flow;
            }

            double factor = now > 0 ? Math.Max(sums[row], Nobody) / now : 0;
            foreach (ref double flow in flows)
            {
                flow *= factor;
            }
        }
    }

    private void Columns(int[] sums)
    {
        double[] factors = new double[_columns];
        for (int cell = 0; cell < _flows.Length; cell++)
        {
            factors[_column[cell]] += _flows[cell];
        }

        for (int column = 0; column < _columns; column++)
        {
            factors[column] = factors[column] > 0 ? Math.Max(sums[column], Nobody) / factors[column] : 0;
        }

        for (int cell = 0; cell < _flows.Length; cell++)
        {
            _flows[cell] *= factors[_column[cell]];
        }
    }

    // Some rows together send a share to some columns; what they send elsewhere has the rest.
    private void Keep(int[] rowSums, bool[] rows, bool[] columns, double share)
    {
        double inside = 0;
        double outside = 0;
        double all = 0;
        for (int row = 0; row < _rows; row++)
        {
            all += rows[row] ? rowSums[row] : 0;
            for (int cell = _begins[row]; rows[row] && cell < _begins[row + 1]; cell++)
            {
                (inside, outside) = columns[_column[cell]] ? (inside + _flows[cell], outside) : (inside, outside + _flows[cell]);
            }
        }

        for (int row = 0; row < _rows; row++)
        {
            for (int cell = _begins[row]; rows[row] && cell < _begins[row + 1]; cell++)
            {
                _flows[cell] *= columns[_column[cell]] ? share * all / inside : (1 - share) * all / outside;
            }
        }
    }

    private int[] Whole(int[] rowSums, int[] columnSums)
    {
        int[] whole = new int[_rows * _columns];
        int[] rowLeft = (int[])rowSums.Clone();
        int[] columnLeft = (int[])columnSums.Clone();
        List<(double Remainder, int Cell)> remainders = [];
        for (int row = 0; row < _rows; row++)
        {
            for (int i = _begins[row]; i < _begins[row + 1]; i++)
            {
                int cell = (row * _columns) + _column[i];
                Give(whole, cell, rowLeft, columnLeft, (int)_flows[i]);
                if (_flows[i] > Negligible)
                {
                    remainders.Add((_flows[i] - whole[cell], cell));
                }
            }
        }

        remainders.Sort((a, b) => a.Remainder != b.Remainder ? b.Remainder.CompareTo(a.Remainder) : a.Cell.CompareTo(b.Cell));
        foreach ((_, int cell) in remainders)
        {
            Give(whole, cell, rowLeft, columnLeft, 1);
        }

        Leftover(whole, remainders, rowLeft, columnLeft);
        return whole;
    }

    // What the fractions could not place goes where it is needed, along the flows that are there first.
    private void Leftover(int[] whole, List<(double Remainder, int Cell)> remainders, int[] rowLeft, int[] columnLeft)
    {
        foreach ((_, int cell) in remainders)
        {
            Give(whole, cell, rowLeft, columnLeft, int.MaxValue);
        }

        for (int row = 0; row < _rows; row++)
        {
            for (int column = 0; rowLeft[row] > 0 && column < _columns; column++)
            {
                Give(whole, (row * _columns) + column, rowLeft, columnLeft, int.MaxValue);
            }
        }
    }

    private void Give(int[] whole, int cell, int[] rowLeft, int[] columnLeft, int most)
    {
        (int row, int column) = (cell / _columns, cell % _columns);
        int given = Math.Min(most, Math.Min(rowLeft[row], columnLeft[column]));
        whole[cell] += given;
        rowLeft[row] -= given;
        columnLeft[column] -= given;
    }
}
