using System.Runtime.InteropServices;

namespace KentSufficiency.Simulation.Fostering;

/// <summary>Where a fostering household stands.</summary>
public enum HouseholdPhase : byte
{
    /// <summary>No household.</summary>
    None,

    /// <summary>Has enquired.</summary>
    Enquiry,

    /// <summary>Has applied and is being assessed.</summary>
    InAssessment,

    /// <summary>Assessed; waits for a slot at panel.</summary>
    WaitingForPanel,

    /// <summary>Approved and taking children.</summary>
    Active,

    /// <summary>Approved, on a break agreed with the service.</summary>
    OnHold,

    /// <summary>Approved, taking nobody.</summary>
    Inactive,

    /// <summary>Connected person: approved for the time being while assessed.</summary>
    Temporary,

    /// <summary>Gave notice: takes nobody more.</summary>
    Leaving,

    /// <summary>Resigned.</summary>
    Resigned,

    /// <summary>De-registered by the service.</summary>
    Deregistered,

    /// <summary>Withdrew before approval.</summary>
    Withdrawn,
}

/// <summary>What a household is approved to do.</summary>
public enum FosterType : byte
{
    /// <summary>Short or medium term.</summary>
    ShortTerm,

    /// <summary>Long-term (permanent) placements by preference.</summary>
    LongTerm,

    /// <summary>Emergencies only.</summary>
    Emergency,

    /// <summary>A parent with a baby.</summary>
    ParentAndChild,

    /// <summary>Short breaks: no placement, but a bed while other carers are on leave.</summary>
    ShortBreak,

    /// <summary>Disabled children by preference.</summary>
    DisabledChildren,

    /// <summary>A hub family: fosters, and supports the carers around it.</summary>
    Hub,

    /// <summary>A connected person, for one child.</summary>
    ConnectedPerson,
}

/// <summary>All that the model knows of one fostering household; days as in <see cref="County.ChildState"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct HouseholdState
{
    /// <summary>Address.</summary>
    public ulong Id;

    /// <summary>The day of the next event.</summary>
    public int NextDay;

    /// <summary>The day the present phase began.</summary>
    public int PhaseDay;

    /// <summary>The day the present step of the funnel, hold or notice ends.</summary>
    public int PhaseEndDay;

    /// <summary>The day of approval.</summary>
    public int ApprovedDay;

    /// <summary>The day the household will leave, as drawn.</summary>
    public int ExitDay;

    /// <summary>The next annual review, with which a new year of leave and breaks is drawn.</summary>
    public int ReviewDay;

    /// <summary>The day this year's leave starts.</summary>
    public int LeaveDay;

    /// <summary>The day the present leave ends.</summary>
    public int LeaveEndDay;

    /// <summary>The day this year's break or spell of inactivity starts.</summary>
    public int BreakDay;

    /// <summary>Index in the placement service's register, or -1.</summary>
    public int Home;

    /// <summary>Miles east of the origin, hundredths.</summary>
    public short East;

    /// <summary>Miles north of the origin, hundredths.</summary>
    public short North;

    /// <summary>Years drawn so far.</summary>
    public ushort Years;

    /// <summary>Where the household stands.</summary>
    public HouseholdPhase Phase;

    /// <summary>What it is approved to do.</summary>
    public FosterType Type;

    /// <summary>District, 0 to 11.</summary>
    public byte District;

    /// <summary>Children it is approved for.</summary>
    public byte Approved;

    /// <summary>Beds the carers choose not to use this year.</summary>
    public byte Withheld;

    /// <summary>Youngest age taken.</summary>
    public byte AgeLow;

    /// <summary>Oldest age taken.</summary>
    public byte AgeHigh;

    /// <summary>Skill level, 0 to 3.</summary>
    public byte Skill;

    /// <summary>Whether this year's break is a spell of inactivity.</summary>
    public bool BreakIsInactivity;

    /// <summary>Whether the exemption from the usual fostering limit may be had for siblings.</summary>
    public bool SiblingExemption;

    /// <summary>Whether the carers speak another language.</summary>
    public bool OtherLanguage;

    /// <summary>Whether the application will be withdrawn before panel, as drawn when it was made.</summary>
    public bool Withdraws;

    /// <summary>Whether the household was approved by panel.</summary>
    public bool IsApproved;

    /// <summary>Whether this is a connected person.</summary>
    public readonly bool IsConnected => County.EntityId.Kind(Id) == County.EntityKind.ConnectedHousehold;

    /// <summary>Whether this is an approved mainstream household that has not left.</summary>
    public readonly bool CountsAsHousehold => IsApproved && Phase is >= HouseholdPhase.Active and <= HouseholdPhase.Leaving;
}
