using KentSufficiency.Simulation.County;

namespace KentSufficiency.Grains.LivingCounty.Surrogates;

/// <summary>A child on its way between silos.</summary>
[GenerateSerializer]
[Alias("kent.ChildState")]
internal struct ChildStateSurrogate
{
    [Id(0)]
    public ulong Id;

    [Id(1)]
    public int NextDay;

    [Id(2)]
    public int BirthDay;

    [Id(3)]
    public int PhaseDay;

    [Id(4)]
    public int PhaseEndDay;

    [Id(5)]
    public int PlacementDay;

    [Id(6)]
    public int PlacementEndDay;

    [Id(7)]
    public int PreviousPlacementDay;

    [Id(8)]
    public int LegalDay;

    [Id(9)]
    public int RequestDay;

    [Id(10)]
    public int LastReferralDay;

    [Id(11)]
    public int Home;

    [Id(12)]
    public int EarlierCareSince14;

    [Id(13)]
    public short East;

    [Id(14)]
    public short North;

    [Id(15)]
    public ushort Miles;

    [Id(16)]
    public ushort FrontDoorUses;

    [Id(17)]
    public ushort PlacementUses;

    [Id(18)]
    public ushort OfferUses;

    [Id(19)]
    public ushort PlacementsThisEpisode;

    [Id(20)]
    public ushort Facts;

    [Id(21)]
    public byte Episodes;

    [Id(22)]
    public byte Phase;

    [Id(23)]
    public byte District;

    [Id(24)]
    public byte Need;

    [Id(25)]
    public byte NeedLevel;

    [Id(26)]
    public byte Legal;

    [Id(27)]
    public byte Plan;

    [Id(28)]
    public byte Place;

    [Id(29)]
    public byte MatchQuality;

    [Id(30)]
    public byte GroupSize;
}

/// <summary>Turns a child into what travels, and back.</summary>
[RegisterConverter]
internal sealed class ChildStateConverter : IConverter<ChildState, ChildStateSurrogate>
{
    /// <inheritdoc/>
    public ChildState ConvertFromSurrogate(in ChildStateSurrogate surrogate) => new()
    {
        Id = surrogate.Id,
        NextDay = surrogate.NextDay,
        BirthDay = surrogate.BirthDay,
        PhaseDay = surrogate.PhaseDay,
        PhaseEndDay = surrogate.PhaseEndDay,
        PlacementDay = surrogate.PlacementDay,
        PlacementEndDay = surrogate.PlacementEndDay,
        PreviousPlacementDay = surrogate.PreviousPlacementDay,
        LegalDay = surrogate.LegalDay,
        RequestDay = surrogate.RequestDay,
        LastReferralDay = surrogate.LastReferralDay,
        Home = surrogate.Home,
        EarlierCareSince14 = surrogate.EarlierCareSince14,
        East = surrogate.East,
        North = surrogate.North,
        Miles = surrogate.Miles,
        FrontDoorUses = surrogate.FrontDoorUses,
        PlacementUses = surrogate.PlacementUses,
        OfferUses = surrogate.OfferUses,
        PlacementsThisEpisode = surrogate.PlacementsThisEpisode,
        Facts = (ChildFacts)surrogate.Facts,
        Episodes = surrogate.Episodes,
        Phase = (Phase)surrogate.Phase,
        District = surrogate.District,
        Need = (NeedCode)surrogate.Need,
        NeedLevel = surrogate.NeedLevel,
        Legal = (LegalStatus)surrogate.Legal,
        Plan = (CarePlan)surrogate.Plan,
        Place = (HomeKind)surrogate.Place,
        MatchQuality = surrogate.MatchQuality,
        GroupSize = surrogate.GroupSize,
    };

    /// <inheritdoc/>
    public ChildStateSurrogate ConvertToSurrogate(in ChildState value) => new()
    {
        Id = value.Id,
        NextDay = value.NextDay,
        BirthDay = value.BirthDay,
        PhaseDay = value.PhaseDay,
        PhaseEndDay = value.PhaseEndDay,
        PlacementDay = value.PlacementDay,
        PlacementEndDay = value.PlacementEndDay,
        PreviousPlacementDay = value.PreviousPlacementDay,
        LegalDay = value.LegalDay,
        RequestDay = value.RequestDay,
        LastReferralDay = value.LastReferralDay,
        Home = value.Home,
        EarlierCareSince14 = value.EarlierCareSince14,
        East = value.East,
        North = value.North,
        Miles = value.Miles,
        FrontDoorUses = value.FrontDoorUses,
        PlacementUses = value.PlacementUses,
        OfferUses = value.OfferUses,
        PlacementsThisEpisode = value.PlacementsThisEpisode,
        Facts = (ushort)value.Facts,
        Episodes = value.Episodes,
        Phase = (byte)value.Phase,
        District = value.District,
        Need = (byte)value.Need,
        NeedLevel = value.NeedLevel,
        Legal = (byte)value.Legal,
        Plan = (byte)value.Plan,
        Place = (byte)value.Place,
        MatchQuality = value.MatchQuality,
        GroupSize = value.GroupSize,
    };
}
