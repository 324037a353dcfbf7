using KentSufficiency.Simulation.CareSchools;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.Money;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Time;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// Everything that a day changes and the next one needs: a county between two days. Scenarios that part on a day start from one copy.
/// </summary>
internal sealed class CountyState
{
    public CountyState(CountyParameters shape)
    {
        Service = new PlacementService(new HomeRegister(), Pools) { Pupils = CareSchools };
        Notes = new FlowNotes(shape.NoteDays);
        Ledger = new Ledger(shape);
    }

    /// <summary>Children looked after, care leavers, those of other authorities, and who was looked after before.</summary>
    public ChildTable Children { get; } = new();

    public HouseholdTable Households { get; } = new();

    public DayWheel ChildWheel { get; } = new(0, 12);

    public DayWheel HouseholdWheel { get; } = new(0, 12);

    public PoolIndex Pools { get; } = new();

    public PlacementService Service { get; }

    public Panel Panel { get; } = new();

    /// <summary>Who is at school where; begins with the first day and is not part of a copy.</summary>
    public CareSchoolBook CareSchools { get; } = new();

    public Respite Respite { get; } = new();

    public SlotSet LookedAfter { get; } = new();

    public Effects Effects { get; } = new();

    public FlowNotes Notes { get; }

    public Ledger Ledger { get; }

    /// <summary>An empty county before its first day.</summary>
    public void Reset(int firstDay, bool telling)
    {
        Children.Reset();
        Households.Reset();
        ChildWheel.Reset(firstDay + 1);
        HouseholdWheel.Reset(firstDay + 1);
        Service.Reset();
        Service.Register.Reset();
        Panel.Reset();
        Respite.Reset();
        LookedAfter.Reset();
        Effects.Reset(telling);
        Notes.Reset();
        Ledger.Reset(firstDay);
        CareSchools.Reset();
    }

    /// <summary>Becomes a copy of another county between two days.</summary>
    public void CopyFrom(CountyState other)
    {
        Children.CopyFrom(other.Children);
        Households.CopyFrom(other.Households);
        ChildWheel.CopyFrom(other.ChildWheel);
        HouseholdWheel.CopyFrom(other.HouseholdWheel);
        Pools.CopyFrom(other.Pools);
        Service.CopyFrom(other.Service);
        Panel.CopyFrom(other.Panel);
        Respite.CopyFrom(other.Respite);
        LookedAfter.CopyFrom(other.LookedAfter);
        Effects.CopyFrom(other.Effects);
        Notes.CopyFrom(other.Notes);
        Ledger.CopyFrom(other.Ledger);
        CareSchools.Reset();
    }
}
