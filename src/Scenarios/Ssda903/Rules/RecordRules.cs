using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>That the files are about the same children. These have no number of the Department's, but the checks that have rely on them.</summary>
internal static class RecordRules
{
    private static readonly ReturnFile[] s_onceAChild = [Ad1, Header, Oc2, Oc3, PreviousPermanence, Uasc];

    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Rows("EPI", "The child of the header has neither an episode nor care leaver's items.", Header, (row, filed) =>
            !filed.Has(row.Child, Episodes) && !filed.Has(row.Child, Oc3)).With(Episodes, Oc3),
        InHeader("INT01", Ad1),
        InHeader("INT02", PlacedForAdoption),
        InHeader("INT03", Episodes),
        InHeader("INT04", Missing),
        InHeader("INT05", Oc2),
        InHeader("INT06", Oc3),
        InHeader("INT07", PreviousPermanence),
        InHeader("INT08", Reviews),
        InHeader("INT09", Uasc),
        SameBirth("INT11", Ad1),
        SameBirth("INT12", PlacedForAdoption),
        SameBirth("INT13", Missing),
        SameBirth("INT14", Oc2),
        SameBirth("INT15", Oc3),
        SameBirth("INT16", PreviousPermanence),
        SameBirth("INT17", Reviews),
        SameBirth("INT18", Uasc),
        Rule.Rows("INT21", "The sex in uasc.csv is not that of the header.", Uasc, (row, filed) =>
            row.Has("SEX") && filed.First(row.Child, Header) is { } header && header.Has("SEX") && header["SEX"] != row["SEX"]).With(Header),
        .. s_onceAChild.Select((file, i) => Once($"INT3{i + 1}", file)),
    ];

    private static ReturnRule InHeader(string number, ReturnFile file) =>
        Rule.Rows(number, $"The child of {file.FileName} is not in the header.", file, (row, filed) => !filed.Has(row.Child, Header)).With(Header);

    private static ReturnRule SameBirth(string number, ReturnFile file) =>
        Rule.Rows(number, $"The date of birth in {file.FileName} is not that of the header.", file, (row, filed) =>
            row.Date("DOB") is DateOnly born && filed.BirthOf(row.Child) is DateOnly known && born != known).With(Header);

    private static ReturnRule Once(string number, ReturnFile file) =>
        Rule.Rows(number, $"The child is in {file.FileName} more than once.", file, (row, filed) => filed.Of(row.Child, file).Count > 1);
}
