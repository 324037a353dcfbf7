namespace KentSufficiency.Simulation.County;

/// <summary>What kind of thing an address names. The kind is part of the address, so that no two populations share a number.</summary>
public enum EntityKind : byte
{
    /// <summary>A child first known by a referral to social work.</summary>
    ReferredChild = 1,

    /// <summary>A child first known by a notification to an Early Help unit.</summary>
    EarlyHelpChild = 2,

    /// <summary>An unaccompanied asylum-seeking child, who arrives.</summary>
    UnaccompaniedChild = 3,

    /// <summary>A child looked after by another authority and placed, or to be placed, in Kent.</summary>
    OtherAuthorityChild = 4,

    /// <summary>A child or young person of the initial stock.</summary>
    StockChild = 5,

    /// <summary>A household that enquires about fostering.</summary>
    EnquiringHousehold = 10,

    /// <summary>A foster household of the initial stock.</summary>
    StockHousehold = 11,

    /// <summary>A connected person's household, created for one child.</summary>
    ConnectedHousehold = 12,

    /// <summary>A finite pool of homes of one provider type in one area.</summary>
    HomePool = 13,

    /// <summary>One of the 12 districts.</summary>
    District = 20,

    /// <summary>A child who lives in Kent on the start of the run; ordinal within the district.</summary>
    StockResident = 30,

    /// <summary>A child born in Kent.</summary>
    BornResident = 31,

    /// <summary>A child who moves in from London.</summary>
    LondonMigrant = 32,

    /// <summary>A child who moves in from elsewhere in the country.</summary>
    HomeMigrant = 33,

    /// <summary>A child who moves in from abroad.</summary>
    ForeignMigrant = 34,

    /// <summary>A child of a refugee family that is resettled.</summary>
    RefugeeChild = 35,

    /// <summary>A child of a new dwelling outside the named sites.</summary>
    DwellingChild = 36,

    /// <summary>A child of a new dwelling of a named site; the district's byte holds the number of the site.</summary>
    SiteChild = 37,

    /// <summary>A school; ordinal its index.</summary>
    School = 40,

    /// <summary>An expansion, opening or closure of a school; ordinal its number.</summary>
    Scheme = 41,

    /// <summary>A young person of 16 or over with a plan on the start of the run who is on the roll of no school.</summary>
    StockPlan = 42,
}

/// <summary>
/// The 64-bit address of an entity: kind 8 bits, district 8, day 24 (offset by 2^22), ordinal 20, member of a sibling group 4.
/// An arrival's address says when and where it came, not how many came before it elsewhere: one more child renames nobody.
/// </summary>
public static class EntityId
{
    /// <summary>Added to a day where it is part of an address, so that the days of a lead-in address something too.</summary>
    public const int DayOffset = 1 << 22;

    private const ulong MemberMask = 0xF;

    /// <summary>Composes an address.</summary>
    /// <param name="kind">The population.</param>
    /// <param name="district">The district's index, 0 to 255.</param>
    /// <param name="day">The day of arrival, counted from the start of the run; -4,194,304 to 12,582,911.</param>
    /// <param name="ordinal">The number among those of the same kind, district and day; below 2^20.</param>
    public static ulong Of(EntityKind kind, int district, int day, int ordinal) =>
        ((ulong)kind << 56) | ((ulong)(byte)district << 48) | ((ulong)(uint)(day + DayOffset) << 24) | ((ulong)(uint)ordinal << 4);

    /// <summary>The address of a member of the sibling group that <paramref name="lead"/> leads.</summary>
    /// <param name="lead">The lead child's address.</param>
    /// <param name="member">1 to 15; 0 is the lead.</param>
    public static ulong Sibling(ulong lead, int member) => (lead & ~MemberMask) | ((ulong)member & MemberMask);

    /// <summary>The address of the lead of an entity's sibling group; its own where it leads or has no siblings.</summary>
    public static ulong Lead(ulong id) => id & ~MemberMask;

    /// <summary>The district in an arrival's address.</summary>
    public static int District(ulong id) => (int)(byte)(id >> 48);

    /// <summary>The day in an arrival's address.</summary>
    public static int Day(ulong id) => (int)(uint)((id >> 24) & 0xFF_FFFF) - DayOffset;

    /// <summary>The kind that an address names.</summary>
    public static EntityKind Kind(ulong id) => (EntityKind)(id >> 56);
}
