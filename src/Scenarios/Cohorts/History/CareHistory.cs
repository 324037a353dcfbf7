using KentSufficiency.Simulation.County;

namespace KentSufficiency.Scenarios.Cohorts.History;

/// <summary>What is known of one child looked after by Kent: who it is, and its life in care. Days count from the start of the run.</summary>
public sealed class CareHistory
{
    /// <summary>Address of the child.</summary>
    public required ulong Child { get; init; }

    /// <summary>
    /// Place in the order in which children were first met by the care side of this replication: by day, then by address. It stays the same however far the run goes on.
    /// </summary>
    public required int Number { get; init; }

    /// <summary>Date of birth.</summary>
    public required int BirthDay { get; init; }

    /// <summary>Home district, 0 to 11.</summary>
    public required int District { get; init; }

    /// <summary>Whether female.</summary>
    public required bool Female { get; init; }

    /// <summary>Whether an unaccompanied asylum-seeking child.</summary>
    public required bool Unaccompanied { get; init; }

    /// <summary>Whether a disabled child.</summary>
    public required bool Disabled { get; init; }

    /// <summary>Episodes in order of time, of all periods of care.</summary>
    public List<CareEpisode> Episodes { get; } = [];

    /// <summary>The day the young person became a care leaver; <see cref="ChildState.Never"/> for others.</summary>
    public int LeaverFrom { get; set; } = ChildState.Never;

    /// <summary>The day the care leavers' service ended.</summary>
    public int LeaverUntil { get; set; } = ChildState.Never;

    /// <summary>The day a stay with the former carers ended.</summary>
    public int StayingPutUntil { get; set; } = ChildState.Never;

    /// <summary>Address of the resident who the child is, the latest where there were several; 0 for none.</summary>
    public ulong Resident { get; set; }

    /// <summary>Addresses of residents who the child was before.</summary>
    public List<ulong> FormerResidents { get; } = [];

    /// <summary>Of <see cref="Schooling"/>: the child goes where the resident goes who it is.</summary>
    public const int OwnSchool = -1;

    /// <summary>
    /// From which days on care has decided where the child is at school: <see cref="OwnSchool"/>, or the school's index, or -2 where care has taken it off the rolls of Kent.
    /// </summary>
    public List<(int Day, int School)> Schooling { get; } = [];

    /// <summary>Address of the lead of the sibling group.</summary>
    public ulong Lead => EntityId.Lead(Child);

    /// <summary>Whether looked after at the end of a day.</summary>
    public bool IsLookedAfterOn(int day) => Episodes.Exists(episode => episode.From <= day && episode.Until > day);

    /// <summary>Whether looked after on any day of a span, both ends included.</summary>
    public bool IsLookedAfterIn(int from, int last) => Episodes.Exists(episode => episode.From <= last && episode.Until > from);
}
