using System.Globalization;
using KentSufficiency.Benchmarks.Running;

namespace KentSufficiency.Benchmarks.Limits;

/// <summary>
/// Draws of each phase. They are counted by a build of its own (<c>-p:CountDraws=true</c>), since counting would cost what it counts, and kept with the results.
/// </summary>
internal static class PhaseDraws
{
    private static string Kept => Path.Combine(Clone.Find(), "benchmarks", "results", "draws.csv");

    /// <summary>The draws as they were counted last; 0 where nobody has counted.</summary>
    public static long[] Read() => File.Exists(Kept)
        ? [.. File.ReadLines(Kept).Skip(1).Select(line => long.Parse(line.Split(',')[^1], CultureInfo.InvariantCulture))]
        : new long[Phases.Names.Length];

    /// <summary>Writes what was counted.</summary>
    public static int Write(string[] names, Spent[] spent)
    {
        File.WriteAllLines(Kept, ["phase,draws", .. names.Zip(spent, (name, phase) => $"\"{name}\",{phase.Draws}")]);
        Console.WriteLine($"Draws of 128 bits in ten years of Kent, written to {Path.GetRelativePath(Environment.CurrentDirectory, Kept)}:");
        foreach ((string name, Spent phase) in names.Zip(spent))
        {
            Console.WriteLine($"  {phase.Draws,12:#,0}  {name}");
        }

        return 0;
    }
}
