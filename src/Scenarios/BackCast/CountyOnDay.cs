using KentSufficiency.Scenarios.Calibration;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>
/// The county as it was known to stand on a day: those looked after by age, placement and provider where they were counted, and the assumptions
/// that follow from the counts.
/// </summary>
/// <param name="Date">The day.</param>
/// <param name="Known">Those looked after.</param>
/// <param name="Assumptions">All assumptions, those of the first day as counted or derived.</param>
/// <param name="Remarks">What had to be derived, a sentence each.</param>
public sealed record CountyOnDay(DateOnly Date, KnownStock Known, AssumptionCatalogue Assumptions, IReadOnlyList<string> Remarks)
{
    /// <summary>The measure of starts of care that counts unaccompanied arrivals: children who are alone, by category of need.</summary>
    public const string Arrivals = "cla-started-by-need/N8";

    /// <summary>By how much arrivals of another year may differ from those of the last, where they are not given: the 90% range reaches so many times up and down.</summary>
    private const double Volatility = 2;

    /// <summary>The series without which a day is not known well enough to start from.</summary>
    public static IReadOnlyList<string> Needed { get; } = ["cla", "cla-uasc", .. CareBreakdowns.Bands.Select(band => $"cla-by-age/{band}")];

    /// <summary>The county on a day.</summary>
    /// <param name="evidence">What was known, of this day and of others.</param>
    /// <param name="assumptions">What was assumed.</param>
    /// <param name="date">The day.</param>
    /// <param name="needsAges">Whether the ages of those looked after must be known; otherwise their number will do.</param>
    /// <exception cref="BackCastException">A series that is needed has no value on the day; the message names it.</exception>
    public static CountyOnDay Of(EvidenceLibrary evidence, AssumptionCatalogue assumptions, DateOnly date, bool needsAges)
    {
        var counts = new DayCounts(evidence, date);
        string[] missing = [.. (needsAges ? Needed : ["cla", "cla-uasc"]).Where(series => counts[series] is null)];
        if (missing.Length > 0)
        {
            throw new BackCastException(
                $"Kent on {date:yyyy-MM-dd} cannot be made: nothing known by then tells {string.Join(", ", missing)} of that day.");
        }

        int total = counts["cla"]!.Value;
        int[]? byAge = [.. CareBreakdowns.Bands.Select(band => counts[$"cla-by-age/{band}"] ?? -1)];
        byAge = byAge.Contains(-1) ? null : Apportioned(byAge, total);
        var remarks = new List<string>();
        var known = new KnownStock { Total = total, ByAge = byAge, ByGroup = Groups(counts, total), ByProvider = Providers(counts, total) };
        IEnumerable<Assumption> atStart = AtStart(counts, assumptions, total, remarks);
        return new CountyOnDay(date, known, assumptions.With(atStart), remarks);
    }

    /// <summary>Counts that sum to a total: suppressed small ones share what the others leave.</summary>
    private static int[]? Groups(DayCounts counts, int total)
    {
        int?[] groups = [.. CareBreakdowns.Groups.Select(group => counts[$"cla-by-group/{group}"])];
        int unknown = groups.Count(group => group is null);
        if (unknown > 2)
        {
            return null;
        }

        int left = Math.Max(0, total - groups.Sum(group => group ?? 0));
        for (int i = 0; i < groups.Length; i++)
        {
            groups[i] ??= left / unknown;
        }

        return Apportioned([.. groups.Select(group => group!.Value)], total);
    }

    private static int[]? Providers(DayCounts counts, int total) =>
        counts["cla-by-provider/PR0"] is int parents && counts["cla-by-provider/PR1"] is int own ? [parents, own, total - parents - own] : null;

    /// <summary>The same proportions with an exact sum; the largest takes what rounding leaves.</summary>
    private static int[] Apportioned(int[] counts, int total)
    {
        double sum = counts.Sum();
        int[] exact = [.. counts.Select(count => (int)(count * total / sum))];
        exact[Array.IndexOf(exact, exact.Max())] += total - exact.Sum();
        return exact;
    }

    private static IEnumerable<Assumption> AtStart(DayCounts counts, AssumptionCatalogue assumptions, int total, List<string> remarks)
    {
        int unaccompanied = counts["cla-uasc"]!.Value;
        yield return Counted(assumptions["initial/looked-after"], total - unaccompanied, counts);
        yield return Counted(assumptions["initial/unaccompanied"], unaccompanied, counts);
        if (counts["other-la-children-in-kent"] is int others)
        {
            yield return Counted(assumptions["initial/other-authorities"], others, counts);
        }

        if (counts[Arrivals] is int arrivals)
        {
            yield return Spread(assumptions["uasc/arrivals-a-year"], arrivals, Volatility);
        }

        if (counts["households"] is int households)
        {
            yield return Counted(assumptions["initial/households"], households, counts);
        }
        else if (counts["cla-by-provider/PR1"] is int own)
        {
            yield return Households(assumptions, own - (counts["cla-by-group/adoption"] ?? 0));
            remarks.Add(
                $"Foster households on {counts.Date:yyyy-MM-dd} were not known: derived from {own} children with provider PR1 "
                + "and the places and occupancy usual in England.");
        }
    }

    private static Assumption Counted(Assumption row, int count, DayCounts counts) => row with
    {
        Value = count,
        Kind = EvidenceKind.Observed,
        Period = $"{counts.Date:yyyy-MM-dd}",
        Low = null,
        High = null,
        Distribution = RangeDistribution.None,
    };

    /// <summary>Households that would give homes to so many children: each range widens the result by its own.</summary>
    private static Assumption Households(AssumptionCatalogue assumptions, int inOwnProvision)
    {
        Assumption fostered = assumptions["history/in-house-fostered"];
        Assumption places = assumptions["history/places-a-household"];
        Assumption occupancy = assumptions["history/occupancy"];
        double count = inOwnProvision * fostered.Value / (places.Value * occupancy.Value);
        double[] halves = [.. new[] { fostered, places, occupancy }.Select(row => 0.5 * Elementary.Log(row.High!.Value / row.Low!.Value))];
        double factor = Elementary.Exp(Math.Sqrt(halves.Sum(half => half * half)));
        return Spread(assumptions["initial/households"], count, factor);
    }

    private static Assumption Spread(Assumption row, double value, double factor) => row with
    {
        Value = value,
        Kind = EvidenceKind.Derived,
        Low = value / factor,
        High = value * factor,
        Distribution = RangeDistribution.LogNormal,
    };

    /// <summary>The counts of Kent on one day; of several sources, what was published first.</summary>
    private sealed class DayCounts(EvidenceLibrary evidence, DateOnly date)
    {
        public DateOnly Date => date;

        public int? this[string measure] => Counts.One(evidence, measure, date) is double value ? (int)Math.Round(value) : null;
    }
}
