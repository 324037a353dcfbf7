using KentSufficiency.Scenarios.Ssda903;
using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;
using static KentSufficiency.ScenariosTests.Ssda903.PlantedReturns;

namespace KentSufficiency.ScenariosTests.Ssda903;

/// <summary>Unaccompanied children, reviews and previous permanence.</summary>
internal static class PlantingsOfCare
{
    public static IReadOnlyList<Planting> All { get; } =
    [
        new("104", r => r.Set(r.Any(Uasc), ("DUC", "31/02/2030"))),
        new("304", r => r.Set(r.Any(Uasc), ("DUC", Text(r.Any(Uasc).Date("DOB")?.AddYears(18).AddDays(1))))),
        new("205A", r => r.Remove(r.Find(Uasc, row => r.Now.Has(row.Child, Episodes) && r.Before.First(row.Child, Uasc)?.Date("DUC") > r.Before.End).Child, Uasc)),
        new("205B", r => r.Set(r.Before.First(r.Find(Uasc, row => r.Before.Has(row.Child, Uasc)).Child, Uasc)!, ("DUC", ""))),
        new("205D", r => r.RemoveBefore(r.Find(Uasc, row => r.Before.Has(row.Child, Uasc)).Child, Uasc)),
        new("1014", r => r.Add(Uasc, r.Find(Oc3, row => Care.HasLeaverItem(row) && !r.Now.Has(row.Child, Episodes)).Child)),
        new("166", r => r.Set(r.Any(Reviews), ("REVIEW", ""))),
        new("167", r => r.Set(r.Any(Reviews), ("REVIEW_CODE", "PN8"))),
        new("440", r => r.Set(r.Any(Reviews), ("REVIEW_CODE", "PN0"), ("DOB", Text(r.Any(Reviews).Date("REVIEW")?.AddYears(-5))))),
        new("441", r => r.Set(r.Any(Reviews), ("REVIEW_CODE", "PN4"), ("DOB", Text(r.Any(Reviews).Date("REVIEW")?.AddYears(-3))))),
        new("630", r => r.Remove(r.Find(Episodes, row => row["RNE"] == "S" && row.Date("DECOM") >= r.Now.Start).Child, PreviousPermanence)),
        new("631", r => r.Set(r.Any(PreviousPermanence), ("PREV_PERM", "P9"))),
        new("632", r => r.Set(r.Any(PreviousPermanence), ("PREV_PERM", "P1"), ("DATE_PERM", $"ZZ/ZZ/{r.Now.Year}"))),
        new("633", r => r.Set(r.Any(PreviousPermanence), ("LA_PERM", "KENT"))),
        new("634", r => r.Add(PreviousPermanence, r.Find(Episodes, row => r.Now.Of(row.Child, Episodes)[^1].Date("DECOM") < r.Now.Start).Child, ("PREV_PERM", "Z1"))),
        new("635", r => r.Set(r.Any(PreviousPermanence), ("PREV_PERM", "Z1"), ("LA_PERM", "886"))),
    ];
}
