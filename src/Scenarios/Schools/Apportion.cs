namespace KentSufficiency.Scenarios.Schools;

/// <summary>Whole numbers in proportion to weights with a given sum, by the largest remainder; ties go to the lower index.</summary>
internal static class Apportion
{
    /// <summary>Shares a total.</summary>
    public static int[] Share(int total, IReadOnlyList<double> weights) => Share(total, weights, null);

    /// <summary>Shares a total, none above its limit. The limits must leave room for it.</summary>
    public static int[] Share(int total, IReadOnlyList<double> weights, int[]? limits)
    {
        double[] ideal = Ideal(total, weights, limits);
        int[] whole = [.. ideal.Select(value => (int)Math.Floor(value + 1e-9))];
        int left = total - whole.Sum();
        int[] order = [.. Enumerable.Range(0, whole.Length).OrderByDescending(i => ideal[i] - whole[i])];
        while (left > 0)
        {
            int before = left;
            foreach (int i in order)
            {
                if (left > 0 && (limits is null ? weights[i] > 0 : whole[i] < limits[i]))
                {
                    whole[i]++;
                    left--;
                }
            }

            if (left == before)
            {
                throw new InvalidOperationException($"{left} of {total} cannot be placed");
            }
        }

        return whole;
    }

    // Those that would pass their limit are held at it, and the others share what is left.
    private static double[] Ideal(int total, IReadOnlyList<double> weights, int[]? limits)
    {
        double[] ideal = new double[weights.Count];
        bool[] full = new bool[weights.Count];
        for (bool again = true; again;)
        {
            double left = total - Enumerable.Range(0, ideal.Length).Where(i => full[i]).Sum(i => ideal[i]);
            double sum = Enumerable.Range(0, ideal.Length).Where(i => !full[i]).Sum(i => weights[i]);
            again = false;
            for (int i = 0; i < ideal.Length; i++)
            {
                if (!full[i])
                {
                    ideal[i] = sum > 0 ? left * weights[i] / sum : 0;
                    if (limits is not null && ideal[i] > limits[i])
                    {
                        (ideal[i], full[i], again) = (limits[i], true, true);
                    }
                }
            }
        }

        return ideal;
    }
}
