using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Fidelity.Distances;

namespace KentSufficiency.Scenarios.Fidelity.Reference;

/// <summary>Published counts, of the day nearest to that of the cohort.</summary>
/// <param name="title">What they are, in a phrase.</param>
/// <param name="values">All values of one place.</param>
/// <param name="siblings">Assumed shares of groups of brothers and sisters, by size; null for none.</param>
internal sealed class EvidenceReference(string title, IEnumerable<PublishedValue> values, ReferenceTable? siblings) : IReference
{
    private const double Percent = 100;
    private const string LookedAfter = "cla";

    private readonly ILookup<string, PublishedValue> _byMeasure = values.OrderBy(value => value.Date).ToLookup(value => value.Measure, StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Title => title;

    /// <summary>The evidence of the data folder, for Kent.</summary>
    public static EvidenceReference OfKent(EvidenceLibrary library, ReferenceTable? siblings) => new(
        "published counts of Kent",
        library.All.Where(value => value.Geography == "Kent").Select(value => new PublishedValue(value.Measure, value.Date, value.Value, value.Source)),
        siblings);

    /// <inheritdoc/>
    public ReferenceTable? Table(Marginal marginal, DateOnly near)
    {
        string[] codes = [.. marginal.Parts.SelectMany(part => part.Codes)];
        DateOnly? date = Nearest(codes.SelectMany(code => _byMeasure[$"{marginal.Measure}/{code}"]).Where(value => value.Value > 0).Select(value => value.Date), near);
        if (date is not DateOnly day)
        {
            return null;
        }

        Dictionary<string, double?> counts = [];
        string source = "";
        foreach (string code in codes)
        {
            if (_byMeasure[$"{marginal.Measure}/{code}"].FirstOrDefault(value => value.Date == day) is PublishedValue found)
            {
                counts[code] = found.Value;
                source = found.Source;
            }
        }

        return counts.Values.Count(count => count > 0) > 1 ? new ReferenceTable(counts, day, source) : null;
    }

    /// <inheritdoc/>
    public ReferenceValue? Value(string id, DateOnly near) => id switch
    {
        NumberIds.TwelveMonths => Of(near, "cla-12-months", LookedAfter, (count, stock, _) => count / stock),
        NumberIds.SamePlacement => Of(near, "scs18", null, (value, _, _) => value / Percent),
        NumberIds.AdoptionDays => Of(near, "scs29", null, (value, _, _) => value),
        NumberIds.Starts => Of(near, "cla-started", LookedAfter, Rate),
        NumberIds.Ends => Of(near, "cla-ceased", LookedAfter, Rate),
        NumberIds.Moves => Of(near, "placement-changes", LookedAfter, Rate),
        _ when id.StartsWith($"{NumberIds.Ends}/", StringComparison.Ordinal) =>
            Of(near, $"cla-ceased-by-age/{id[(NumberIds.Ends.Length + 1)..]}", $"cla-by-age/{id[(NumberIds.Ends.Length + 1)..]}", Rate),
        _ => null,
    };

    /// <inheritdoc/>
    public double? UnaccompaniedShare(DateOnly near) => Of(near, "cla-uasc", LookedAfter, (count, stock, _) => count / stock)?.Value;

    /// <inheritdoc/>
    public IReadOnlyList<SurvivalStep>? Curve(string id) => null;

    /// <inheritdoc/>
    public ReferenceTable? SiblingSizes() => siblings;

    /// <summary>Of a year: over the mean of the stocks at its beginning and end; over the latter where the former is not known.</summary>
    private static double Rate(double count, double stock, double? before) => count / ((stock + (before ?? stock)) / 2);

    /// <summary>Something of a measure and the stock of the same day and of a year before.</summary>
    private ReferenceValue? Of(DateOnly near, string measure, string? stock, Func<double, double, double?, double> of)
    {
        DateOnly? date = Nearest(
            _byMeasure[measure].Where(value => value.Value is not null && (stock is null || On(stock, value.Date) is not null)).Select(value => value.Date), near);
        return date is DateOnly day
            ? new ReferenceValue(
                of(On(measure, day)!.Value, stock is null ? 1 : On(stock, day)!.Value, stock is null ? null : On(stock, day.AddYears(-1))),
                day,
                _byMeasure[measure].First(value => value.Date == day).Source)
            : null;
    }

    private double? On(string measure, DateOnly day) => _byMeasure[measure].FirstOrDefault(value => value.Date == day && value.Value is not null)?.Value;

    private static DateOnly? Nearest(IEnumerable<DateOnly> dates, DateOnly near) =>
        dates.Order().Select(date => (DateOnly?)date).MinBy(date => Math.Abs(date!.Value.DayNumber - near.DayNumber));
}

/// <summary>A published value.</summary>
/// <param name="Measure">Id of the measure.</param>
/// <param name="Date">The day, or the last of the period.</param>
/// <param name="Value">The value; null where it was withheld.</param>
/// <param name="Source">What it was taken from.</param>
internal sealed record PublishedValue(string Measure, DateOnly Date, double? Value, string Source);
