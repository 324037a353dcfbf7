using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Scenarios.Cohorts.History;

/// <summary>Counts Kent's own fostering year by year, each to 31 March.</summary>
internal sealed class FosteringYears
{
    private const int March = 3;
    private const int LastOfMarch = 31;

    private readonly int[] _happened = new int[Enum.GetValues<EventKind>().Length];
    private int _connectedApproved;
    private int _deregistered;
    private int _resigned;
    private DateOnly? _first;

    /// <summary>The years so far, in order of time.</summary>
    public List<FosteringYear> All { get; } = [];

    /// <summary>Something happened to a household.</summary>
    public void Happened(in LoggedEvent happened)
    {
        if (EntityId.Kind(happened.Entity) == EntityKind.ConnectedHousehold)
        {
            _connectedApproved += happened.Kind == EventKind.Approved ? 1 : 0;
            return;
        }

        _happened[(int)happened.Kind]++;
        if (happened.Kind == EventKind.HouseholdLeft)
        {
            _ = happened.Code == "de-registered" ? _deregistered++ : _resigned++;
        }
    }

    /// <summary>A day is over.</summary>
    public void EndDay(in CountyGlimpse county)
    {
        DateOnly date = county.Parameters.Start.AddDays(county.Day);
        _first ??= date;
        if (date is not { Month: March, Day: LastOfMarch })
        {
            return;
        }

        var year = new FosteringYear(date, _first <= date.AddYears(-1).AddDays(1))
        {
            Enquiries = _happened[(int)EventKind.Enquired],
            Applications = _happened[(int)EventKind.Applied],
            Withdrawn = _happened[(int)EventKind.Withdrew],
            Approved = _happened[(int)EventKind.Approved],
            ConnectedApproved = _connectedApproved,
            Resigned = _resigned,
            Deregistered = _deregistered,
        };
        for (int slot = 0; slot < county.Households.Count; slot++)
        {
            Count(year, ref county.Households[slot], county);
        }

        All.Add(year);
        Array.Clear(_happened);
        (_connectedApproved, _deregistered, _resigned) = (0, 0, 0);
    }

    private static void Count(FosteringYear year, ref HouseholdState state, in CountyGlimpse county)
    {
        year.InProgress += !state.IsConnected && state.Phase is HouseholdPhase.InAssessment or HouseholdPhase.WaitingForPanel ? 1 : 0;
        if (!state.CountsAsHousehold || state.Home == ChildState.NoHome)
        {
            return;
        }

        if (state.IsConnected)
        {
            year.Connected++;
            return;
        }

        Home home = county.Homes[state.Home];
        (int filled, int vacant, int unavailable) = HouseholdCollector.PlacesOf(home);
        year.Households++;
        year.BySize[Math.Clamp(home.Approved, 1, FosteringYear.Sizes) - 1]++;
        year.ByType[(int)state.Type]++;
        year.Filled += filled;
        year.Vacant += vacant;
        year.Unavailable += unavailable;
        year.AboveApproval += Math.Max(0, filled - home.Approved);
    }
}
