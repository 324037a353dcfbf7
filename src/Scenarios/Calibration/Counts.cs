using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.Scenarios.Calibration;

/// <summary>Sums of counts of Kent in the evidence; of several sources of a count, the one that was published first.</summary>
internal static class Counts
{
    private const string Kent = "Kent";

    /// <summary>The dates on which a measure has a value, ascending.</summary>
    public static IEnumerable<DateOnly> DatesOf(EvidenceLibrary evidence, string measure) =>
        evidence.Series(measure, Kent).Select(value => value.Date).Distinct();

    /// <summary>
    /// The sum of some measures on a date, those after a minus taken off; null where one is unknown or suppressed.
    /// </summary>
    public static double? Sum(EvidenceLibrary evidence, IEnumerable<string> terms, DateOnly date)
    {
        double sum = 0;
        double sign = 1;
        foreach (string term in terms)
        {
            if (term == "-")
            {
                sign = -1;
            }
            else if (One(evidence, term, date) is double value)
            {
                sum += sign * value;
            }
            else
            {
                return null;
            }
        }

        return sum;
    }

    /// <summary>One count.</summary>
    public static double? One(EvidenceLibrary evidence, string measure, DateOnly date) =>
        evidence.At(measure, Kent, date).OrderBy(value => value.KnownFrom).FirstOrDefault(value => value.Value is not null)?.Value;
}
