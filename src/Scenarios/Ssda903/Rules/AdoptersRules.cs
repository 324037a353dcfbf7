using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>Those who adopted: their number, sex and legal status.</summary>
internal static class AdoptersRules
{
    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Rows("114", "Whether the foster carers adopted is neither 0 nor 1.", Ad1, row => row["FOSTER_CARE"] is not ("" or "0" or "1")),
        Code("175", "NB_ADOPTR", "The number of adopters is no code."),
        Code("176", "SEX_ADOPTR", "The sex of the adopters is no code."),
        Code("177", "LS_ADOPTR", "The legal status of the adopters is no code."),
        Rule.Rows("511", "There are two adopters, but the sex is that of one.", Ad1, row => row["NB_ADOPTR"] == "2" && row["SEX_ADOPTR"] is "M1" or "F1"),
        Fits("514", "L0", "The adopter is single, but the sex is not that of one person.", "M1", "F1"),
        Fits("517", "L3", "The adopters are an unmarried couple of different sex, but the sex says otherwise.", "MF"),
        Fits("518", "L4", "The adopters are a couple of the same sex, but the sex says otherwise.", "MM", "FF"),
        Fits("519", "L2", "The adopters are civil partners, but the sex is not that of two people.", "MM", "FF", "MF"),
        Fits("520", "L11", "The adopters are a married couple of different sex, but the sex says otherwise.", "MF"),
        Fits("524", "L12", "The adopters are a married couple of the same sex, but the sex says otherwise.", "MM", "FF"),
    ];

    private static ReturnRule Code(string number, string column, string meaning) => Rule.Rows(number, meaning, Ad1, (row, filed) => !filed.IsBlankOrKnown(row, column));

    private static ReturnRule Fits(string number, string status, string meaning, params string[] sexes) =>
        Rule.Rows(number, meaning, Ad1, row => row["LS_ADOPTR"] == status && !sexes.Contains(row["SEX_ADOPTR"]));
}
