using System.Text.RegularExpressions;
using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>Who provides a placement and where it is: provider, postcodes and the number in Ofsted's register.</summary>
internal static partial class PlaceDetailRules
{
    private const string Unregistered = "XXXXXXX";

    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Rows("178", "The provider is no code, or it is filled in for a placement that has none.", Episodes, (row, filed) =>
            row.Has("PLACE_PROVIDER") && (!filed.Knows(row, "PLACE_PROVIDER") || HasNoProvider(row))),
        Rule.Rows("213", "A temporary placement has a provider.", Episodes, row => Care.IsTemporary(row) && row.Has("PLACE_PROVIDER")),
        Rule.Rows("526", "The provider is blank.", Episodes, row => !HasNoProvider(row) && !row.Has("PLACE_PROVIDER")),
        Rule.Rows("527", "The council itself is said to provide a placement with parents, in a health establishment or in custody.", Episodes, row =>
            row["PLACE_PROVIDER"] == "PR1" && row["PLACE"] is "P1" or "R2" or "R5"),
        Rule.Rows("528", "Another council is said to provide a placement with parents, in a health establishment or in custody.", Episodes, row =>
            row["PLACE_PROVIDER"] == "PR2" && row["PLACE"] is "P1" or "R2" or "R5"),
        Rule.Rows(
            "529",
            "Another public body is said to provide a placement with parents, adopters or foster carers or in a children's home.",
            Episodes,
            row => row["PLACE_PROVIDER"] == "PR3" && (Care.IsForAdoption(row) || IsFostering(row) || row["PLACE"] is "K1" or "K2" or "P1")),
        Rule.Rows(
            "530",
            "A private body is said to provide a placement with parents.",
            Episodes,
            row => row["PLACE_PROVIDER"] == "PR4" && row["PLACE"] == "P1"),
        Rule.Rows(
            "531",
            "A voluntary body is said to provide a placement with parents.",
            Episodes,
            row => row["PLACE_PROVIDER"] == "PR5" && row["PLACE"] == "P1"),
        Rule.Rows(
            "550",
            "Parents are said to provide a placement that is not with them.",
            Episodes,
            row => row["PLACE_PROVIDER"] == "PR0" && row["PLACE"] != "P1"),
        Rule.Rows(
            "214",
            "Where the placement is is filled in for a short break.",
            Episodes,
            row => Care.IsShortBreak(row) && (row.Has("PL_POST") || row.Has("URN"))),
        Rule.Rows(
            "398",
            "A postcode is filled in for a short break.",
            Episodes,
            row => Care.IsShortBreak(row) && (row.Has("HOME_POST") || row.Has("PL_POST"))),
        Rule.Rows("392B", "The postcode of the home or of the placement is blank, and the child is and was not unaccompanied.", Episodes, (row, filed) =>
            !Care.IsShortBreak(row) && (!row.Has("HOME_POST") || !row.Has("PL_POST")) && !filed.IsOrWasUnaccompanied(row.Child)).With(Uasc),
        Rule.Rows(
            "392C",
            "A postcode has not the form of one; whether it is in use is not looked up.",
            Episodes,
            row => IsNoPostcode(row["HOME_POST"]) || IsNoPostcode(row["PL_POST"])),
        Rule.Rows(
            "406",
            "The child is, or was in the two years before, unaccompanied, but both postcodes are filled in, so that there is a distance from home.",
            Episodes,
            (row, filed) => row.Has("HOME_POST") && row.Has("PL_POST") && filed.IsOrWasUnaccompanied(row.Child)).With(Uasc),
        Rule.Rows(
            "218",
            "The number in Ofsted's register is blank for a placement that needs one, and the postcode's area lies in England.",
            Episodes,
            (row, filed) =>
                !row.Has("URN") && !Care.NeedsNoUrn(row) && row.Has("PL_POST") && !OutsideEngland().IsMatch(row["PL_POST"])
                && (!row.Has("DEC") || row.Date("DEC") >= filed.Start)),
        Rule.Rows("222", "A placement that Ofsted does not register has a number in its register.", Episodes, row =>
            Care.MustHaveNoUrn(row) && row.Has("URN") && row["URN"] != Unregistered),
    ];

    private static bool HasNoProvider(ReturnRow row) => Care.IsTemporary(row) || row["PLACE"] == "Z1";

    private static bool IsFostering(ReturnRow row) => row["PLACE"] is "U1" or "U2" or "U3" or "U4" or "U5" or "U6";

    private static bool IsNoPostcode(string text) => text.Length > 0 && !Postcode().IsMatch(text);

    [GeneratedRegex("^[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Postcode();

    /// <summary>Areas that lie in Wales, Scotland, Northern Ireland or the islands, or reach there.</summary>
    [GeneratedRegex("^(AB|BT|CF|CH|DD|DG|EH|FK|GY|HR|HS|IM|IV|JE|KA|KW|KY|LD|LL|ML|NP|PA|PH|SA|SY|TD|ZE|G[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex OutsideEngland();
}
