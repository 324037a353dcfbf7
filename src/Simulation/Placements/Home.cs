using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;

namespace KentSufficiency.Simulation.Placements;

/// <summary>Whether a home takes children.</summary>
public enum HomeStatus : byte
{
    /// <summary>Takes children while a place is free.</summary>
    Open,

    /// <summary>On hold: a break agreed with the service.</summary>
    OnHold,

    /// <summary>Inactive: approved, and taking nobody.</summary>
    Inactive,

    /// <summary>Carers on leave.</summary>
    OnLeave,

    /// <summary>Leaving: takes nobody more.</summary>
    Leaving,

    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>
/// One foster household, or one pool of homes of a kind in an area, as the placement service sees it. A pool has an area and no
/// point; the point of a placement in it is drawn when a child is placed.
/// </summary>
public struct Home
{
    /// <summary>Address.</summary>
    public ulong Id;

    /// <summary>Kind of home.</summary>
    public HomeKind Kind;

    /// <summary>Whether it takes children.</summary>
    public HomeStatus Status;

    /// <summary>What a household is approved to do.</summary>
    public FosterType Type;

    /// <summary>District of a household; area of a pool.</summary>
    public byte Place;

    /// <summary>Area, 0 to 3 in Kent, 4 outside.</summary>
    public byte Area;

    /// <summary>Skill level of the carers, 0 to 3.</summary>
    public byte Skill;

    /// <summary>Youngest age taken, completed years.</summary>
    public byte AgeLow;

    /// <summary>Oldest age taken, completed years.</summary>
    public byte AgeHigh;

    /// <summary>Whether a sibling group may exceed the approval by one (an exemption from the usual fostering limit).</summary>
    public bool SiblingExemption;

    /// <summary>Whether the carers speak another language.</summary>
    public bool OtherLanguage;

    /// <summary>Miles east of the origin, hundredths.</summary>
    public short East;

    /// <summary>Miles north of the origin, hundredths.</summary>
    public short North;

    /// <summary>Children it is approved for; of a pool, its places.</summary>
    public int Approved;

    /// <summary>Beds the carers choose not to use at present.</summary>
    public byte Withheld;

    /// <summary>Children beyond the places of a pool that was reduced; they stay until they leave.</summary>
    public int RunDown;

    /// <summary>Children placed who must be the only one.</summary>
    public byte SinglePlacements;

    /// <summary>Beds lent to children whose own carers are on leave.</summary>
    public byte Respite;

    /// <summary>Beds kept by young people Staying Put.</summary>
    public int StayingPut;

    /// <summary>The day the household was approved.</summary>
    public int OpenedDay;

    /// <summary>Children placed.</summary>
    public int Filled;

    /// <summary>Where the engine keeps the household, or -1 for a pool.</summary>
    public int Household;

    /// <summary>Position among the homes with a free place, or -1.</summary>
    public int VacantPosition;

    /// <summary>Whether this is a household rather than a pool.</summary>
    public readonly bool IsHousehold => Kind is HomeKind.InHouseFoster or HomeKind.ConnectedPerson;

    /// <summary>Places that a child could take today.</summary>
    public readonly int Free => Status != HomeStatus.Open || (SinglePlacements > 0 && IsHousehold)
        ? 0
        : Math.Max(0, Approved - Withheld - Filled - Respite - StayingPut);
}
