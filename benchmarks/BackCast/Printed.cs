using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.BackCast;

/// <summary>What the papers print.</summary>
internal sealed class Printed(EvidenceLibrary evidence, IReadOnlyList<string> districts)
{
    public static readonly DateOnly January2014 = new(2014, 1, 31);
    public static readonly DateOnly July2019 = new(2019, 7, 31);
    public static readonly DateOnly May2019 = new(2019, 5, 31);

    public IReadOnlyList<string> Districts => districts;

    public double this[string measure, string geography, DateOnly date] =>
        Find(measure, geography, date) ?? throw new InvalidOperationException($"The papers do not print {measure} of {geography} on {date:yyyy-MM-dd}.");

    public double? Find(string measure, string geography, DateOnly date) => evidence.At(measure, geography, date) is [{ Value: double value }, ..] ? value : null;

    /// <summary>A value of each district.</summary>
    public double[] Of(string measure, DateOnly date) => [.. districts.Select(district => this[measure, district, date])];
}
