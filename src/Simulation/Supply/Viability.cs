using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Supply;

/// <summary>Confidence, deficits and closures of secondary schools. Immutable.</summary>
public sealed class ViabilityRates
{
    /// <summary>The share of lost or won confidence that is left a year later.</summary>
    public required double Persistence { get; init; }

    /// <summary>Added to confidence in the year after the grade inadequate; a natural logarithm, below 0.</summary>
    public required double Inadequate { get; init; }

    /// <summary>Added to confidence in every year in deficit after the first; a natural logarithm, below 0.</summary>
    public required double Deficit { get; init; }

    /// <summary>Standard deviation of a year's chance change of confidence.</summary>
    public required double Noise { get; init; }

    /// <summary>A school whose roll in Years 7 to 11 is below this share of its places runs a deficit.</summary>
    public required double DeficitBelow { get; init; }

    /// <summary>Years that a recovery plan is given.</summary>
    public required int RecoveryYears { get; init; }

    /// <summary>The chance in a year that a school beyond its recovery plan, and not recovering, is closed.</summary>
    public required double Closes { get; init; }
}

/// <summary>A school's year as its yearly review sees it.</summary>
/// <param name="Roll">Pupils in Years 7 to 11.</param>
/// <param name="Places">Places in Years 7 to 11.</param>
/// <param name="Intake">Pupils in Year 7.</param>
/// <param name="IntakePlaces">Places in Year 7.</param>
/// <param name="PlacesInReach">Free places for its Years 7 to 10 at other schools within reach, cohort by cohort at most what is needed.</param>
/// <param name="PlacesNeeded">Pupils who would have to be placed elsewhere, next year's intake included.</param>
public readonly record struct ViabilityReview(int Roll, int Places, int Intake, int IntakePlaces, int PlacesInReach, int PlacesNeeded);

/// <summary>
/// The loop by which a secondary school fails: parents lose confidence, the roll falls, the budget runs into deficit, confidence falls
/// further. A recovery plan lasts some years; a school that does not recover may be closed, and only where others have places for its pupils.
/// </summary>
public static class ViabilityRules
{
    private const int NoiseOrdinal = 0;
    private const int ClosureOrdinal = 1;
    private const int OrdinalsAYear = 2;

    /// <summary>Whether the rule knows a school: secondary schools that are open.</summary>
    public static bool Concerns(School school, in SchoolStatus status) =>
        school.Kind == SchoolKind.Secondary && status.Standing == SchoolStanding.Open;

    /// <summary>
    /// A year's review in the winter, before places are offered. A school that is to close admits nobody in the coming September, and
    /// <see cref="September"/> then sees it through.
    /// </summary>
    /// <param name="status">The school's status.</param>
    /// <param name="school">The school.</param>
    /// <param name="review">What is seen of it.</param>
    /// <param name="academicYear">The academic year in which it is reviewed.</param>
    /// <param name="draws">Its luck.</param>
    /// <param name="rates">The rates.</param>
    /// <param name="effects">Receives what follows.</param>
    public static void Review(
        ref SchoolStatus status, School school, in ViabilityReview review, int academicYear, in Draws draws, ViabilityRates rates, SupplyEffects effects)
    {
        bool deficit = review.Roll < rates.DeficitBelow * review.Places;
        status.DeficitYears = deficit ? (byte)Math.Min(status.DeficitYears + 1, byte.MaxValue) : (byte)0;
        ChangeConfidence(ref status, academicYear, draws, rates);
        bool recovering = review.Intake >= rates.DeficitBelow * review.IntakePlaces;
        RandomBlock luck = draws.For(Process.Viability, (academicYear * OrdinalsAYear) + ClosureOrdinal);
        bool beyondRecovery = status.DeficitYears > rates.RecoveryYears && !recovering;
        if (beyondRecovery && review.PlacesInReach >= review.PlacesNeeded && luck.UniformA < rates.Closes)
        {
            status.Standing = SchoolStanding.Closing;
            status.ClosesYear = (short)(academicYear + 1);
            status.StopsCohort = academicYear + 1 - school.FirstYear;
            effects.Want(SupplyEffectKind.StopAdmitting, school.Index, first: status.StopsCohort);
        }
    }

    /// <summary>A first of September in the life of a school that closes by <see cref="Review"/>; call it for every school, once a year.</summary>
    public static void September(ref SchoolStatus status, School school, int academicYear, SupplyEffects effects)
    {
        if (status.Standing != SchoolStanding.Closing || status.ClosesYear < 0 || academicYear < status.ClosesYear)
        {
            return;
        }

        if (academicYear > status.ClosesYear || !Closing.Begin(school, academicYear, effects))
        {
            Closing.End(school, effects);
        }
    }

    private static void ChangeConfidence(ref SchoolStatus status, int academicYear, in Draws draws, ViabilityRates rates)
    {
        RandomBlock luck = draws.For(Process.Viability, (academicYear * OrdinalsAYear) + NoiseOrdinal);
        double change = rates.Noise * NormalQuantile.Of(luck.Uniform53AB);
        if (status.Grade == Grade.Inadequate && status.ReviewedGrade != Grade.Inadequate)
        {
            change += rates.Inadequate;
        }

        if (status.DeficitYears > 1)
        {
            change += rates.Deficit;
        }

        status.ReviewedGrade = status.Grade;
        status.Confidence = (status.Confidence * rates.Persistence) + change;
    }
}
