using KentSufficiency.Simulation.CareSchools;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Residents;

namespace KentSufficiency.Simulation.County;

/// <summary>A county at the end of a day, to be looked at and not kept. Slots and indices hold good for this day only.</summary>
public readonly ref struct CountyGlimpse
{
    private readonly CountyState _state;

    internal CountyGlimpse(CountyParameters parameters, CountyState state, int day, ReadOnlySpan<ResidentState> residents)
    {
        Parameters = parameters;
        _state = state;
        Day = day;
        Residents = residents;
    }

    /// <summary>The day, counted from the start of the run; negative in the lead-in.</summary>
    public int Day { get; }

    /// <summary>What the replication started from.</summary>
    public CountyParameters Parameters { get; }

    /// <summary>Slots of the children looked after, in no particular order.</summary>
    public ReadOnlySpan<int> LookedAfter => _state.LookedAfter.Members;

    /// <summary>Every home, those closed included.</summary>
    public HomeRegister Homes => _state.Service.Register;

    /// <summary>Every fostering household from enquiry on, those gone included.</summary>
    public HouseholdTable Households => _state.Households;

    /// <summary>
    /// All who ever lived in Kent from the start on, as they stand <em>at the horizon</em>: the school years are lived through ahead of the days. Empty where
    /// the county has no schools.
    /// </summary>
    public ReadOnlySpan<ResidentState> Residents { get; }

    /// <summary>A child by slot.</summary>
    public ref readonly ChildState Child(int slot) => ref _state.Children[slot];

    /// <summary>The address of the resident who a looked-after child is, or 0.</summary>
    public ulong ResidentOf(int slot)
    {
        CareSchoolBook book = _state.CareSchools;
        if (!book.IsOn)
        {
            return 0;
        }

        int known = book[slot, _state.Children[slot].Id].Known;
        return known == KnownResidents.None ? 0 : book.Links.Known[known].Id;
    }

    /// <summary>
    /// The school of Kent to which care has brought a looked-after child, by index; -1 where the child goes where the resident goes who it is, -2 where it
    /// is on no roll of Kent because of care.
    /// </summary>
    public int SchoolByCare(int slot)
    {
        CareSchoolBook book = _state.CareSchools;
        return !book.IsOn ? -1 : book[slot, _state.Children[slot].Id].School switch
        {
            PupilInCare.Own => -1,
            PupilInCare.Elsewhere => -2,
            ushort school => school,
        };
    }
}
