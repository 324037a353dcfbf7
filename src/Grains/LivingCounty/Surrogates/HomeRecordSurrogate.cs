using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.LivingCounty;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Grains.LivingCounty.Surrogates;

/// <summary>A home on its way between silos.</summary>
[GenerateSerializer]
[Alias("kent.HomeRecord")]
internal struct HomeRecordSurrogate
{
    [Id(0)]
    public int Index;

    [Id(1)]
    public ulong Id;

    [Id(2)]
    public byte Kind;

    [Id(3)]
    public byte Status;

    [Id(4)]
    public byte Type;

    [Id(5)]
    public byte Place;

    [Id(6)]
    public byte Area;

    [Id(7)]
    public byte Skill;

    [Id(8)]
    public byte AgeLow;

    [Id(9)]
    public byte AgeHigh;

    [Id(10)]
    public bool SiblingExemption;

    [Id(11)]
    public bool OtherLanguage;

    [Id(12)]
    public short East;

    [Id(13)]
    public short North;

    [Id(14)]
    public int Approved;

    [Id(15)]
    public byte Withheld;

    [Id(16)]
    public int RunDown;

    [Id(17)]
    public byte SinglePlacements;

    [Id(18)]
    public byte Respite;

    [Id(19)]
    public int StayingPut;

    [Id(20)]
    public int OpenedDay;

    [Id(21)]
    public int Filled;
}

/// <summary>Turns a home into what travels, and back.</summary>
[RegisterConverter]
internal sealed class HomeRecordConverter : IConverter<HomeRecord, HomeRecordSurrogate>
{
    /// <inheritdoc/>
    public HomeRecord ConvertFromSurrogate(in HomeRecordSurrogate surrogate) => new(
        surrogate.Index,
        surrogate.Id,
        (HomeKind)surrogate.Kind,
        (HomeStatus)surrogate.Status,
        (FosterType)surrogate.Type,
        surrogate.Place,
        surrogate.Area,
        surrogate.Skill,
        surrogate.AgeLow,
        surrogate.AgeHigh,
        surrogate.SiblingExemption,
        surrogate.OtherLanguage,
        surrogate.East,
        surrogate.North,
        surrogate.Approved,
        surrogate.Withheld,
        surrogate.RunDown,
        surrogate.SinglePlacements,
        surrogate.Respite,
        surrogate.StayingPut,
        surrogate.OpenedDay,
        surrogate.Filled);

    /// <inheritdoc/>
    public HomeRecordSurrogate ConvertToSurrogate(in HomeRecord value) => new()
    {
        Index = value.Index,
        Id = value.Id,
        Kind = (byte)value.Kind,
        Status = (byte)value.Status,
        Type = (byte)value.Type,
        Place = value.Place,
        Area = value.Area,
        Skill = value.Skill,
        AgeLow = value.AgeLow,
        AgeHigh = value.AgeHigh,
        SiblingExemption = value.SiblingExemption,
        OtherLanguage = value.OtherLanguage,
        East = value.East,
        North = value.North,
        Approved = value.Approved,
        Withheld = value.Withheld,
        RunDown = value.RunDown,
        SinglePlacements = value.SinglePlacements,
        Respite = value.Respite,
        StayingPut = value.StayingPut,
        OpenedDay = value.OpenedDay,
        Filled = value.Filled,
    };
}
