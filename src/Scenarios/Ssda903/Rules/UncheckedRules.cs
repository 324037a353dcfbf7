namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>Rules that the ten files cannot decide.</summary>
internal static class UncheckedRules
{
    private const string Flag = "The flag is a field of returns in XML; here a row of uasc.csv is the flag.";
    private const string Postcodes = "It needs a directory of postcodes.";
    private const string FoundOtherwise = "It needs a directory of postcodes; a blank or superfluous postcode is found by 214, 392B and 398.";
    private const string Register = "It needs Ofsted's register.";
    private const string Withdrawn = "The Department withdrew it before or in the collection year 2019.";
    private const string Unlisted = "The Department brought it in for the collection year 2019; the list of 2022 has it no more.";

    private static readonly string[] s_withdrawn = ["155", "223", "396", "397", "412", "450"];

    public static IReadOnlyList<UncheckedRule> All { get; } =
    [
        new("105", "Whether a child is unaccompanied is no code.", Flag),
        new("205C", "A date of ceasing to be unaccompanied is given for a child that is and was not.", Flag),
        new("303", "A date of ceasing to be unaccompanied is given, but the flag is not set.", Flag),
        new("164", "The distance from home is not between 0 and 999.9 miles.", Postcodes),
        new("169", "The council in whose area the placement lies is no code or missing.", FoundOtherwise),
        new("179", "Whether the placement lies in the council's own area is no code.", FoundOtherwise),
        new("392A", "The distance from home is missing.", FoundOtherwise),
        new("411", "The placement is said to lie in the council's own area, but does not.", Postcodes),
        new("420", "The council in whose area a short break lies is filled in.", FoundOtherwise),
        new("452", "The placement lies in the area of another council than in the return before.", Postcodes),
        new("453", "The distance from home is not that of the return before.", Postcodes),
        new("503G", "The distance from home of the first episode is not that of the open episode before.", Postcodes),
        new("503H", "The area of the first episode's placement is not that of the open episode before.", Postcodes),
        new("503J", "Whether the first episode's placement lies in the own area is not as in the open episode before.", Postcodes),
        new("1015", "The council itself provides the placement, but it lies outside its area.", Postcodes),
        new("219", "The placement is not the one that the register has under the number.", Register),
        new("221", "The postcode is not the one that the register has under the number.", Register),
        new("224", "The provider is not the one that the register has under the number.", Register),
        new("227", "The home was no longer registered when the episode began.", Register),
        new("228", "The home was no longer registered when the episode ended.", Register),
        new("229", "The provider is the council or another one, but the register has it otherwise.", Register),
        new("1008", "The number is not in the register.", Register),
        new("346", "A rule of the collection year 2019.", Unlisted),
        .. s_withdrawn.Select(number => new UncheckedRule(number, "Withdrawn.", Withdrawn)),
    ];
}
