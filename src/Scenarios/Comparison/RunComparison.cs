using KentSufficiency.Scenarios.Report;

namespace KentSufficiency.Scenarios.Comparison;

/// <summary>A thing that two runs were made from, where it differs.</summary>
/// <param name="What">What it is.</param>
/// <param name="First">In the first run.</param>
/// <param name="Second">In the second.</param>
public sealed record InputDifference(string What, string First, string Second);

/// <summary>A result that differs.</summary>
/// <param name="Key">Scenario, measure and geography.</param>
/// <param name="First">The mean at the horizon in the first run.</param>
/// <param name="Second">The mean in the second.</param>
/// <param name="Error">
/// The simulation error of the difference of the two means, were their futures drawn apart: the root of the sum of both errors' squares.
/// Runs that share seed and replications share their luck, and then it is smaller.
/// </param>
public sealed record ResultDifference(RowKey Key, double First, double Second, double Error)
{
    /// <summary>Second less first.</summary>
    public double Change => Second - First;

    /// <summary>Whether more than the simulation error lies between them; where that is not known, whether anything does.</summary>
    public bool Exceeds => double.IsNaN(Error) || Math.Abs(Change) > Error;
}

/// <summary>What differs between two runs. Immutable.</summary>
public sealed class RunComparison
{
    private RunComparison(
        bool identical, IReadOnlyList<InputDifference> inputs, IReadOnlyList<string> only, IReadOnlyList<ResultDifference> results, int compared)
    {
        IsIdentical = identical;
        Inputs = inputs;
        OnlyInOne = only;
        Results = results;
        Compared = compared;
    }

    /// <summary>Whether both have the same digest, and so the same results in every replication.</summary>
    public bool IsIdentical { get; }

    /// <summary>What they were made from, where it differs.</summary>
    public IReadOnlyList<InputDifference> Inputs { get; }

    /// <summary>Sentences about scenarios and measures that only one of them has.</summary>
    public IReadOnlyList<string> OnlyInOne { get; }

    /// <summary>The means at the horizon that differ, by scenario, the largest in terms of their simulation error first.</summary>
    public IReadOnlyList<ResultDifference> Results { get; }

    /// <summary>How many means both have.</summary>
    public int Compared { get; }

    /// <summary>Compares two runs.</summary>
    public static RunComparison Of(SavedRun first, SavedRun second)
    {
        var common = first.Summary.Keys.Where(second.Summary.ContainsKey).ToList();
        var results =
            from key in common
            let before = first.Summary[key]
            let after = second.Summary[key]
            where !before.Value.Mean.Equals(after.Value.Mean)
            let difference = new ResultDifference(key, before.Value.Mean, after.Value.Mean, Error(before, after))
            orderby first.Manifest.Scenarios.Index().First(scenario => scenario.Item.Name == key.Scenario).Index, -Weight(difference)
            select difference;
        return new RunComparison(
            first.Manifest.Digest == second.Manifest.Digest,
            [.. Differences(first.Manifest, second.Manifest)],
            [.. Missing(first, second, "first"), .. Missing(second, first, "second")],
            [.. results],
            common.Count);
    }

    private static IEnumerable<InputDifference> Differences(SavedManifest first, SavedManifest second)
    {
        (string What, Func<SavedManifest, string> Of)[] facts =
        [
            ("version", manifest => manifest.Version),
            ("parameters", manifest => manifest.Parameters),
            ("ranged assumptions", manifest => $"{manifest.RangedAssumptions:#,0}"),
            ("seed", manifest => $"{manifest.Seed}"),
            ("replications", manifest => $"{manifest.ReplicationsCompleted:#,0}"),
            ("start", manifest => $"{manifest.Start:d MMMM yyyy}"),
            ("horizon", manifest => $"{manifest.Horizon:d MMMM yyyy}"),
            ("ranked by", manifest => manifest.RankedBy ?? "nothing"),
        ];
        foreach ((string what, Func<SavedManifest, string> of) in facts.Where(fact => fact.Of(first) != fact.Of(second)))
        {
            yield return new InputDifference(what, of(first), of(second));
        }

        var before = first.Inputs.DistinctBy(input => input.File).ToDictionary(input => input.File, input => input.Sha256, StringComparer.Ordinal);
        var after = second.Inputs.DistinctBy(input => input.File).ToDictionary(input => input.File, input => input.Sha256, StringComparer.Ordinal);
        foreach (string file in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            string one = Short(before.GetValueOrDefault(file));
            string other = Short(after.GetValueOrDefault(file));
            if (before.GetValueOrDefault(file) != after.GetValueOrDefault(file))
            {
                yield return new InputDifference(file, one, other);
            }
        }
    }

    private static IEnumerable<string> Missing(SavedRun run, SavedRun other, string which)
    {
        var shared = run.Manifest.Scenarios.Select(scenario => scenario.Name).Where(name => other.Manifest.Scenarios.Any(scenario => scenario.Name == name)).ToHashSet();
        foreach (SavedScenario scenario in run.Manifest.Scenarios.Where(scenario => !shared.Contains(scenario.Name)))
        {
            yield return $"Only the {which} has the scenario {scenario.Name}.";
        }

        var here = run.Summary.Keys.Where(key => shared.Contains(key.Scenario)).Select(key => (key.Measure, key.Geography)).ToHashSet();
        here.ExceptWith(other.Summary.Keys.Select(key => (key.Measure, key.Geography)));
        const int most = 5;
        string[] ids = [.. here.Select(measure => measure.Measure).Distinct().Order(StringComparer.Ordinal)];
        if (ids.Length > 0)
        {
            yield return $"Only the {which} has measured: {string.Join(", ", ids.Take(most))}{(ids.Length > most ? $" and {ids.Length - most} more" : "")}.";
        }
    }

    /// <summary>A strategy's row tells the error of its difference from the baseline only; its value's spread gives that of the value.</summary>
    private static double Error(SummaryRow before, SummaryRow after) => Math.Sqrt(Square(Own(before)) + Square(Own(after)));

    private static double Own(SummaryRow row) => row.Difference.IsThere
        ? (row.Value.High - row.Value.Low) / 2 / Math.Sqrt(Math.Max(1, row.Replications))
        : row.SimulationError;

    private static double Square(double value) => value * value;

    private static double Weight(ResultDifference difference) =>
        difference.Error > 0 ? Math.Abs(difference.Change) / difference.Error : double.MaxValue;

    private static string Short(string? hash) => hash is null ? "absent" : hash.Length > 12 ? hash[..12] : hash;
}
