using System.Globalization;
using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;

namespace KentSufficiency.Scenarios.Cohorts.AllTables;

/// <summary>Kent's own fostering: households, what happened to them, and the years.</summary>
internal sealed class HouseholdRows(CountyHistory county, PersonalDetail detail)
{

    /// <summary>Households so far.</summary>
    public TableRows Households { get; } = new(FosteringTables.Households);

    /// <summary>Events so far.</summary>
    public TableRows Events { get; } = new(FosteringTables.Events);

    /// <summary>Years so far.</summary>
    public TableRows Fostering { get; } = new(FosteringTables.Fostering);

    /// <summary>The identifier of a household: its county and its address in it.</summary>
    public static string IdOf(CountyHistory county, ulong household) => string.Create(CultureInfo.InvariantCulture, $"H{county.Key.Replication}-{household:x16}");

    /// <summary>Writes all households, and the years that end from a date on.</summary>
    public void Write(DateOnly from)
    {
        foreach (HouseholdHistory household in county.Households)
        {
            string id = IdOf(county, household.State.Id);
            Write(id, household);
            for (int i = 0; i < household.Events.Count; i++)
            {
                HouseholdEvent happened = household.Events[i];
                Events.Text(id).Whole(i + 1).Date(county.DateOf(happened.Day)).Text(EventNames.Of(happened.Kind)).Text(happened.Code).EndRow();
            }
        }

        foreach (FosteringYear year in county.Fostering.Where(year => year.End >= from))
        {
            Write(year);
        }
    }

    private void Write(string id, HouseholdHistory household)
    {
        HouseholdState state = household.State;
        bool left = state.Phase is HouseholdPhase.Resigned or HouseholdPhase.Deregistered;
        bool knowsApproval = !state.IsConnected || household.Events.Any(happened => happened.Kind == EventKind.Approved);
        Households.Text(id).Whole(county.Key.Replication).Text(detail.FullName(county.DrawsOf(state.Id))).Text(county.Map[state.District].Name);
        Households.YesNo(state.IsConnected).Text(FieldNames<FosterType>.Of(state.Type)).Whole(state.Approved).Whole(state.AgeLow).Whole(state.AgeHigh);
        Households.Date(knowsApproval ? county.DateOf(state.ApprovedDay) : null).Text(FieldNames<HouseholdPhase>.Of(state.Phase));
        if (left)
        {
            string why = state.Phase == HouseholdPhase.Deregistered ? "de-registered" : state.IsConnected ? "child-left" : "resigned";
            Households.Date(county.DateOf(state.PhaseDay)).Text(why).Blank().Blank().Blank().EndRow();
        }
        else
        {
            Households.Blank().Blank().Whole(household.Filled).Whole(household.Vacant).Whole(household.Unavailable).EndRow();
        }
    }

    private void Write(FosteringYear year)
    {
        Fostering.Whole(county.Key.Replication).Whole(year.End.Year).Whole(year.Households);
        foreach (int households in year.BySize)
        {
            Fostering.Whole(households);
        }

        foreach (FosterType type in FosteringTables.Types)
        {
            Fostering.Whole(year.ByType[(int)type]);
        }

        Fostering.Whole(year.Places).Whole(year.Filled).Whole(year.Vacant).Whole(year.Unavailable).Whole(year.AboveApproval);
        Fostering.Whole(year.Connected).Whole(year.InProgress);
        foreach (int flow in (ReadOnlySpan<int>)[year.Enquiries, year.Applications, year.Withdrawn, year.Approved, year.ConnectedApproved, year.Resigned, year.Deregistered])
        {
            _ = year.IsWhole ? Fostering.Whole(flow) : Fostering.Blank();
        }

        Fostering.EndRow();
    }
}
