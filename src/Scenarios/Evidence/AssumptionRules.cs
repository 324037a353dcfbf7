namespace KentSufficiency.Scenarios.Evidence;

/// <summary>Reads one assumption and holds it to the rules of <c>data/README.md</c>.</summary>
internal static class AssumptionRules
{
    public const string ShareUnit = "share";

    public static readonly string[] Header =
    [
        "id", "value", "unit", "period", "kind", "source", "page", "known_from", "low", "high", "distribution", "lever", "meaning",
    ];

    private static readonly (string Text, RangeDistribution Value)[] Distributions =
    [
        ("none", RangeDistribution.None), ("logit-normal", RangeDistribution.LogitNormal), ("log-normal", RangeDistribution.LogNormal),
    ];

    internal static readonly (string Text, bool Value)[] YesNo = [("no", false), ("yes", true)];

    public static Assumption Read(TableRow row, SourceList sources)
    {
        string id = row.Id("id");
        double value = row.Number("value");
        (string source, string page) = sources.Cite(row, "source", "page");
        Assumption assumption = new(
            id, value, row.Text("unit"), row.Text("period"), row.Kind("kind"), source, page, row.Date("known_from"),
            row.OptionalNumber("low"), row.OptionalNumber("high"), row.OneOf("distribution", Distributions),
            row.OneOf("lever", YesNo), row.Text("meaning"));
        if (row.Sound)
        {
            CheckRange(row, assumption);
        }

        return assumption;
    }

    private static void CheckRange(TableRow row, Assumption assumption)
    {
        if (assumption.Distribution == RangeDistribution.None)
        {
            CheckExact(row, assumption);
        }
        else if (assumption.Low is not double low || assumption.High is not double high)
        {
            row.Break(assumption.Low is null ? "low" : "high", "a distribution needs a low and a high");
        }
        else
        {
            CheckOrder(row, assumption, low, high);
        }
    }

    private static void CheckExact(TableRow row, Assumption assumption)
    {
        if (assumption.Kind == EvidenceKind.Assumed)
        {
            row.Break("distribution", "an assumed value carries a low, a high and a distribution");
        }
        else if (assumption.Low is not null || assumption.High is not null)
        {
            row.Break("distribution", "a low or high needs a distribution");
        }
    }

    private static void CheckOrder(TableRow row, Assumption assumption, double low, double high)
    {
        if (!(low < high && low <= assumption.Value && assumption.Value <= high))
        {
            row.Break("low", "the value must lie between low and high, and low below high");
        }
        else if (!(low > 0))
        {
            row.Break("low", "low must be above 0");
        }
        else if (assumption.Distribution == RangeDistribution.LogitNormal && !(high < 1))
        {
            row.Break("high", "the high of a share must be below 1");
        }
        else if ((assumption.Distribution == RangeDistribution.LogitNormal) != (assumption.Unit == ShareUnit))
        {
            row.Break("unit", $"logit-normal and the unit '{ShareUnit}' go together");
        }
    }
}
