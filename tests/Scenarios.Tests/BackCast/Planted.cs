using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.ScenariosTests.BackCast;

/// <summary>A few measures, observations and known values.</summary>
internal static class Planted
{
    public static readonly DateOnly Origin = new(2016, 3, 31);

    public static readonly string[] Bands = ["under-1", "1-4", "5-9", "10-15", "16-over"];

    private static readonly string[] s_reasons = ["E11", "E12", "E2", "E3", "E4A", "E4B", "E13", "E41", "E45", "E5", "E6", "E7", "E9", "E15", "E17", "E8"];
    private static readonly string[] s_providers = ["PR0", "PR1", "PR4"];
    private static readonly string[] s_groups = ["foster", "residential-school", "other-residential"];

    /// <summary>What a run writes of children looked after, as far as these tests need it.</summary>
    public static IEnumerable<MeasureDefinition> Written() =>
    [
        Count("cla"), Count("cla", "Ashford"), Count("cla", "Thanet"), Count("cla-uasc"), Count("cla-started"), Count("cla-ceased"), Count("migration-net"),
        Count("households"), Count("enquiries"), Count("households-approved"), Count("placed-out-of-county-count"), Count("places-filled"),
        Count("unplanned-endings"), Count("other-la-children-in-kent"),
        .. Bands.SelectMany(band => new[] { Count($"cla-by-age/{band}"), Count($"cla-started-by-age/{band}"), Count($"cla-ceased-by-age/{band}") }),
        .. s_reasons.Select(code => Count($"cla-ceased-by-reason/{code}")),
        .. s_providers.Select(code => Count($"cla-by-provider/{code}")),
        .. s_groups.Select(group => Count($"cla-by-group/{group}")),
        Percentage("scs19"), Percentage("placed-out-of-county"), Percentage("placed-over-20-miles"), Percentage("surplus/primary"), Percentage("first-preference/primary"),
        new("scs29", "Kent", MeasureKind.Mean, "days", ""),
    ];

    public static ComparedMeasures Measures() => ComparedMeasures.Load(DataFolder.Locate(), Written());

    public static ComparedMeasure Measure(string id, MeasureKind kind = MeasureKind.Count, string geography = "Kent", RecordRule recorded = RecordRule.Near) =>
        new(id, geography, kind, [id], [new EvidencePart(id, null)], recorded, "");

    public static Observation Observed(double? value, string id = "cla", double roundedTo = 0, int year = 2017, string geography = "Kent") =>
        new(Measure(id, geography: geography), new DateOnly(year, 3, 31), value, roundedTo, null, "here", "");

    public static KnownValue Known(string id, double value, int year = 2016, MeasureKind kind = MeasureKind.Count) =>
        new(Measure(id, kind), new DateOnly(year, 3, 31), value);

    private static MeasureDefinition Count(string id, string geography = "Kent") => new(id, geography, MeasureKind.Count, "children", "");

    private static MeasureDefinition Percentage(string id) => new(id, "Kent", MeasureKind.Percentage, "%", "");
}
