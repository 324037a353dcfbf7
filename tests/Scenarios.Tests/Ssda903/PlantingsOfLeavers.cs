using KentSufficiency.Scenarios.Ssda903;
using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;
using static KentSufficiency.ScenariosTests.Ssda903.PlantedReturns;

namespace KentSufficiency.ScenariosTests.Ssda903;

/// <summary>Care leavers.</summary>
internal static class PlantingsOfLeavers
{
    public static IReadOnlyList<Planting> All { get; } =
    [
        new("131", r => r.Set(r.Any(Oc3), ("IN_TOUCH", "MAYBE"))),
        new("132", r => r.Set(r.Any(Oc3), ("ACTIV", "Q1"))),
        new("133", r => r.Set(r.Any(Oc3), ("ACCOM", "Q1"))),
        new("153", r => r.Set(r.Any(Oc3), ("ACTIV", ""))),
        new("344", r => r.Set(r.Any(Oc3), ("IN_TOUCH", "RHOM"), ("ACTIV", "F2"))),
        new("345", r => r.Set(r.Any(Oc3), ("IN_TOUCH", "YES"), ("ACTIV", "0"))),
        new("3001", r =>
        {
            r.Set(r.Any(Oc3), ("ACCOM", "Z1"));
            r.Born(r.Any(Oc3).Child, r.Now.Start.AddYears(-17));
        }),
        new("391", r => r.Set(r.Any(Oc3), ("DOB", Text(r.Now.End.AddYears(-16))))),
        new("1000", r => r.Set(LastOfLeaver(r), ("REC", "E2"))),
        new("1001", r => r.Set(LastOfLeaver(r), ("REC", "E12"))),
        new("1002", r =>
        {
            (string, string) birth = ("DOB", Text(r.Now.End.AddYears(-17)));
            r.Add(Header, "NOBODY", birth);
            r.Add(Oc3, "NOBODY", birth, ("IN_TOUCH", "YES"));
        }),
        new("1007", r => r.Add(
            Oc3, r.Find(Episodes, row => !row.Has("DEC")).Child, ("DOB", Text(r.Now.End.AddYears(-18))), ("IN_TOUCH", "YES"))),
        new("1010", r =>
        {
            string child = r.Continued(row => !r.Now.Has(row.Child, Oc3)).Child;
            r.Remove(child, Episodes);
            r.Add(Oc3, child, ("IN_TOUCH", "YES"));
        }),
        new("1011", r => r.Set(LastOfLeaver(r), ("REC", "E3"))),
        new("1012", r => r.Set(r.Any(Reviews), ("CHILD", "NOBODY"))),
    ];

    /// <summary>The last episode of a care leaver who left in the year.</summary>
    private static ReturnRow LastOfLeaver(PlantedReturns r) =>
        r.Find(Episodes, row => Care.HasLeaverItem(r.Now.First(row.Child, Oc3)) && r.Now.Of(row.Child, Episodes)[^1] == row);
}
