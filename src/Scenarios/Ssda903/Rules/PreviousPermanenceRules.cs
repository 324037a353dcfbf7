using System.Text.RegularExpressions;
using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>Adoptions and orders that a child had left before it started to be looked after.</summary>
internal static partial class PreviousPermanenceRules
{
    private const int FirstYear = 2017;
    private const string None = "Z1";
    private const string Unknown = "ZZ";
    private const int PlaceOfYear = 6;
    private const int PlaceOfMonth = 3;

    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Rows(
            "630",
            "A child who started to be looked after in the year has no previous permanence filled in, or one without its council or date.",
            Episodes,
            (row, filed) =>
                row["RNE"] == "S" && row.Date("DECOM") >= filed.Start && !IsComplete(filed.First(row.Child, PreviousPermanence)))
                .With(PreviousPermanence).From(FirstYear),
        Rule.Rows("631", "The previous permanence is no code.", PreviousPermanence, (row, filed) => !filed.IsBlankOrKnown(row, "PREV_PERM")).From(FirstYear),
        Rule.Rows(
            "632",
            "The date of the previous permanence is no date, or not before the first episode; ZZ stands for what is not known of it.",
            PreviousPermanence,
            (row, filed) =>
                row.Has("DATE_PERM") && (LatestDay(row["DATE_PERM"]) is not DateOnly latest
                    || (row["DATE_PERM"] != "ZZ/ZZ/ZZZZ" && filed.Of(row.Child, Episodes) is { Count: > 0 } episodes && latest >= episodes[0].Date("DECOM"))))
                    .With(Episodes),
        Rule.Rows(
            "633",
            "The council of the previous permanence is neither a number of three digits nor WAL, SCO, NIR or NUK; whether a council has the number is not looked up.",
            PreviousPermanence,
            row => row.Has("LA_PERM") && !Council().IsMatch(row["LA_PERM"])),
        Rule.Rows("634", "Previous permanence is filled in, but no episode began in the year.", PreviousPermanence, (row, filed) =>
            (row.Has("PREV_PERM") || row.Has("LA_PERM") || row.Has("DATE_PERM"))
            && filed.Of(row.Child, Episodes) is { Count: > 0 } episodes && episodes[^1].Date("DECOM") < filed.Start).With(Episodes),
        Rule.Rows(
            "635",
            "There is a council or a date of a previous permanence, but its code is blank or says that there was none.",
            PreviousPermanence,
            row => row["PREV_PERM"] is "" or None && (row.Has("LA_PERM") || row.Has("DATE_PERM"))),
    ];

    private static bool IsComplete(ReturnRow? row) =>
        row is not null && row.Has("PREV_PERM") && (row["PREV_PERM"] == None || (row.Has("LA_PERM") && row.Has("DATE_PERM")));

    /// <summary>The last day that a date with unknown parts can stand for; null where it is no date.</summary>
    private static DateOnly? LatestDay(string text)
    {
        if (text == "ZZ/ZZ/ZZZZ")
        {
            return DateOnly.MinValue;
        }

        if (!text.StartsWith(Unknown, StringComparison.Ordinal))
        {
            return ReturnDate.Read(text);
        }

        bool monthToo = text.Length > PlaceOfYear && text[PlaceOfMonth..].StartsWith(Unknown, StringComparison.Ordinal);
        return text.Length <= PlaceOfYear ? null
            : monthToo ? ReturnDate.Read($"31/12/{text[PlaceOfYear..]}")
            : ReturnDate.Read($"01/{text[PlaceOfMonth..]}")?.AddMonths(1).AddDays(-1);
    }

    [GeneratedRegex("^([2-9][0-9]{2}|WAL|SCO|NIR|NUK)$", RegexOptions.CultureInvariant)]
    private static partial Regex Council();
}
