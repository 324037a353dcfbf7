using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Scenarios.Alignment;

/// <summary>
/// Writes an aligned baseline as a scenario file: the factors become levers from the day after the total before to the day of the total, the last ones
/// for good. So every engine gets the alignment with the scenario's text.
/// </summary>
/// <param name="baseline">The baseline that is aligned.</param>
/// <param name="file">What it is aligned to.</param>
/// <param name="assumptions">The assumptions.</param>
internal sealed class AlignedText(Scenario baseline, AlignmentFile file, AssumptionCatalogue assumptions)
{
    private const string Ending = "-aligned";

    /// <summary>The name of the aligned baseline.</summary>
    public string Name { get; } = baseline.Name + Ending;

    /// <summary>The name that a baseline had before it was aligned.</summary>
    public static string NameBefore(string aligned) => aligned.EndsWith(Ending, StringComparison.Ordinal) ? aligned[..^Ending.Length] : aligned;

    /// <summary>The file.</summary>
    /// <param name="factors">The totals met so far, by date, with their factors.</param>
    /// <param name="ofCare">Whether care alone is simulated.</param>
    public ScenarioSource Write(IReadOnlyList<(AlignmentTarget Target, double Factor)> factors, bool ofCare)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {baseline.Name}, shifted so that its means meet the totals of a file. Written by kent run --align.\n");
        text.Append(CultureInfo.InvariantCulture, $"name: {Name}\ntitle: {Quoted($"{baseline.Title}, aligned to {file.Input.File}")}\n");
        text.Append(CultureInfo.InvariantCulture, $"source: {Quoted(file.Input.File)}\nextends: {baseline.Name}\n");
        text.Append(CultureInfo.InvariantCulture, $"aligned-to: {Quoted($"{file.Input.File}, SHA-256 {file.Input.Sha256}")}\n");
        text.Append(ofCare ? "covers: care\n" : "").Append("levers:").Append(factors.Count == 0 ? " []\n" : "\n");
        foreach ((AlignmentTarget target, double factor) in factors)
        {
            Write(text, target, factor, factors.Select(other => other.Target));
        }

        string written = text.ToString();
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(written)));
        return new ScenarioSource(new InputFile($"{Name}.yaml", hash), written);
    }

    private void Write(StringBuilder text, AlignmentTarget target, double factor, IEnumerable<AlignmentTarget> all)
    {
        AlignmentTarget[] same = [.. all.Where(other => other.Measure == target.Measure)];
        DateOnly before = same.Select(other => other.Date).Where(date => date < target.Date).DefaultIfEmpty(baseline.Start).Max();
        bool last = same[^1] == target;
        text.Append(CultureInfo.InvariantCulture, $"  # {target.Measure.Id}: {target.Value:0.####} on {target.Date:yyyy-MM-dd}.\n");
        foreach (Assumption assumption in target.Measure.In(assumptions))
        {
            text.Append(CultureInfo.InvariantCulture, $"  - lever: {assumption.Id}\n    {(target.Measure.ByOdds ? "odds" : "scale")}: {factor:0.########}\n");
            text.Append(CultureInfo.InvariantCulture, $"    from: {before.AddDays(1):yyyy-MM-dd}\n");
            text.Append(last ? "" : string.Create(CultureInfo.InvariantCulture, $"    to: {target.Date:yyyy-MM-dd}\n"));
        }
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
