using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Simulation.Fostering;

namespace KentSufficiency.Scenarios.Cohorts.AllTables;

/// <summary>Tables of Kent's own fostering.</summary>
internal static class FosteringTables
{
    /// <summary>What a household of the service may be approved to do, connected persons left out.</summary>
    public static IReadOnlyList<FosterType> Types { get; } = [.. Enum.GetValues<FosterType>().Where(type => type != FosterType.ConnectedPerson)];

    /// <summary>Households.</summary>
    public static TableSchema Households { get; } = CohortTables.Of(
        "foster_households", "a fostering household of Kent that is or was approved, as it stands on the last day, whether or not children of the cohort lived there",
        ["household_id"], [],
    [
        Column.Text("household_id", "identifier").Always(),
        Column.Whole("county", "the simulated county").Always(),
        Column.Text("carer", "name of a carer").Always(),
        Column.Text("district", "district").Always(),
        Column.YesNo("connected", "whether a connected person, who fosters one child or its siblings").Always(),
        Column.Text("type", "what it is approved to do").Always(),
        Column.Whole("approved_places", "children it is approved for").Always(),
        Column.Whole("youngest", "youngest age taken").Always(),
        Column.Whole("oldest", "oldest age taken").Always(),
        Column.Day("approved_on", "the day of approval; blank for a connected person approved before the county begins"),
        Column.Text("phase", "where it stands on the last day").Always(),
        Column.Day("left_on", "the day it ceased to foster; blank for those who have not"),
        Column.Text("why_left", "resigned, de-registered, or child-left of a connected person; blank for those who have not"),
        Column.Whole("filled", "children placed on the last day; blank for those who have left"),
        Column.Whole("vacant", "places that a child could take on the last day"),
        Column.Whole("unavailable", "places that nobody could take on the last day: on hold, on leave, lent, leaving, withheld, kept by a young person Staying Put or by a single placement"),
    ]);

    /// <summary>What happened to households.</summary>
    public static TableSchema Events { get; } = CohortTables.Of("household_events", "something that happened to a fostering household, from its enquiry on, as far as the county goes back",
        ["household_id", "number"], [new TableReference("household_id", "foster_households", "household_id")],
    [
        Column.Text("household_id", "the household").Always(),
        Column.Whole("number", "number in order of time, from 1").Always(),
        Column.Day("event_date", "the day").Always(),
        Column.Text("event", "what happened").Always(),
        Column.Text("reason", "why it left"),
    ]);

    /// <summary>Fostering by year.</summary>
    public static TableSchema Fostering { get; } = CohortTables.Of(
        "fostering", "Kent's own fostering in a year to 31 March that ends in the history, as Ofsted's data set has it but not rounded; of the whole county, not of the cohort",
        ["county", "year"], [],
    [
        Column.Whole("county", "the simulated county").Always(),
        Column.Whole("year", "the year in which it ends").Always(),
        Column.Whole("households", "approved households on 31 March, connected persons left out").Always(),
        .. Enumerable.Range(1, FosteringYear.Sizes).Select(size => Column.Whole(
            $"households_of_{size}{(size == FosteringYear.Sizes ? "_or_more" : "")}", $"of these, approved for {size}{(size == FosteringYear.Sizes ? " or more" : "")}").Always()),
        .. Types.Select(type => Column.Whole($"households_{FieldNames<FosterType>.Of(type).Replace('-', '_')}", $"of these, approved for {FieldNames<FosterType>.Of(type)}").Always()),
        Column.Whole("places", "places on 31 March: filled, vacant and unavailable ones").Always(),
        Column.Whole("places_filled", "children placed on 31 March").Always(),
        Column.Whole("places_vacant", "places that a child could take on 31 March").Always(),
        Column.Whole("places_unavailable", "places that are neither").Always(),
        Column.Whole("placed_above_approval", "of the children placed, those above the number for which their carers are approved").Always(),
        Column.Whole("connected_persons", "approved connected persons on 31 March").Always(),
        Column.Whole("applications_in_progress", "applications not yet approved on 31 March").Always(),
        Column.Whole("enquiries", "enquiries in the year; like all that follow blank where the county was not lived through from 1 April on"),
        Column.Whole("applications", "applications in the year"),
        Column.Whole("withdrawn", "applications withdrawn in the year"),
        Column.Whole("approved", "households approved in the year"),
        Column.Whole("connected_persons_approved", "connected persons approved in the year"),
        Column.Whole("resigned", "households that resigned in the year"),
        Column.Whole("deregistered", "households de-registered by the service in the year"),
    ]);
}
