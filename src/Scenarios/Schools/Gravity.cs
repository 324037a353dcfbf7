using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>
/// Who goes from where to where: flows between origins and destinations that fall with distance and have given sums of rows and columns,
/// by iterative proportional fitting, then in whole children.
/// </summary>
internal sealed class Gravity
{
    private const int Iterations = 60;
    private const double Negligible = 0.02;

    private readonly int _rows;
    private readonly int _columns;
    private readonly double[] _flows;

    /// <summary>Starts from the willingness to travel.</summary>
    /// <param name="rows">Origins.</param>
    /// <param name="columns">Destinations.</param>
    /// <param name="exponent">Logarithm of the willingness, by origin and destination.</param>
    public Gravity(int rows, int columns, Func<int, int, double> exponent)
    {
        (_rows, _columns, _flows) = (rows, columns, new double[rows * columns]);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                _flows[(row * columns) + column] = Elementary.Exp(Math.Max(-60, exponent(row, column)));
            }
        }
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
            Span<double> flows = _flows.AsSpan(row * _columns, _columns);
            Scale(flows, sums[row]);
        }
    }

    private void Columns(int[] sums)
    {
        double[] now = new double[_columns];
        for (int row = 0; row < _rows; row++)
        {
            for (int column = 0; column < _columns; column++)
            {
                now[column] += _flows[(row * _columns) + column];
            }
        }

        for (int column = 0; column < _columns; column++)
        {
            now[column] = now[column] > 0 ? Math.Max(sums[column], 1e-9) / now[column] : 0;
        }

        for (int row = 0; row < _rows; row++)
        {
            for (int column = 0; column < _columns; column++)
            {
                _flows[(row * _columns) + column] *= now[column];
            }
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
            for (int column = 0; rows[row] && column < _columns; column++)
            {
                double flow = _flows[(row * _columns) + column];
                (inside, outside) = columns[column] ? (inside + flow, outside) : (inside, outside + flow);
            }
        }

        for (int row = 0; row < _rows; row++)
        {
            for (int column = 0; rows[row] && column < _columns; column++)
            {
                _flows[(row * _columns) + column] *= columns[column] ? share * all / inside : (1 - share) * all / outside;
            }
        }
    }

    private static void Scale(Span<double> flows, int sum)
    {
        double now = 0;
        foreach (double flow in flows)
        {
            now += flow;
        }

        double factor = now > 0 ? Math.Max(sum, 1e-9) / now : 0;
        foreach (ref double flow in flows)
        {
            flow *= factor;
        }
    }

    private int[] Whole(int[] rowSums, int[] columnSums)
    {
        int[] whole = new int[_flows.Length];
        int[] rowLeft = (int[])rowSums.Clone();
        int[] columnLeft = (int[])columnSums.Clone();
        List<(double Remainder, int Cell)> rests = [];
        for (int cell = 0; cell < whole.Length; cell++)
        {
            (int row, int column) = (cell / _columns, cell % _columns);
            int floor = Math.Min((int)_flows[cell], Math.Min(rowLeft[row], columnLeft[column]));
            whole[cell] = floor;
            (rowLeft[row], columnLeft[column]) = (rowLeft[row] - floor, columnLeft[column] - floor);
            if (_flows[cell] > Negligible)
            {
                rests.Add((_flows[cell] - floor, cell));
            }
        }

        rests.Sort((a, b) => a.Remainder != b.Remainder ? b.Remainder.CompareTo(a.Remainder) : a.Cell.CompareTo(b.Cell));
        foreach ((_, int cell) in rests)
        {
            Give(whole, cell, rowLeft, columnLeft, 1);
        }

        Leftover(whole, rests, rowLeft, columnLeft);
        return whole;
    }

    // What the fractions could not place goes where it is needed, along the flows that are there first.
    private void Leftover(int[] whole, List<(double Remainder, int Cell)> rests, int[] rowLeft, int[] columnLeft)
    {
        foreach ((_, int cell) in rests)
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
