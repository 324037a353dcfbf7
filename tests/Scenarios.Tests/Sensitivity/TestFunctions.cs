using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Sensitivity;

namespace KentSufficiency.ScenariosTests.Sensitivity;

/// <summary>Functions of the unit cube that can be worked out on paper.</summary>
internal static class TestFunctions
{
    /// <summary>A function that knows no luck.</summary>
    public static CubeFunction Certain(Func<double[], double> function) => (points, _, cancellation) =>
    {
        cancellation.ThrowIfCancellationRequested();
        return [.. points.Select(function)];
    };

    /// <summary>Names x1, x2, ...</summary>
    public static string[] Names(int count) => [.. Enumerable.Range(1, count).Select(i => $"x{i}")];

    /// <summary>Made-up assumptions with a range.</summary>
    public static Assumption[] Assumptions(int count) =>
    [
        .. Names(count).Select(name => new Assumption(
            name, 1, "children", "2019", EvidenceKind.Assumed, "assumed", "-", new DateOnly(2019, 7, 31), 0.5, 2, RangeDistribution.LogNormal, true, "A number.")),
    ];

    /// <summary>Runs a design and estimates.</summary>
    public static IReadOnlyList<InputEffect> Effects(MorrisDesign design, CubeFunction function, int replications = 1, uint seed = 1) => ElementaryEffects.Of(
        design,
        [.. design.Trajectories.Select((trajectory, number) => (IReadOnlyList<double[]>)[.. Enumerable.Range(0, replications)
            .Select(replication => function(trajectory.Points, (uint)((number * replications) + replication), CancellationToken.None))])],
        seed);

    /// <summary>Sobol's g: a product of |4x - 2| + a over 1 + a.</summary>
    public static double G(double[] x, double[] a) => x.Zip(a, (at, weight) => (Math.Abs((4 * at) - 2) + weight) / (1 + weight)).Aggregate(1.0, (product, factor) => product * factor);

    /// <summary>
    /// The function of 20 inputs with which Morris (1991) introduced the method: the first ten matter, of which 1 to 7 bend or act together and 8 to 10 do not.
    /// The small coefficients, which he drew, are 1 with the sign of the sum of the indices.
    /// </summary>
    public static double Morris(double[] x)
    {
        double[] w = [.. x.Select((at, i) => 2 * ((i is 2 or 4 or 6 ? 1.1 * at / (at + 0.1) : at) - 0.5))];
        double sum = 0;
        for (int i = 0; i < 20; i++)
        {
            sum += (i < 10 ? 20 : SignOf(i)) * w[i];
            for (int j = i + 1; j < 20; j++)
            {
                sum += (j < 6 ? -15 : SignOf(i + j)) * w[i] * w[j];
                for (int l = j + 1; l < 5; l++)
                {
                    sum += -10 * w[i] * w[j] * w[l];
                }
            }
        }

        return sum + (5 * w[0] * w[1] * w[2] * w[3]);

        static double SignOf(int sum) => int.IsEvenInteger(sum) ? 1 : -1;
    }
}
