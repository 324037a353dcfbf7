using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.SimulationTests.County;

/// <summary>Laws and tables in a few words.</summary>
internal static class Laws
{
    private static readonly int _kinds = Enum.GetValues<HomeKind>().Length;

    public static DurationLaw Exponential(double mean) => new(u => Simulation.Numerics.Exponential.Sample(u, mean));

    public static T[] ByBand<T>(T value) => [.. Enumerable.Repeat(value, 5)];

    public static double[] ByDistrict(double value) => [.. Enumerable.Repeat(value, KentMap.Districts)];

    public static double[] ByKind(double value) => [.. Enumerable.Repeat(value, _kinds)];

    /// <summary>Weights in the order of <see cref="HomeKind"/>.</summary>
    public static double[] Kinds(params (HomeKind Kind, double Weight)[] weights)
    {
        double[] all = ByKind(0);
        foreach ((HomeKind kind, double weight) in weights)
        {
            all[(int)kind] = weight;
        }

        return all;
    }

    /// <summary>Weights in the order of <see cref="CarePlan"/> with one plan only.</summary>
    public static double[] Only(CarePlan plan) => [.. Enum.GetValues<CarePlan>().Select(p => p == plan ? 1.0 : 0)];

    /// <summary>Every group of children seeks one kind of home.</summary>
    public static double[][] EveryoneSeeks(HomeKind kind) => [.. Enumerable.Repeat(Kinds((kind, 1)), 9)];
}
