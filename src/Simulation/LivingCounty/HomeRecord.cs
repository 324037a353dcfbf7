using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Simulation.LivingCounty;

/// <summary>A home as it is kept between two days: all of <see cref="Home"/> but where one engine happens to keep things. Days as in <see cref="ChildState"/>.</summary>
/// <param name="Index">Its index in the register, by which children and households know it.</param>
/// <param name="Id">Address.</param>
/// <param name="Kind">Kind of home.</param>
/// <param name="Status">Whether it takes children.</param>
/// <param name="Type">What a household is approved to do.</param>
/// <param name="Place">District of a household; area of a pool.</param>
/// <param name="Area">Area, 0 to 3 in Kent, 4 outside.</param>
/// <param name="Skill">Skill level of the carers, 0 to 3.</param>
/// <param name="AgeLow">Youngest age taken, completed years.</param>
/// <param name="AgeHigh">Oldest age taken, completed years.</param>
/// <param name="SiblingExemption">Whether a sibling group may exceed the approval by one.</param>
/// <param name="OtherLanguage">Whether the carers speak another language.</param>
/// <param name="East">Miles east of the origin, hundredths.</param>
/// <param name="North">Miles north of the origin, hundredths.</param>
/// <param name="Approved">Children it is approved for; of a pool, its places.</param>
/// <param name="Withheld">Beds the carers choose not to use at present.</param>
/// <param name="RunDown">Children beyond the places of a pool that was reduced.</param>
/// <param name="SinglePlacements">Children placed who must be the only one.</param>
/// <param name="Respite">Beds lent to children whose own carers are on leave.</param>
/// <param name="StayingPut">Beds kept by young people Staying Put.</param>
/// <param name="OpenedDay">The day the household was approved.</param>
/// <param name="Filled">Children placed.</param>
public readonly record struct HomeRecord(
    int Index,
    ulong Id,
    HomeKind Kind,
    HomeStatus Status,
    FosterType Type,
    byte Place,
    byte Area,
    byte Skill,
    byte AgeLow,
    byte AgeHigh,
    bool SiblingExemption,
    bool OtherLanguage,
    short East,
    short North,
    int Approved,
    byte Withheld,
    int RunDown,
    byte SinglePlacements,
    byte Respite,
    int StayingPut,
    int OpenedDay,
    int Filled)
{
    /// <summary>Whether it is a pool of homes rather than a household's.</summary>
    public bool IsPool => EntityId.Kind(Id) == EntityKind.HomePool;

    /// <summary>Places that a child could take today.</summary>
    public int Free => ToHome().Free;

    /// <summary>A home of a register.</summary>
    internal static HomeRecord Of(in Home home, int index) => new(
        index, home.Id, home.Kind, home.Status, home.Type, home.Place, home.Area, home.Skill, home.AgeLow, home.AgeHigh, home.SiblingExemption,
        home.OtherLanguage, home.East, home.North, home.Approved, home.Withheld, home.RunDown, home.SinglePlacements, home.Respite, home.StayingPut,
        home.OpenedDay, home.Filled);

    /// <summary>The home for a register, whose household lives in no slot yet.</summary>
    internal Home ToHome() => new()
    {
        Id = Id,
        Kind = Kind,
        Status = Status,
        Type = Type,
        Place = Place,
        Area = Area,
        Skill = Skill,
        AgeLow = AgeLow,
        AgeHigh = AgeHigh,
        SiblingExemption = SiblingExemption,
        OtherLanguage = OtherLanguage,
        East = East,
        North = North,
        Approved = Approved,
        Withheld = Withheld,
        RunDown = RunDown,
        SinglePlacements = SinglePlacements,
        Respite = Respite,
        StayingPut = StayingPut,
        OpenedDay = OpenedDay,
        Filled = Filled,
        Household = -1,
    };
}
