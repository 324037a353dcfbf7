using KentSufficiency.Scenarios.Ssda903;
using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;
using static KentSufficiency.ScenariosTests.Ssda903.PlantedReturns;

namespace KentSufficiency.ScenariosTests.Ssda903;

/// <summary>Health, convictions, and strengths and difficulties.</summary>
internal static class PlantingsOfHealth
{
    public static IReadOnlyList<Planting> All { get; } =
    [
        new("158", r => r.Set(r.Any(Oc2), ("SUBSTANCE_MISUSE", "1"), ("INTERVENTION_RECEIVED", "1"), ("INTERVENTION_OFFERED", "0"))),
        new("159", r => r.Set(r.Any(Oc2), ("SUBSTANCE_MISUSE", "1"), ("INTERVENTION_RECEIVED", "0"), ("INTERVENTION_OFFERED", ""))),
        new("181", r => r.Set(r.Any(Oc2), ("TEETH_CHECK", "2"))),
        new("182", r => r.Set(r.Any(Oc2), ("TEETH_CHECK", ""), ("CONVICTED", "0"))),
        new("190", r => r.Add(Oc2, PartOfYear(r), ("TEETH_CHECK", "1"))),
        new("191", r => r.Remove(Whole(r).Child, Oc2)),
        new("192", r => r.Set(r.Any(Oc2), ("SUBSTANCE_MISUSE", "1"), ("INTERVENTION_RECEIVED", ""))),
        new("193", r => r.Set(r.Any(Oc2), ("SUBSTANCE_MISUSE", "0"), ("INTERVENTION_RECEIVED", "1"))),
        new("215", r => r.Add(Oc3, Whole(r).Child, ("IN_TOUCH", "YES"))),
        new("542", r => r.Set(r.Any(Oc2), ("CONVICTED", "0"), Born(r, 9))),
        new("543", r => r.Set(Whole(r), ("CONVICTED", ""), Born(r, 11))),
        new("544", r => r.Set(r.Any(Oc2), ("CONVICTED", "1"), ("IMMUNISATIONS", ""))),
        new("545", r => r.Set(Whole(r), ("HEALTH_CHECK", ""), Born(r, 3))),
        new("546", r => r.Set(Whole(r), ("HEALTH_CHECK", "1"), Born(r, 6))),
        new("547", r => r.Set(r.Any(Oc2), ("HEALTH_CHECK", "1"), ("HEALTH_ASSESSMENT", ""))),
        new("157", r => r.Set(Whole(r), ("SDQ_SCORE", ""), ("SDQ_REASON", "SDQ1"), Born(r, 10))),
        new("180", r => r.Set(r.Any(Oc2), ("SDQ_SCORE", "41"))),
        new("185", r => r.Add(Oc2, PartOfYear(r), ("SDQ_SCORE", "10"))),
        new("186", r => r.Set(Whole(r), ("SDQ_SCORE", ""), ("SDQ_REASON", "SDQ2"), Born(r, 10))),
        new("188", r => r.Set(r.Any(Oc2), ("SDQ_SCORE", "10"), Born(r, 3))),
        new("189", r => r.Set(r.Any(Oc2), ("SDQ_SCORE", "10"), Born(r, 18))),
        new("196", r => r.Set(r.Any(Oc2), ("SDQ_REASON", "SDQ9"))),
        new("197A", r => r.Set(r.Any(Oc2), ("SDQ_SCORE", "10"), ("SDQ_REASON", "SDQ2"))),
        new("197B", r => r.Set(Whole(r), ("SDQ_SCORE", ""), ("SDQ_REASON", ""), Born(r, 17))),
        new("198", r => r.Add(Oc2, PartOfYear(r), ("SDQ_REASON", "SDQ2"))),
    ];

    private static ReturnRow Whole(PlantedReturns r) => r.Find(Oc2, row => r.Now.IsWholeYear(row.Child));

    private static string PartOfYear(PlantedReturns r) => r.Find(Episodes, row => !r.Now.IsWholeYear(row.Child) && !r.Now.Has(row.Child, Oc2)).Child;

    /// <summary>So old on the last day of the year.</summary>
    private static (string Column, string Text) Born(PlantedReturns r, int age) => ("DOB", Text(r.Now.End.AddYears(-age).AddDays(-1)));
}
