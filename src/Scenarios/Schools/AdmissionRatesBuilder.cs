using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Simulation.Admissions;
using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.Scenarios.Schools;

/// <summary>Rates of admissions from the assumptions. Effects stand in the data as ratios: how many times as likely to be preferred.</summary>
internal static class AdmissionRatesBuilder
{
    private static readonly string[] s_phases = ["primary", "secondary"];
    private static readonly string[] s_rounds = ["reception", "year-3", "year-7"];

    /// <summary>Builds the rates.</summary>
    public static AdmissionRates Build(Assumed assumed) => new()
    {
        Preferences = [.. s_phases.Select(phase => Math.Clamp(assumed.Whole($"admissions/preferences/{phase}"), 1, PreferenceLists.Most))],
        NamesNext = assumed.Parts("admissions/names-next", s_phases),
        PerMile = assumed.Parts("schools/per-mile", s_phases),
        GradeEffect = Grades(assumed),
        FaithEffect = Effect(assumed, "admissions/liking/faith"),
        SiblingEffect = Effect(assumed, "admissions/liking/sibling"),
        LocalEffect = Effect(assumed, "admissions/local-preference/secondary"),
        SelectiveEffect = Effect(assumed, "admissions/liking/grammar"),
        SiblingShare = assumed.Parts("admissions/older-sibling", s_rounds),
        FaithShare = assumed["admissions/faith-share"],
        TestPass = assumed["schools/test-pass-share"],
        LookedAfter = assumed.Parts("admissions/looked-after", s_phases),
        PreviouslyLookedAfter = assumed.Parts("admissions/previously-looked-after", s_phases),
        Reach = assumed.Parts("admissions/reach-miles", s_phases),
        RefusesAllocation = assumed.Parts("admissions/refuses-allocation", s_phases),
        FairAccess = assumed["admissions/fair-access-share"],
        InfantClass = assumed.Whole("admissions/infant-class"),
        StayingOn = new StayingOnRates
        {
            Own = assumed["admissions/staying-on/own"],
            OwnSelective = assumed["admissions/staying-on/own-grammar"],
            Move = assumed["admissions/staying-on/move"],
            Year13 = assumed["admissions/staying-on/year-13"],
        },
    };

    /// <summary>Effects by grade: not inspected, outstanding, good (with which the others are compared), requires improvement, inadequate.</summary>
    private static double[] Grades(Assumed assumed) =>
    [
        Effect(assumed, "admissions/liking/not-inspected"),
        Effect(assumed, "admissions/liking/outstanding"),
        0,
        Effect(assumed, "admissions/liking/requires-improvement"),
        Effect(assumed, "admissions/liking/inadequate"),
    ];

    private static double Effect(Assumed assumed, string ratio) => Elementary.Log(assumed[ratio]);
}
