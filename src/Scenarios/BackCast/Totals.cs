namespace KentSufficiency.Scenarios.BackCast;

/// <summary>Which number a breakdown of children looked after, started or ceased is a part of, or a percentage is of.</summary>
internal static class Totals
{
    public const string LookedAfter = "cla";
    public const string Started = "cla-started";
    public const string Ceased = "cla-ceased";

    private static readonly (string Beginning, string Total)[] s_parts =
    [
        ("cla-by-", LookedAfter),
        ("cla-started-", Started),
        ("cla-ceased-", Ceased),
    ];

    private static readonly string[] s_ofLookedAfter =
    [
        "cla-uasc", "placed-out-of-county", "placed-out-of-county-count", "placed-over-20-miles", "placed-over-20-miles-count",
        "cla-3-placements", "cla-3-placements-count",
    ];

    /// <summary>The total, or null where the measure is no part of one.</summary>
    public static string? Of(string measure)
    {
        foreach ((string beginning, string total) in s_parts)
        {
            if (measure.StartsWith(beginning, StringComparison.Ordinal))
            {
                return total;
            }
        }

        return s_ofLookedAfter.Contains(measure) ? LookedAfter : null;
    }
}
