using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.Scenarios.Baseline;

/// <summary>Rates of the front door from the assumptions.</summary>
internal static class FrontDoorBuilder
{
    /// <summary>Builds the rates.</summary>
    public static FrontDoorRates Build(Assumed assumed, double[] population)
    {
        double[] toCare = assumed.ByBand("front-door/assessment-to-care");
        double[] toPlan = assumed.ByBand("front-door/assessment-to-plan");
        double toNeed = assumed["front-door/assessment-to-need"];
        double toEarlyHelp = assumed["front-door/assessment-to-early-help"];
        double needToPlan = assumed["front-door/need-to-plan"];
        double needToEarlyHelp = assumed["front-door/need-to-early-help"];
        double planToNeed = assumed["front-door/plan-to-need"];
        return new FrontDoorRates
        {
            ReferralsPerDay = PerDay(assumed["front-door/new-referrals-a-year"], population),
            EarlyHelpPerDay = PerDay(assumed["front-door/new-early-help-a-year"], population),
            AdvicePerDay = assumed["front-door/advice-a-year"] / Age.Year,
            AgeAtReferral = Ages(assumed.ByBand("front-door/age-at-referral")),
            NewbornSkew = assumed["front-door/newborn-skew"],
            ClosedAtReferral = assumed["front-door/closed-at-referral"],
            FromAssessment = [.. toCare.Zip(toPlan, (care, plan) => new WaysOut(care, plan, toNeed, toEarlyHelp))],
            PreviousPlanFactor = assumed["front-door/previous-plan-factor"],
            FromChildInNeed = [.. assumed.ByBand("front-door/need-to-care").Select(care => new WaysOut(care, needToPlan, 0, needToEarlyHelp))],
            FromProtectionPlan = [.. assumed.ByBand("front-door/plan-to-care").Select(care => new WaysOut(care, 0, planToNeed, 0))],
            StepUp = assumed["front-door/early-help-step-up"],
            Assessment = Length(assumed, "assessment"),
            ChildInNeed = Length(assumed, "need"),
            ProtectionPlan = Length(assumed, "plan"),
            EarlyHelp = Length(assumed, "early-help"),
            AfterAssessment = Return(assumed, "assessment"),
            AfterChildInNeed = Return(assumed, "need"),
            AfterProtectionPlan = Return(assumed, "plan"),
            AfterEarlyHelp = Return(assumed, "early-help"),
        };
    }

    /// <summary>A yearly number spread over the districts and the days.</summary>
    public static double[] PerDay(double aYear, double[] shares) => [.. shares.Select(share => aYear * share / Age.Year)];

    private static DurationLaw Length(Assumed assumed, string what) =>
        assumed.LogNormal($"front-door/days/{what}", $"front-door/days-spread/{what}");

    private static ReturnLaw Return(Assumed assumed, string what) => new(
        assumed[$"front-door/return-share/{what}"],
        assumed.LogNormal($"front-door/return-days/{what}", "front-door/return-spread"));

    /// <summary>Completed years 0 to 17; within a band every year is as likely as the next.</summary>
    private static AliasTable Ages(double[] bands)
    {
        int[] years = [1, 4, 5, 6, 2];
        return new AliasTable([.. bands.Zip(years).SelectMany(band => Enumerable.Repeat(band.First / band.Second, band.Second))]);
    }
}
