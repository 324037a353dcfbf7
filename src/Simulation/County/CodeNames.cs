namespace KentSufficiency.Simulation.County;

/// <summary>The codes of the SSDA903 return as text; fixed strings, so that telling an event allocates nothing.</summary>
public static class CodeNames
{
    private static readonly string[] s_legal = Enum.GetNames<LegalStatus>();
    private static readonly string[] s_ends = Enum.GetNames<EndReason>();
    private static readonly string[] s_needs = Enum.GetNames<NeedCode>();

    private static readonly string[] s_starts = [.. s_legal.SelectMany(legal => s_needs.Select(need => $"{legal}/{need}"))];
    private static readonly string[] s_placed = [.. Enum.GetValues<HomeKind>().Select(kind => $"{Place(kind)}/{Provider(kind)}")];

    /// <summary>LS and CIN of a child who enters care, as in <c>C2/N1</c>.</summary>
    public static string Of(LegalStatus status, NeedCode need) => s_starts[((int)status * s_needs.Length) + (int)need];

    /// <summary>PLACE and PLACE_PROVIDER of a placement, as in <c>U6/PR1</c>.</summary>
    public static string PlaceAndProvider(HomeKind kind) => s_placed[(int)kind];

    /// <summary>The LS code.</summary>
    public static string Of(LegalStatus status) => s_legal[(int)status];

    /// <summary>The REC code.</summary>
    public static string Of(EndReason reason) => s_ends[(int)reason];

    /// <summary>The CIN code.</summary>
    public static string Of(NeedCode need) => s_needs[(int)need];

    /// <summary>The PLACE code as used until 2018-19 (supported lodgings and shared housing were both P2).</summary>
    public static string Place(HomeKind kind) => kind switch
    {
        HomeKind.InHouseFoster or HomeKind.AgencyFoster or HomeKind.EmergencyBed or HomeKind.AssessmentBed or HomeKind.SpotPurchase
            => "U6",
        HomeKind.InHouseLongTerm or HomeKind.AgencyLongTerm => "U4",
        HomeKind.ConnectedPerson => "U3",
        HomeKind.Adoption => "A6",
        HomeKind.ChildrensHome or HomeKind.Reception => "K2",
        HomeKind.SemiIndependent => "H5",
        HomeKind.SupportedLodgings or HomeKind.IndependentLiving => "P2",
        HomeKind.Secure => "K1",
        HomeKind.ResidentialSchool => "S1",
        HomeKind.FamilyCentre => "R3",
        HomeKind.WithParents => "P1",
        _ => "Z1",
    };

    /// <summary>The PLACE_PROVIDER code.</summary>
    public static string Provider(HomeKind kind) => kind switch
    {
        HomeKind.InHouseFoster or HomeKind.InHouseLongTerm or HomeKind.ConnectedPerson or HomeKind.EmergencyBed
            or HomeKind.AssessmentBed or HomeKind.Adoption or HomeKind.Reception => "PR1",
        HomeKind.WithParents => "PR0",
        _ => "PR4",
    };

    /// <summary>The REASON_PLACE_CHANGE code.</summary>
    public static string Of(Placements.MoveReason reason) => reason switch
    {
        Placements.MoveReason.CarePlan => "CARPL",
        Placements.MoveReason.HomeClosed or Placements.MoveReason.HomeClosing => "CLOSE",
        Placements.MoveReason.Allegation => "ALLEG",
        Placements.MoveReason.CarerBehaviour => "CREQB",
        Placements.MoveReason.CarerOther => "CREQO",
        Placements.MoveReason.ChildRequest => "CHILD",
        Placements.MoveReason.AuthorityRequest => "LAREQ",
        Placements.MoveReason.StatusOnly => "PLACE",
        Placements.MoveReason.Other => "OTHER",
        _ => string.Empty,
    };
}
