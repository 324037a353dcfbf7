using KentSufficiency.Scenarios.Fidelity.Facts;
using KentSufficiency.Simulation.Measures;

namespace KentSufficiency.Scenarios.Fidelity;

/// <summary>A category of a table.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Codes">The codes it holds, as the ids of measures end.</param>
internal sealed record MarginalPart(string Title, IReadOnlyList<string> Codes);

/// <summary>A table of one characteristic.</summary>
/// <param name="Id">Id of the comparison.</param>
/// <param name="Title">What it tells, as a heading.</param>
/// <param name="Measure">Evidence of a code is the measure <c>Measure/CODE</c>.</param>
/// <param name="Counted">Whom it counts.</param>
/// <param name="Parts">Its categories; a code of none of them belongs to the last.</param>
/// <param name="CodeOf">The code of one who is counted.</param>
internal sealed record Marginal(
    string Id, string Title, string Measure, Counted Counted, IReadOnlyList<MarginalPart> Parts, Func<CareFact, string> CodeOf)
{
    private static readonly string[] s_moveReasons = ["CLOSE", "ALLEG", "STAND", "APPRR", "CREQB", "CREQO", "CHILD", "LAREQ", "PLACE", "CUSTOD", "CARPL", "OTHER"];

    private static readonly string[] s_moveTitles =
    [
        "home closed", "allegation", "standards of care", "approval removed", "carer asks: behaviour", "carer asks: other", "child asks", "council or area's request",
        "status of the placement", "custody", "care plan", "other",
    ];

    /// <summary>Age of children looked after.</summary>
    public static Marginal Age { get; } = new("age", "Age", "cla-by-age", Counted.Stock, Bands(), BandOf);

    /// <summary>Placement of children looked after.</summary>
    public static Marginal Placement { get; } = new(
        "placement", "Placement", "cla-by-group", Counted.Stock,
        Alone(
            ("foster", "foster care"), ("adoption", "for adoption"), ("parents", "with parents"), ("community", "independent living"), ("homes-semi-secure", "homes and hostels"),
            ("other-residential", "other residential"), ("residential-school", "residential school"), ("other", "other")),
        fact => CareWords.PlacementGroup(fact.Episode.Place));

    /// <summary>Legal status of children looked after.</summary>
    public static Marginal LegalStatus { get; } = new(
        "legal-status", "Legal status", "cla-by-legal-status", Counted.Stock,
        Alone(
            ("interim-care-order", "interim care order"), ("full-care-order", "full care order"), ("placement-order", "placement order"), ("section-20", "section 20"),
            ("child-protection-grounds", "child protection"), ("freeing-order", "freeing order"), ("youth-justice", "youth justice")),
        fact => CareWords.LegalGroup(fact.Episode.Legal));

    /// <summary>All tables.</summary>
    public static IReadOnlyList<Marginal> All { get; } =
    [
        Age,
        Placement,
        new(
            "provider", "Provider", "cla-by-provider", Counted.Stock,
            Alone(("PR0", "parents"), ("PR1", "own provision"), ("PR2", "another council"), ("PR3", "other public"), ("PR4", "private"), ("PR5", "voluntary"), ("not-reported", "not reported")),
            fact => fact.Episode.Provider.Length == 0 ? "not-reported" : fact.Episode.Provider),
        LegalStatus,
        new("sex", "Sex", "cla-by-sex", Counted.Stock, Alone(("female", "female"), ("male", "male")), fact => fact.Child.Female ? "female" : "male"),
        new(
            "ethnic-group", "Ethnic group", "cla-by-ethnicity", Counted.Stock,
            Alone(("white", "White"), ("mixed", "mixed"), ("asian", "Asian"), ("black", "Black"), ("other", "other"), ("not-known", "not known")),
            fact => CareWords.EthnicGroup(fact.Child.Ethnicity)),
        new("start-age", "Age at start", "cla-started-by-age", Counted.Started, Bands(), BandOf),
        new(
            "start-need", "Need at start", "cla-started-by-need", Counted.Started,
            Alone(
                ("N1", "abuse or neglect"), ("N2", "child's disability"), ("N3", "parent's illness"), ("N4", "acute stress"), ("N5", "family dysfunction"), ("N6", "unacceptable behaviour"),
                ("N7", "low income"), ("N8", "absent parenting")),
            fact => fact.Episode.Need),
        new(
            "start-legal-status", "Legal status at start", "cla-started-by-legal-status", Counted.Started,
            Alone(
                ("interim-care-order", "interim care order"), ("full-care-order", "full care order"), ("placement-order", "placement order"), ("section-20", "section 20"),
                ("police-protection", "police protection"), ("emergency-protection", "emergency protection"), ("child-assessment-order", "child assessment"), ("remand", "remand"),
                ("police-and-criminal-evidence", "PACE"), ("supervision-with-residence", "sentenced")),
            fact => CareWords.StartLegalGroup(fact.Episode.Legal)),
        new("end-age", "Age at end", "cla-ceased-by-age", Counted.Ceased, Bands(), BandOf),
        new("end-reason", "Reason of ending", "cla-ceased-by-reason", Counted.Ceased, Reasons(), fact => fact.Episode.End),
        new(
            "move-reason", "Reason of moving", "placement-changes-by-reason", Counted.Moves, [.. s_moveReasons.Zip(s_moveTitles, (code, title) => new MarginalPart(title, [code]))],
            fact => fact.Before!.MoveReason),
    ];

    /// <summary>Whether one is counted: a change of placement without a reason is none by the releases, which count reasons.</summary>
    public bool Takes(CareFact fact) => Counted != Counted.Moves || CodeOf(fact).Length > 0;

    /// <summary>The index of the category of a code.</summary>
    public int PartOf(string code)
    {
        for (int i = 0; i < Parts.Count; i++)
        {
            if (Parts[i].Codes.Contains(code))
            {
                return i;
            }
        }

        return Parts.Count - 1;
    }

    /// <summary>A band of age in words.</summary>
    public static string BandTitle(string band) => band switch
    {
        "under-1" => "under 1",
        "16-over" => "16 and over",
        _ => band.Replace("-", " to ", StringComparison.Ordinal),
    };

    private static MarginalPart[] Bands() => [.. CareBreakdowns.Bands.Select(band => new MarginalPart(BandTitle(band), [band]))];

    private static string BandOf(CareFact fact) => CareWords.Band(fact.Child.AgeOn(fact.Day));

    private static MarginalPart[] Alone(params (string Code, string Title)[] codes) => [.. codes.Select(code => new MarginalPart(code.Title, [code.Code]))];

    /// <summary>Codes that came and went, or that say what another says too, are told together: a cohort of one year can be held against a release of another.</summary>
    private static MarginalPart[] Reasons() =>
    [
        new("adopted", ["E11", "E12"]),
        new("home to parents", ["E4A", "E4B"]),
        new("to others, no order", ["E13"]),
        new("child arrangements", ["E41"]),
        new("special guardianship", ["E43", "E44", "E45", "E46", "E47", "E48"]),
        new("to another council", ["E3"]),
        new("found to be adult", ["E15"]),
        new("adult social care", ["E7"]),
        new("custody", ["E9"]),
        new("died", ["E2"]),
        new("independent or other", ["E5", "E6", "E8", "E14", "E16", "E17"]),
    ];
}
