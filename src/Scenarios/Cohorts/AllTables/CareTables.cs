using KentSufficiency.Scenarios.Cohorts.Tables;

namespace KentSufficiency.Scenarios.Cohorts.AllTables;

/// <summary>Tables of life in care and after it.</summary>
internal static class CareTables
{
    /// <summary>Episodes of care.</summary>
    public static TableSchema Episodes { get; } = CohortTables.Of(
        "care_episodes",
        "a stretch of days with one legal status and one placement of one kind of home, of all that is known of a child, also before the history; finer than an episode of a return, which "
        + "joins kinds of home with the same code",
        ["child_id", "number"], [CohortTables.ToChild, new TableReference("household_id", "foster_households", "household_id")],
    [
        Column.Text("child_id", "the child").Always(),
        Column.Whole("number", "number in order of time, from 1").Always(),
        Column.Day("care_began", "the day the child came into care in this period of care").Always(),
        Column.Day("start_date", "the first day; for a child in care when the county begins, that of the placement it then had").Always(),
        Column.Day("end_date", "the day on which it ended, which belongs to the next; blank while it lasts"),
        Column.Text("legal_status", "LS").Always(),
        Column.Text("need", "CIN, as it was when care began").Always(),
        Column.Text("placement", "PLACE, by the codes of the first day").Always(),
        Column.Text("provider", "PLACE_PROVIDER").Always(),
        Column.Text("home", "kind of home, in words; the model tells apart more than PLACE does").Always(),
        Column.Text("household_id", "Kent's own fostering household; blank for other homes, and for a connected person who was never approved"),
        Column.Text("place", "where the home lies: a district, or a place outside Kent").Always(),
        Column.Whole("placement_number", "number of the placement in this period of care: the same number means the same carers").Always(),
        Column.Day("placement_began", "the day the placement began, perhaps as another kind of home").Always(),
        Column.Text("end_reason", "REC; X1 where another follows at once; blank while it lasts"),
        Column.Text("move_reason", "REASON_PLACE_CHANGE where another placement follows at once"),
    ]);

    /// <summary>Care leavers.</summary>
    public static TableSchema Leavers { get; } = CohortTables.Of("care_leavers", "a young person whom the care leavers' service knows or knew",
        ["child_id"], [CohortTables.ToChild],
    [
        Column.Text("child_id", "the young person").Always(),
        Column.Day("start_date", "the first day").Always(),
        Column.Day("end_date", "the day the service ended; blank while it lasts"),
        Column.YesNo("stayed_put", "whether the young person stayed on where care ended; in supported lodgings that is known only once it is over").Always(),
        Column.Day("staying_put_until", "the day that ended; blank while it lasts, and for those who did not"),
    ]);
}
