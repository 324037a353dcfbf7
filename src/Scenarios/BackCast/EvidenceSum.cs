using System.Globalization;
using System.Text.RegularExpressions;
using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>
/// What the evidence has of a compared measure on one day, its parts added. A suppressed part is a number from 1 to 5: where all suppressed
/// parts together can move the sum by no more than a twentieth of the rest, each counts as 3; otherwise the sum is suppressed.
/// </summary>
internal sealed partial class EvidenceSum
{
    private const double SmallestSuppressed = 1;
    private const double LargestSuppressed = 5;
    private const double MiddleSuppressed = 3;
    private const double Negligible = 0.05;

    private EvidenceSum(Observation first, IReadOnlyList<Observation> later)
    {
        First = first;
        Later = later;
    }

    /// <summary>The observation, of the first publications.</summary>
    public Observation First { get; }

    /// <summary>What sources that came later have for it; only where it is no sum.</summary>
    public IReadOnlyList<Observation> Later { get; }

    /// <summary>One for each day for which the evidence has all parts.</summary>
    public static IEnumerable<EvidenceSum> Of(EvidenceLibrary evidence, ComparedMeasure measure)
    {
        ILookup<DateOnly, ObservedValue>[] parts = [.. measure.EvidenceParts.Select(part => ByDate(evidence, part, measure.Geography))];
        foreach (DateOnly date in parts[0].Select(group => group.Key).Order())
        {
            if (parts.All(part => part.Contains(date)))
            {
                ObservedValue[] firsts = [.. parts.Select(part => part[date].First())];
                Observation[] later = parts.Length == 1 ? [.. parts[0][date].Skip(1).Select(value => Add(measure, [value]))] : [];
                yield return new EvidenceSum(Add(measure, firsts), later);
            }
        }
    }

    /// <summary>The values of a part by date, the first publication first.</summary>
    private static ILookup<DateOnly, ObservedValue> ByDate(EvidenceLibrary evidence, EvidencePart part, string geography) => evidence
        .Series(part.Measure, geography)
        .Where(value => part.Source is null || value.Source == part.Source)
        .OrderBy(value => value.KnownFrom)
        .ThenBy(value => value.Source, StringComparer.Ordinal)
        .ToLookup(value => value.Date);

    private static Observation Add(ComparedMeasure measure, ObservedValue[] parts)
    {
        string notes = string.Join("; ", parts.Select(part => part.Note).Append(measure.Caveat).Where(note => note.Length > 0).Distinct());
        return new Observation(
            measure,
            parts[0].Date,
            Total(parts),
            parts.Max(RoundedTo),
            parts.Max(part => part.KnownFrom),
            $"{parts[0].Source}: {string.Join(", ", parts.Select(part => part.Id))}",
            notes);
    }

    private static double? Total(ObservedValue[] parts)
    {
        double told = parts.Sum(part => part.Value ?? 0);
        int suppressed = parts.Count(part => part.Suppressed);
        return suppressed * (LargestSuppressed - SmallestSuppressed) <= Negligible * told ? told + (suppressed * MiddleSuppressed) : null;
    }

    private static double RoundedTo(ObservedValue value)
    {
        Match match = Rounding().Match(value.Note);
        return match.Success ? double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"^rounded to (\d+)\b")]
    private static partial Regex Rounding();
}
