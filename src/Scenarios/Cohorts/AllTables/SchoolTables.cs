using KentSufficiency.Scenarios.Cohorts.Tables;

namespace KentSufficiency.Scenarios.Cohorts.AllTables;

/// <summary>Tables of schools and life at school.</summary>
internal static class SchoolTables
{
    /// <summary>Schools.</summary>
    public static TableSchema Schools { get; } = CohortTables.Of("schools", "a state school of Kent, the same in all counties", ["school_id"], [],
    [
        Column.Text("school_id", "LAEstab of the school census: 886 and an establishment number never given to a school").Always(),
        Column.Text("urn", "unique reference number, of a range never given to a school").Always(),
        Column.Text("name", "name").Always(),
        Column.YesNo("synthetic", "whether it stands in for schools that no source names").Always(),
        Column.Text("kind", "infant, junior, primary, secondary, all-age or special").Always(),
        Column.Whole("lowest_year", "first year group; 0 is Reception").Always(),
        Column.Whole("highest_year", "last year group").Always(),
        Column.Text("district", "district").Always(),
        Column.Text("planning_area", "planning area for primary schools in which it lies").Always(),
        Column.Text("authority", "who sets its admission arrangements: council, governing-body or academy").Always(),
        Column.YesNo("selective", "whether a grammar school").Always(),
        Column.YesNo("faith", "whether faith is among its criteria").Always(),
        Column.YesNo("sixth_form", "whether it has Years 12 and 13").Always(),
        Column.Whole("admission_number", "published admission number when the county begins; 0 for a special school").Always(),
        Column.Whole("resource_places", "places of its specialist resource provision when the county begins").Always(),
        Column.Whole("special_places", "commissioned places of a special school when the county begins; 0 for others").Always(),
        Column.Day("opens", "the day it is planned to open; blank for a school that was there"),
        Column.Text("street", "street; it does not exist").Always(),
        Column.Text("post_town", "post town").Always(),
        Column.Text("postcode", "postcode; it does not exist").Always(),
    ]);

    /// <summary>Enrolments.</summary>
    public static TableSchema Enrolments { get; } = CohortTables.Of(
        "enrolments", "a stretch of days of a child on the roll of a state school of Kent, of all that is known of it, also before the history",
        ["child_id", "number"], [CohortTables.ToChild, new TableReference("school_id", "schools", "school_id")],
    [
        Column.Text("child_id", "the child").Always(),
        Column.Whole("number", "number in order of time, from 1").Always(),
        Column.Text("school_id", "the school").Always(),
        Column.Day("start_date", "the first day; of those there from the start, 1 September of the year in which their age group begins there").Always(),
        Column.Day("end_date", "the day of leaving; blank while it lasts"),
        Column.Text("how_came", "start (on roll when the county begins), round, in-year, plan, sixth-form or care").Always(),
        Column.Text("why_left", "moved-on, moved, plan, care and other reasons; blank while it lasts"),
    ]);

    /// <summary>Plans.</summary>
    public static TableSchema Plans { get; } = CohortTables.Of("plans", "an education, health and care plan of a child",
        ["child_id", "number"], [CohortTables.ToChild],
    [
        Column.Text("child_id", "the child").Always(),
        Column.Whole("number", "number in order of time, from 1").Always(),
        Column.Day("start_date", "the day of issue; blank for a plan that was there when the county begins or the child came"),
        Column.Day("end_date", "the day it ended; blank while it lasts"),
        Column.Text("setting", "the setting that it named first; of one that was there when the county begins, where the child was then; blank below school age and where the child came with it"),
        Column.Text("need", "autism, behaviour, speech or learning; blank where it is not known any more"),
    ]);
}
