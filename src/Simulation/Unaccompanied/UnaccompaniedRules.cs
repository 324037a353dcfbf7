using KentSufficiency.Simulation.Care;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Unaccompanied;

/// <summary>Rates and laws of unaccompanied asylum-seeking children.</summary>
public sealed class UnaccompaniedRates
{
    /// <summary>Arrivals a day, before the season.</summary>
    public required double ArrivalsPerDay { get; init; }

    /// <summary>Multiplies arrivals by calendar month, January first; mean 1.</summary>
    public required double[] Season { get; init; }

    /// <summary>Age at arrival in completed years; entry 0 is <see cref="YoungestAge"/>.</summary>
    public required AliasTable AgeAtArrival { get; init; }

    /// <summary>Youngest age at arrival.</summary>
    public required int YoungestAge { get; init; }

    /// <summary>Number of unaccompanied children above which transfers are sought (0.07% of residents under 18).</summary>
    public required int TransferThreshold { get; init; }

    /// <summary>Chance of a transfer for one who arrives while the number is above the threshold; the scheme is voluntary.</summary>
    public required double TransferShare { get; init; }

    /// <summary>Days from arrival to transfer.</summary>
    public required DurationLaw ToTransfer { get; init; }

    /// <summary>Share of girls.</summary>
    public required double Girls { get; init; }

    /// <summary>Share found to be 18 or over.</summary>
    public required double FoundAdult { get; init; }

    /// <summary>Days from arrival until found to be 18 or over.</summary>
    public required DurationLaw ToFoundAdult { get; init; }

    /// <summary>Share whose care ends before 18 for other reasons.</summary>
    public required double OtherEnd { get; init; }

    /// <summary>Days from arrival to such an end.</summary>
    public required DurationLaw ToOtherEnd { get; init; }
}

/// <summary>Unaccompanied children: arrival, the national transfer scheme, age assessment.</summary>
public static class UnaccompaniedRules
{
    /// <summary>A child arrives at Dover and enters care at once.</summary>
    public static void Arrive(ref ChildState child, in Draws draws, in Today today, Effects effects)
    {
        DrawCharacter(ref child, draws, today, draws.For(Process.Unaccompanied, 0));
        bool above = today.UnaccompaniedStock > today.Rates.Unaccompanied.TransferThreshold;
        CareRules.Begin(ref child, Course(draws, 1, today.Rates.Unaccompanied, above), today, effects);
        PlacementRules.Want(ref child, draws, MoveReason.Entry, today, effects);
    }

    /// <summary>Draws age, needs and the district to which the child is allocated; there is no home point.</summary>
    public static void DrawCharacter(ref ChildState child, in Draws draws, in Today today, in RandomBlock luck)
    {
        UnaccompaniedRates rates = today.Rates.Unaccompanied;
        double years = rates.YoungestAge + rates.AgeAtArrival.Sample(luck.D) + luck.UniformB;
        child.BirthDay = today.Day - Math.Min((int)(years * Age.Year), Age.Days18 - 1);
        child.District = (byte)(luck.UniformC * KentMap.Districts);
        ChildCharacter.DrawNeeds(ref child, draws, today.Rates.Care, child.AgeOn(today.Day));
        child.Set(ChildFacts.Female, draws.For(Process.Character, 0).UniformC < rates.Girls);
        child.Need = NeedCode.N8;
        child.NeedLevel = 0;
        child.LastReferralDay = -ChildState.Never;
        child.Set(ChildFacts.Unaccompanied | ChildFacts.OtherLanguage, true);
        child.Set(ChildFacts.SinglePlacement, false);
    }

    /// <summary>Draws the course of the episode.</summary>
    /// <param name="draws">The child's draws.</param>
    /// <param name="ordinal">Number of the draw, from 1.</param>
    /// <param name="rates">Rates in force.</param>
    /// <param name="aboveThreshold">Whether a transfer may be sought.</param>
    public static CareCourse Course(in Draws draws, int ordinal, UnaccompaniedRates rates, bool aboveThreshold)
    {
        RandomBlock luck = draws.For(Process.Unaccompanied, ordinal);
        double at = luck.UniformA;
        if (at < rates.FoundAdult)
        {
            return Until(CarePlan.FoundAdult, rates.ToFoundAdult.Days(luck.UniformB, luck.D));
        }

        if ((at -= rates.FoundAdult) < rates.OtherEnd)
        {
            return Until(CarePlan.Other, rates.ToOtherEnd.Days(luck.UniformB, luck.D));
        }

        return aboveThreshold && luck.UniformC < rates.TransferShare
            ? Until(CarePlan.Transfer, rates.ToTransfer.Days(luck.UniformB, luck.D))
            : Until(CarePlan.LongTerm, ChildState.Never);
    }

    private static CareCourse Until(CarePlan plan, int length) => new(plan, length, ChildState.Never, LegalStatus.V2);
}
