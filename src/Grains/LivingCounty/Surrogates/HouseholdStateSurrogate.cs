using KentSufficiency.Simulation.Fostering;

namespace KentSufficiency.Grains.LivingCounty.Surrogates;

/// <summary>A fostering household on its way between silos.</summary>
[GenerateSerializer]
[Alias("kent.HouseholdState")]
internal struct HouseholdStateSurrogate
{
    [Id(0)]
    public ulong Id;

    [Id(1)]
    public int NextDay;

    [Id(2)]
    public int PhaseDay;

    [Id(3)]
    public int PhaseEndDay;

    [Id(4)]
    public int ApprovedDay;

    [Id(5)]
    public int ExitDay;

    [Id(6)]
    public int ReviewDay;

    [Id(7)]
    public int LeaveDay;

    [Id(8)]
    public int LeaveEndDay;

    [Id(9)]
    public int BreakDay;

    [Id(10)]
    public int Home;

    [Id(11)]
    public short East;

    [Id(12)]
    public short North;

    [Id(13)]
    public ushort Years;

    [Id(14)]
    public byte Phase;

    [Id(15)]
    public byte Type;

    [Id(16)]
    public byte District;

    [Id(17)]
    public byte Approved;

    [Id(18)]
    public byte Withheld;

    [Id(19)]
    public byte AgeLow;

    [Id(20)]
    public byte AgeHigh;

    [Id(21)]
    public byte Skill;

    [Id(22)]
    public bool BreakIsInactivity;

    [Id(23)]
    public bool SiblingExemption;

    [Id(24)]
    public bool OtherLanguage;

    [Id(25)]
    public bool Withdraws;

    [Id(26)]
    public bool IsApproved;
}

/// <summary>Turns a fostering household into what travels, and back.</summary>
[RegisterConverter]
internal sealed class HouseholdStateConverter : IConverter<HouseholdState, HouseholdStateSurrogate>
{
    /// <inheritdoc/>
    public HouseholdState ConvertFromSurrogate(in HouseholdStateSurrogate surrogate) => new()
    {
        Id = surrogate.Id,
        NextDay = surrogate.NextDay,
        PhaseDay = surrogate.PhaseDay,
        PhaseEndDay = surrogate.PhaseEndDay,
        ApprovedDay = surrogate.ApprovedDay,
        ExitDay = surrogate.ExitDay,
        ReviewDay = surrogate.ReviewDay,
        LeaveDay = surrogate.LeaveDay,
        LeaveEndDay = surrogate.LeaveEndDay,
        BreakDay = surrogate.BreakDay,
        Home = surrogate.Home,
        East = surrogate.East,
        North = surrogate.North,
        Years = surrogate.Years,
        Phase = (HouseholdPhase)surrogate.Phase,
        Type = (FosterType)surrogate.Type,
        District = surrogate.District,
        Approved = surrogate.Approved,
        Withheld = surrogate.Withheld,
        AgeLow = surrogate.AgeLow,
        AgeHigh = surrogate.AgeHigh,
        Skill = surrogate.Skill,
        BreakIsInactivity = surrogate.BreakIsInactivity,
        SiblingExemption = surrogate.SiblingExemption,
        OtherLanguage = surrogate.OtherLanguage,
        Withdraws = surrogate.Withdraws,
        IsApproved = surrogate.IsApproved,
    };

    /// <inheritdoc/>
    public HouseholdStateSurrogate ConvertToSurrogate(in HouseholdState value) => new()
    {
        Id = value.Id,
        NextDay = value.NextDay,
        PhaseDay = value.PhaseDay,
        PhaseEndDay = value.PhaseEndDay,
        ApprovedDay = value.ApprovedDay,
        ExitDay = value.ExitDay,
        ReviewDay = value.ReviewDay,
        LeaveDay = value.LeaveDay,
        LeaveEndDay = value.LeaveEndDay,
        BreakDay = value.BreakDay,
        Home = value.Home,
        East = value.East,
        North = value.North,
        Years = value.Years,
        Phase = (byte)value.Phase,
        Type = (byte)value.Type,
        District = value.District,
        Approved = value.Approved,
        Withheld = value.Withheld,
        AgeLow = value.AgeLow,
        AgeHigh = value.AgeHigh,
        Skill = value.Skill,
        BreakIsInactivity = value.BreakIsInactivity,
        SiblingExemption = value.SiblingExemption,
        OtherLanguage = value.OtherLanguage,
        Withdraws = value.Withdraws,
        IsApproved = value.IsApproved,
    };
}
