using KentSufficiency.Scenarios.Ssda903;
using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;
using static KentSufficiency.ScenariosTests.Ssda903.PlantedReturns;

namespace KentSufficiency.ScenariosTests.Ssda903;

/// <summary>Children's particulars, motherhood, and that files are about the same children.</summary>
internal static class PlantingsOfParticulars
{
    private static readonly ReturnFile[] s_besideHeader = [Ad1, PlacedForAdoption, Episodes, Missing, Oc2, Oc3, PreviousPermanence, Reviews, Uasc];
    private static readonly ReturnFile[] s_withBirth = [Ad1, PlacedForAdoption, Missing, Oc2, Oc3, PreviousPermanence, Reviews, Uasc];
    private static readonly ReturnFile[] s_onceAChild = [Ad1, Header, Oc2, Oc3, PreviousPermanence, Uasc];

    public static IReadOnlyList<Planting> All { get; } =
    [
        new("101", r => r.Set(r.Any(Header), ("SEX", "3"))),
        new("102", r => r.Set(r.Any(Header), ("DOB", ""))),
        new("103", r => r.Set(r.Any(Header), ("ETHNIC", "NONE"))),
        new("168", r => r.Set(r.Any(Header), ("UPN", "I82020011200"))),
        new("209", r => r.Set(r.Find(Header, row => row.Date("DOB") < r.Now.Start.AddYears(-8)), ("UPN", "UN1"))),
        new("210", r => r.Set(r.Find(Header, row => FirstDay(r, row.Child) < r.Now.End.AddDays(-30)), ("UPN", "UN4"))),
        new("301", r => r.Set(r.Any(Header), ("DOB", Text(r.Now.End.AddDays(1))))),
        new("351", r => r.Set(r.Any(Header), ("DOB", Text(r.Now.Start.AddYears(-22))))),
        new("442", r => r.Set(LookedAfter(r, "1", "2"), ("UPN", ""))),
        new("165", r => r.Set(LookedAfter(r, "1"), ("MOTHER", "1"))),
        new("171", r => r.Set(r.Any(Header), ("MC_DOB", "31/02/2020"))),
        new("174", r => r.Set(LookedAfter(r, "1"), ("MC_DOB", "01/02/2020"))),
        new("393", r => r.Set(LookedAfter(r, "2"), ("MOTHER", ""))),
        new("399", r => r.SetEpisodes(r.Any(Reviews).Child, ("LS", "V4"))),
        new("607", r => r.Set(
            r.Find(Header, row => row["SEX"] == "2" && r.Now.Of(row.Child, Episodes).Any(episode => Care.EndsCare(episode) && !Care.IsShortBreak(episode))), ("MOTHER", ""))),
        new("611", r => r.Set(LookedAfter(r, "2"), ("MOTHER", "1"), ("MC_DOB", ""))),
        new("612", r => r.Set(LookedAfter(r, "2"), ("MOTHER", "0"), ("MC_DOB", "01/02/2020"))),
        new("620", r => r.Set(LookedAfter(r, "2"), ("MOTHER", "1"), ("DOB", Text(r.Now.Start.AddYears(-10))))),
        new("621", r => r.Set(LookedAfter(r, "2"), ("MOTHER", "1"), ("MC_DOB", "01/02/2010"), ("DOB", "01/02/2010"))),
        new("625", r => r.Set(LookedAfter(r, "2"), ("MOTHER", "1"), ("MC_DOB", Text(r.Now.End.AddDays(1))))),
        new("628", r => r.Set(r.Find(Header, row => !r.Now.Has(row.Child, Episodes) && Care.HasLeaverItem(r.Now.First(row.Child, Oc3))), ("MOTHER", "1"))),
        new("EPI", r => r.Add(Header, "NOBODY", ("SEX", "1"))),
        .. s_besideHeader.Select((file, i) => new Planting($"INT0{i + 1}", r => r.Set(r.Any(file), ("CHILD", "NOBODY")))),
        .. s_withBirth.Select((file, i) => new Planting($"INT1{i + 1}", r => r.Set(r.Any(file), ("DOB", "01/02/2001")))),
        new("INT21", r => r.Set(r.Find(Uasc, row => row["SEX"] == "1"), ("SEX", "2"))),
        .. s_onceAChild.Select((file, i) => new Planting($"INT3{i + 1}", r => r.AddLike(r.Any(file)))),
        new("202", r => r.Set(InBoth(r, row => row["SEX"] == "1"), ("SEX", "2"))),
        new("203", r => r.Set(InBoth(r), ("DOB", "01/02/2001"))),
        new("204", r => r.Set(InBoth(r, row => row["ETHNIC"] != "OOTH"), ("ETHNIC", "OOTH"))),
        new("207", r => r.Set(r.HeaderBefore(InBoth(r, row => row["MOTHER"] == "0").Child)!, ("MOTHER", "1"))),
        new("208", r => r.Set(InBoth(r, row => row["UPN"].Length > 3), ("UPN", "Z999999999999"))),
        new("624", r => r.Set(r.HeaderBefore(InBoth(r, row => row["SEX"] == "2").Child)!, ("MC_DOB", "02/02/2020"))),
        new("626", r => r.Set(InBoth(r, row => row["MOTHER"] == "0" && r.HeaderBefore(row.Child)!["MOTHER"] == "0"), ("MOTHER", "1"), ("MC_DOB", Text(r.Now.Start.AddDays(-1))))),
    ];

    private static DateOnly? FirstDay(PlantedReturns r, string child) => r.Now.Of(child, Episodes) is { Count: > 0 } episodes ? episodes[0].Date("DECOM") : null;

    private static ReturnRow LookedAfter(PlantedReturns r, params string[] sexes) =>
        r.Find(Header, row => sexes.Contains(row["SEX"]) && r.Now.IsLookedAfterInYear(row.Child));

    private static ReturnRow InBoth(PlantedReturns r, Func<ReturnRow, bool>? suits = null) =>
        r.Find(Header, row => r.HeaderBefore(row.Child) is not null && suits?.Invoke(row) != false);
}
