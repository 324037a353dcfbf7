using static KentSufficiency.Scenarios.Ssda903.ReturnFiles;

namespace KentSufficiency.Scenarios.Ssda903.Rules;

/// <summary>What is told of a care leaver: contact, activity and accommodation.</summary>
internal static class CareLeaverRules
{
    private const int AgeOfStaying = 17;
    private const string Nothing = "0";

    public static IReadOnlyList<ReturnRule> All { get; } =
    [
        Rule.Rows("131", "Whether the council is in touch is no code.", Oc3, (row, filed) => !filed.Knows(row, "IN_TOUCH")),
        Rule.Rows("132", "The activity is no code.", Oc3, (row, filed) => !filed.Knows(row, "ACTIV")),
        Rule.Rows("133", "The accommodation is no code.", Oc3, (row, filed) => !filed.Knows(row, "ACCOM")),
        Rule.Rows("153", "Of contact, activity and accommodation, some are filled in and others blank.", Oc3, row =>
            Care.HasLeaverItem(row) && !(row.Has("IN_TOUCH") && row.Has("ACTIV") && row.Has("ACCOM"))),
        Rule.Rows("344", "The young person died or returned home, but an activity or an accommodation other than 0 is filled in.", Oc3, row =>
            row["IN_TOUCH"] is "DIED" or "RHOM" && (row["ACTIV"] is not ("" or Nothing) || row["ACCOM"] is not ("" or Nothing))),
        Rule.Rows("345", "The council is in touch, but the activity or the accommodation is 0.", Oc3, row =>
            row["IN_TOUCH"] == "YES" && (row["ACTIV"] == Nothing || row["ACCOM"] == Nothing)),
        Rule.Rows("3001", "A young person who turned 17 in the year lives with former foster carers.", Oc3, (row, filed) =>
            row["ACCOM"] is "Z1" or "Z2" && filed.Contains(filed.BirthOf(row.Child)?.AddYears(AgeOfStaying))).With(Header),
    ];
}
