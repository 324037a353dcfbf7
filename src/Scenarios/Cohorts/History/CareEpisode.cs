using KentSufficiency.Simulation.County;

namespace KentSufficiency.Scenarios.Cohorts.History;

/// <summary>
/// A stretch of days on which a looked-after child had one legal status and one placement of one kind, as a day ends; days count from the start of the run.
/// Where the history begins with a child already looked after, the first stretch goes back to the start of the present placement, under the legal status of that day.
/// </summary>
public sealed class CareEpisode
{
    /// <summary>The day the child came into care in this period of care.</summary>
    public required int CareBegan { get; init; }

    /// <summary>The first day.</summary>
    public required int From { get; init; }

    /// <summary>The day on which it ended, which belongs to the next; <see cref="ChildState.Never"/> while it lasts.</summary>
    public int Until { get; set; } = ChildState.Never;

    /// <summary>Legal status.</summary>
    public required LegalStatus Legal { get; init; }

    /// <summary>Category of need, as it was when care began.</summary>
    public required NeedCode Need { get; init; }

    /// <summary>Kind of home.</summary>
    public required HomeKind Kind { get; init; }

    /// <summary>Address of the household, or of the pool of homes; 0 where there is neither.</summary>
    public ulong Home { get; init; }

    /// <summary>Where the home lies: 0 to 11 a district, from 12 on a place outside Kent, both as the county's map numbers them.</summary>
    public required int Place { get; init; }

    /// <summary>The day the placement began; it may have changed its kind since, with the same carers.</summary>
    public required int PlacementFrom { get; init; }

    /// <summary>Number of the placement within the period of care, from 1.</summary>
    public required int Placement { get; init; }

    /// <summary>Why it ended: X1 where another follows at once, else the REC code; empty while it lasts.</summary>
    public string End { get; set; } = "";

    /// <summary>REASON_PLACE_CHANGE where the next is another placement.</summary>
    public string MoveReason { get; set; } = "";

    /// <summary>Whether it is the last of its period of care so far.</summary>
    public bool EndsCare => End.Length > 0 && End != ContinuesCode;

    /// <summary>The REC code of an episode that another follows at once.</summary>
    public const string ContinuesCode = "X1";
}
