using KentSufficiency.Simulation.LivingCounty;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Cli.Orleans;

/// <summary>The words of the field for what the model says of schools.</summary>
internal static class SchoolWords
{
    /// <summary>Kind of school.</summary>
    public static string Of(SchoolKind kind) => kind switch
    {
        SchoolKind.Infant => "an infant school",
        SchoolKind.Junior => "a junior school",
        SchoolKind.Primary => "a primary school",
        SchoolKind.Secondary => "a secondary school",
        SchoolKind.AllAge => "an all-age school",
        _ => "a special school",
    };

    /// <summary>Admission authority.</summary>
    public static string Of(SchoolAuthority authority) => authority switch
    {
        SchoolAuthority.Council => "the council (community or voluntary controlled)",
        SchoolAuthority.GoverningBody => "the governing body (voluntary aided or foundation)",
        _ => "the trust (academy or free school)",
    };

    /// <summary>Grade of the latest inspection.</summary>
    public static string Of(Grade grade) => grade switch
    {
        Grade.Outstanding => "1 outstanding",
        Grade.Good => "2 good",
        Grade.RequiresImprovement => "3 requires improvement",
        Grade.Inadequate => "4 inadequate",
        _ => "not inspected yet",
    };

    /// <summary>Whether it is there.</summary>
    public static string Of(SchoolStanding standing) => standing switch
    {
        SchoolStanding.NotOpen => "not open yet",
        SchoolStanding.Open => "open",
        SchoolStanding.Closing => "closing: admits nobody more",
        _ => "closed",
    };

    /// <summary>What a scheme does.</summary>
    public static string Of(SchemeKind kind) => kind switch
    {
        SchemeKind.Enlarge => "permanent expansion",
        SchemeKind.Bulge => "bulge class",
        SchemeKind.Open => "new school or phase",
        SchemeKind.ResourcePlaces => "specialist resource provision",
        SchemeKind.SpecialPlaces => "places by plan",
        SchemeKind.Remove => "smaller admission number",
        _ => "closure",
    };

    /// <summary>Where a scheme has got to.</summary>
    public static string StageOf(SchemeFile scheme) => scheme.Stage switch
    {
        SchemeStage.Planned => "planned",
        SchemeStage.Feasibility => "feasibility",
        SchemeStage.Consultation => "public consultation",
        SchemeStage.Committee => "before the cabinet committee",
        SchemeStage.PublicNotice => "public notice",
        SchemeStage.Competition => "competition of proposers",
        SchemeStage.Planning => "design and planning consent",
        SchemeStage.RefinedCost => "refined cost, key decision",
        SchemeStage.Agreement => "waits for the Secretary of State",
        SchemeStage.Build => "building",
        SchemeStage.Ready => "ready for its September",
        SchemeStage.Open => "open",
        SchemeStage.Failed => $"given up: {Of(scheme.Failure)}",
        _ => scheme.Failure == SchemeFailure.None ? "over" : $"given up: {Of(scheme.Failure)}",
    };

    /// <summary>A year group.</summary>
    public static string Year(int year) => year == 0 ? "Reception" : $"Year {year}";

    private static string Of(SchemeFailure failure) => failure switch
    {
        SchemeFailure.NoHost => "no school or site could take it",
        SchemeFailure.NeedJudgedLower => "the need was judged lower",
        SchemeFailure.Planning => "no planning consent",
        SchemeFailure.Agreement => "no agreement of the Secretary of State, or no proposer",
        SchemeFailure.Cost => "the cost had risen too far",
        _ => "cancelled",
    };
}
