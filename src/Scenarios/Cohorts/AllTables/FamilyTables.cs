using KentSufficiency.Scenarios.Cohorts.Tables;

namespace KentSufficiency.Scenarios.Cohorts.AllTables;

/// <summary>Tables of families, their children and where they live.</summary>
internal static class FamilyTables
{
    /// <summary>Families.</summary>
    public static TableSchema Families { get; } = CohortTables.Of("families", "a family with a child in the cohort", ["family_id"], [],
    [
        Column.Text("family_id", "identifier").Always(),
        Column.Whole("county", "the simulated county, from 0: counties are alike and have nothing to do with one another").Always(),
        Column.Text("surname", "surname of all").Always(),
        Column.Whole("adults", "adults").Always(),
        Column.Whole("children", "children and young people of the family, those outside the cohort too").Always(),
    ]);

    /// <summary>Adults of families.</summary>
    public static TableSchema Adults { get; } = CohortTables.Of("family_adults", "an adult of a family; none of an unaccompanied child's",
        ["family_id", "number"], [new TableReference("family_id", "families", "family_id")],
    [
        Column.Text("family_id", "the family").Always(),
        Column.Whole("number", "number in the family, from 1").Always(),
        Column.Text("forename", "first name").Always(),
        Column.Text("surname", "surname").Always(),
    ]);

    /// <summary>Children.</summary>
    public static TableSchema Children { get; } = CohortTables.Of("children", "a child or young person of the cohort",
        ["child_id"], [new TableReference("family_id", "families", "family_id")],
    [
        Column.Text("child_id", "identifier; CHILD of the returns").Always(),
        Column.Text("family_id", "the family").Always(),
        Column.Text("upn", "unique pupil number, of a range never given out").Always(),
        Column.Text("forename", "first name").Always(),
        Column.Text("surname", "surname").Always(),
        Column.Text("sex", "female or male").Always(),
        Column.Day("birth_date", "date of birth").Always(),
        Column.Text("ethnicity", "ethnic origin, by the codes of the returns").Always(),
        Column.Text("language", "first language, by the restricted codes of the school census").Always(),
        Column.YesNo("unaccompanied", "whether an unaccompanied asylum-seeking child").Always(),
        Column.YesNo("disabled", "whether disabled; blank where care does not know the child"),
        Column.Text("district", "home district on the last day; of an unaccompanied child the one it was allocated to").Always(),
        Column.Day("in_kent_from", "the day of birth in Kent or of moving to it; blank for those who were there from the start, or came into care"),
        Column.Day("in_kent_until", "the day of moving away or of leaving the age of school; blank for those still there"),
        Column.YesNo("looked_after", "whether looked after by Kent at some time of the history").Always(),
        Column.YesNo("looked_after_on_last_day", "whether looked after at the end of the last day").Always(),
    ]);

    /// <summary>Homes of children.</summary>
    public static TableSchema Addresses { get; } = CohortTables.Of("addresses", "a home of a child with its family, from a move to the next; none of an unaccompanied child",
        ["child_id", "number"], [CohortTables.ToChild],
    [
        Column.Text("child_id", "the child").Always(),
        Column.Whole("number", "number in order of time, from 1").Always(),
        Column.Day("start_date", "the first day; blank where it was the home before anything is known"),
        Column.Day("end_date", "the day of the move, which belongs to the next home, or from which on the child is not known as a resident; blank while it lasts"),
        Column.Text("district", "district").Always(),
        Column.Text("planning_area", "planning area for primary schools; blank for a child who was ever looked after, whose family home stays as care knows it"),
        Column.Text("house", "house number, above those of any street").Always(),
        Column.Text("street", "street; it does not exist").Always(),
        Column.Text("post_town", "post town").Always(),
        Column.Text("postcode", "postcode; it does not exist").Always(),
    ]);
}
