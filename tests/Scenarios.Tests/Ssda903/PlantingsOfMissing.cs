using KentSufficiency.Scenarios.Ssda903;
using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;
using static KentSufficiency.ScenariosTests.Ssda903.PlantedReturns;

namespace KentSufficiency.ScenariosTests.Ssda903;

/// <summary>Children who are missing or away without authorisation.</summary>
internal static class PlantingsOfMissing
{
    public static IReadOnlyList<Planting> All { get; } =
    [
        new("1004", r => r.Set(r.Any(Missing), ("MIS_START", "yesterday"))),
        new("1005", r => r.Set(r.Any(Missing), ("MIS_END", "tomorrow"))),
        new("1006", r => r.Set(r.Any(Missing), ("MISSING", "Q"))),
        new("564", r => r.Set(r.Any(Missing), ("MISSING", "M"), ("MIS_START", ""))),
        new("565", r => r.Set(r.Find(Missing, row => row.Has("MIS_START")), ("MISSING", ""))),
        new("566", r => r.Set(r.Find(Missing, row => row.Has("MIS_END")), ("MISSING", ""))),
        new("567", r => r.Set(r.Any(Missing), ("MIS_END", Text(r.Any(Missing).Date("MIS_START")?.AddDays(-1))))),
        new("570", r => r.Set(r.Any(Missing), ("MIS_START", Text(r.Now.End.AddDays(1))))),
        new("571", r => r.Set(r.Any(Missing), ("MIS_END", Text(r.Now.End.AddDays(1))))),
        new("574", r => r.AddLike(r.Find(Missing, row => row.Date("MIS_END") > row.Date("MIS_START")), ("MIS_END", ""))),
        new("575", r => r.Add(Missing, Left(r).Child, ("MISSING", "M"), ("MIS_START", Text(Left(r).Date("DEC")?.AddDays(-1))))),
        new("576", r => r.AddBefore(Missing, r.Continued().Child, ("MISSING", "M"), ("MIS_START", Text(r.Before.End)))),
        new("577", r => r.Add(
            Missing, Left(r).Child, ("MISSING", "M"), ("MIS_START", Text(Left(r).Date("DEC")?.AddDays(-1))), ("MIS_END", Text(Left(r).Date("DEC")?.AddDays(1))))),
        new("578", r => r.Add(
            Missing, Left(r).Child, ("MISSING", "M"), ("MIS_START", Text(Left(r).Date("DEC")?.AddDays(1))), ("MIS_END", Text(Left(r).Date("DEC")?.AddDays(2))))),
        new("580", r => r.Add(
            Missing,
            Left(r).Child,
            ("MISSING", "M"),
            ("DOB", Text(Left(r).Date("DEC")?.AddYears(-18))),
            ("MIS_START", Text(Left(r).Date("DEC")?.AddDays(-1))),
            ("MIS_END", Left(r)["DEC"]))),
        new("586", r => r.Set(r.Any(Missing), ("DOB", r.Any(Missing)["MIS_START"]))),
    ];

    /// <summary>The last episode of a child that ceased to be looked after in the year, for another reason than E8.</summary>
    private static ReturnRow Left(PlantedReturns r) => r.Find(Episodes, row =>
        Care.EndsCare(row) && row["REC"] != "E8" && r.Now.Of(row.Child, Episodes)[^1] == row && row.Date("DEC") > row.Date("DECOM")?.AddDays(1));
}
