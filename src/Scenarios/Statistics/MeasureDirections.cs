namespace KentSufficiency.Scenarios.Statistics;

/// <summary>Which way a measure gets better.</summary>
public enum Better
{
    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,
}

/// <summary>
/// The measures by which strategies can be ranked, with the way in which each gets better. A measure of which neither more nor less is
/// good in itself, such as the number of children looked after or the surplus of school places, which is to be near its target, is not among them; nor is a share of the replications, which has a
/// simulation error and no uncertainty interval.
/// </summary>
public static class MeasureDirections
{
    private static readonly SortedDictionary<string, Better> s_directions = new(StringComparer.Ordinal)
    {
        ["scs18"] = Better.Higher,
        ["scs19"] = Better.Higher,
        ["scs29"] = Better.Lower,
        ["cla-3-placements"] = Better.Lower,
        ["placed-out-of-county"] = Better.Lower,
        ["placed-over-20-miles"] = Better.Lower,
        ["met-suitably"] = Better.Higher,
        ["requests-unmet"] = Better.Lower,
        ["days-to-match"] = Better.Lower,
        ["emergency-nights"] = Better.Lower,
        ["spot-purchases"] = Better.Lower,
        ["panel-wait-days"] = Better.Lower,
        ["miles-from-home"] = Better.Lower,
        ["waiting"] = Better.Lower,
        ["unplanned-endings"] = Better.Lower,
        ["sibling-groups-together"] = Better.Higher,
        ["respite-unmet"] = Better.Lower,
        ["care-re-entries"] = Better.Lower,
        ["re-referral-pct"] = Better.Lower,
        ["cpp-repeat-pct"] = Better.Lower,
        ["households"] = Better.Higher,
        ["first-preference/primary"] = Better.Higher,
        ["first-preference/secondary"] = Better.Higher,
        ["first-or-second/primary"] = Better.Higher,
        ["first-or-second/secondary"] = Better.Higher,
        ["deficit-places/year-r"] = Better.Lower,
        ["deficit-places/year-7"] = Better.Lower,
        ["without-place"] = Better.Lower,
        ["displaced"] = Better.Lower,
        ["fe-opened/primary"] = Better.Higher,
        ["fe-opened/secondary"] = Better.Higher,
        ["schemes-late"] = Better.Lower,
        ["schemes-failed"] = Better.Lower,
        ["send11"] = Better.Higher,
        ["plans-waiting"] = Better.Lower,
        ["special-external"] = Better.Lower,
        ["cost/total"] = Better.Lower,
        ["cost-real/total"] = Better.Lower,
    };

    /// <summary>Less is better of every amount of money; an income is a negative one.</summary>
    private static readonly string[] s_money = ["cost/", "cost-real/", "cost-per-week/"];

    /// <summary>The ids, in ordinal order.</summary>
    public static IReadOnlyCollection<string> Ids => s_directions.Keys;

    /// <summary>The direction of a measure, or null where it has none.</summary>
    public static Better? Of(string measure) => s_directions.TryGetValue(measure, out Better better) ? better
        : s_money.Any(money => measure.StartsWith(money, StringComparison.Ordinal)) ? Better.Lower
        : null;
}
