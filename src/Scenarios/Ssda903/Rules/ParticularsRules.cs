using System.Text.RegularExpressions;
using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>A child's sex, date of birth, ethnic origin and pupil number.</summary>
internal static partial class ParticularsRules
{
    private const int SchoolAge = 4;
    private const int August = 8;
    private const int LastOfAugust = 31;
    private const int March = 3;
    private const int DayOfLastWeek = 24;
    private const int OldestAtStart = 21;

    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Rows("101", "The sex is neither 1 nor 2.", Header, (row, filed) => !filed.Knows(row, "SEX")),
        Rule.Rows("102", "The date of birth is blank or no date.", Header, row => row.Date("DOB") is null),
        Rule.Rows("103", "The ethnic origin is blank or no code.", Header, (row, filed) => !filed.Knows(row, "ETHNIC")),
        Rule.Rows("168", "The pupil number has not the form of one, nor is it UN1 to UN5.", Header, (row, filed) =>
            row.Has("UPN") && !PupilNumber().IsMatch(row["UPN"]) && !filed.Codes.IsKnown("UPN_UNKNOWN", row["UPN"], filed.Year)),
        Rule.Rows(
            "209",
            "The pupil number is UN1, which is for children below school age, but the child was four in the August before the last school year.",
            Header,
            (row, filed) => row["UPN"] == "UN1" && row.Date("DOB")?.AddYears(SchoolAge) <= new DateOnly(filed.Year - 2, August, LastOfAugust)),
        Rule.Rows(
            "210",
            "The pupil number is UN4, which is for those who started in the last week of the year, but the child had started before.",
            Header,
            (row, filed) =>
                row["UPN"] == "UN4" && filed.Of(row.Child, Episodes) is { Count: > 0 } episodes
                && episodes[0].Date("DECOM") < new DateOnly(filed.Year, March, DayOfLastWeek)).With(Episodes),
        Rule.Rows("301", "The child was born after the year.", Header, (row, filed) => row.Date("DOB") > filed.End),
        Rule.Rows("351", "The child was over 21 when the year began.", Header, (row, filed) => row.Date("DOB")?.AddYears(OldestAtStart) < filed.Start),
        Rule.Rows("442", "A child who is looked after has no pupil number, nor a code for its want.", Header, (row, filed) =>
            !row.Has("UPN") && filed.Of(row.Child, Episodes).Any(episode => !Care.IsShortBreak(episode))).With(Episodes),
    ];

    [GeneratedRegex("^[A-HJ-NP-RT-Z][0-9]{11}[0-9A-Z]$", RegexOptions.CultureInvariant)]
    private static partial Regex PupilNumber();
}
