using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>A child's particulars beside those of the return before.</summary>
internal static class ParticularsBeforeRules
{
    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Changed("202", "The sex is not that of the return before.", (now, before, _) => now["SEX"] != before["SEX"]),
        Changed(
            "203",
            "The date of birth is not that of the return before.",
            (now, before, _) => now["DOB"] != before["DOB"] && now.Date("DOB") != before.Date("DOB")),
        Changed("204", "The ethnic origin is not that of the return before.", (now, before, _) => now["ETHNIC"] != before["ETHNIC"]),
        Changed(
            "207",
            "The child was a mother in the return before and is none now; not asked of care leavers, of whom motherhood is not told (628).",
            (now, before, filed) => before["MOTHER"] == "1" && now["MOTHER"] != "1" && filed.Has(now.Child, Episodes)).With(Episodes),
        Changed(
            "208",
            "The pupil number is not that of the return before, and it is no number in place of a code or of a blank.",
            (now, before, _) => IsOtherNumber(now["UPN"], before["UPN"])),
        Changed("624", "The first child's date of birth is not that of the return before.", (now, before, filed) =>
            before.Date("MC_DOB") is DateOnly born && now.Date("MC_DOB") != born && filed.Has(now.Child, Episodes)).With(Episodes),
        Changed("626", "The child was no mother in the return before, but the first child was born before this year.", (now, before, filed) =>
            now["MOTHER"] == "1" && before["MOTHER"] == "0" && now.Date("MC_DOB") < filed.Start),
    ];

    private static ReturnRule Changed(string number, string meaning, Func<ReturnRow, ReturnRow, CheckedReturn, bool> isWrong) =>
        Rule.Rows(number, meaning, Header, (row, filed) => filed.Previous!.First(row.Child, Header) is { } before && isWrong(row, before, filed)).SincePrevious();

    /// <summary>A blank may become anything, a code a number, and UN1 another code.</summary>
    private static bool IsOtherNumber(string now, string before)
    {
        bool isCode = now.StartsWith("UN", StringComparison.Ordinal);
        bool wasCode = before.StartsWith("UN", StringComparison.Ordinal);
        bool allowed = before.Length == 0 || (wasCode && now.Length > 0 && !isCode) || (before == "UN1" && isCode);
        return now != before && !allowed;
    }
}
