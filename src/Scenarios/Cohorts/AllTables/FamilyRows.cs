using KentSufficiency.Scenarios.Cohorts.History;
using KentSufficiency.Scenarios.Cohorts.Tables;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Scenarios.Cohorts.AllTables;

/// <summary>Families, their adults, children and homes.</summary>
/// <param name="county">The replication.</param>
/// <param name="homes">Where families live.</param>
/// <param name="from">The first day of the history.</param>
internal sealed class FamilyRows(CountyHistory county, HomeAddresses homes, int from)
{
    private CohortFamily? _last;

    /// <summary>Families so far.</summary>
    public TableRows Families { get; } = new(FamilyTables.Families);

    /// <summary>Adults so far.</summary>
    public TableRows Adults { get; } = new(FamilyTables.Adults);

    /// <summary>Children so far.</summary>
    public TableRows Children { get; } = new(FamilyTables.Children);

    /// <summary>Homes so far.</summary>
    public TableRows Addresses { get; } = new(FamilyTables.Addresses);

    /// <summary>Writes a child, and with the first of a family its family: a family's children come one after the other.</summary>
    public void Write(CohortChild child)
    {
        if (!ReferenceEquals(_last, child.Family))
        {
            WriteFamily(child.Family);
            _last = child.Family;
        }

        CareHistory? care = child.Care;
        Children.Text(child.Id).Text(child.Family.Id).Text(child.Upn).Text(child.Forename).Text(child.Family.Surname);
        Children.Text(child.Female ? "female" : "male").Date(child.Born).Text(child.Ethnicity).Text(child.Language).YesNo(child.IsUnaccompanied);
        _ = care is null ? Children.Blank() : Children.YesNo(care.Disabled);
        Children.Text(county.Map[child.District].Name);
        PupilHistory? resident = child.Pupil is { Homes.Count: > 0 } pupil ? pupil : null;
        Children.Date(resident is null or { LivesFrom: <= 0 } ? null : county.DateOf(resident.LivesFrom));
        Children.Date(resident is null or { LivesUntil: ChildState.Never } ? null : county.DateOf(resident.LivesUntil));
        Children.YesNo(care?.IsLookedAfterIn(from, county.LastDay) == true).YesNo(care?.IsLookedAfterOn(county.LastDay) == true).EndRow();
        WriteHomes(child);
    }

    private void WriteFamily(CohortFamily family)
    {
        Families.Text(family.Id).Whole(county.Key.Replication).Text(family.Surname).Whole(family.Adults.Count).Whole(family.Size).EndRow();
        for (int i = 0; i < family.Adults.Count; i++)
        {
            Adults.Text(family.Id).Whole(i + 1).Text(family.Adults[i]).Text(family.Surname).EndRow();
        }
    }

    private void WriteHomes(CohortChild child)
    {
        int number = 0;
        foreach (HomeSpell home in homes.Of(child))
        {
            Addresses.Text(child.Id).Whole(++number).Date(home.From).Date(home.Until).Text(county.Map[home.District].Name);
            Addresses.Text(home.Area < 0 ? null : county.Estate.Areas[home.Area].Name);
            Addresses.Text(home.Address.House).Text(home.Address.Street).Text(home.Address.Town).Text(home.Address.Postcode).EndRow();
        }
    }
}
