using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.Scenarios.Calibration;

/// <summary>
/// Shares whose successes and trials are counted. Prior and likelihood are normal in the log-odds about the observed share; a design effect makes the
/// likelihood wider than binomial.
/// </summary>
public static class CountedShares
{
    /// <summary>The assumptions with those shares updated by all counts that were known.</summary>
    /// <param name="assumptions">The priors.</param>
    /// <param name="shares">Which shares are counted by what.</param>
    /// <param name="evidence">What was known.</param>
    /// <returns>The assumptions, and what each share was before and after.</returns>
    public static (AssumptionCatalogue Updated, IReadOnlyList<ShareEstimate> Estimates) Update(
        AssumptionCatalogue assumptions, IReadOnlyList<CountedShare> shares, EvidenceLibrary evidence)
    {
        ShareEstimate[] estimates = [.. shares.Select(share => Estimate(assumptions[share.Id], share, evidence)).OfType<ShareEstimate>()];
        return (assumptions.With(estimates.Select(estimate => estimate.After)), estimates);
    }

    private static ShareEstimate? Estimate(Assumption prior, CountedShare share, EvidenceLibrary evidence)
    {
        double successes = 0;
        double trials = 0;
        int years = 0;
        foreach (DateOnly date in Counts.DatesOf(evidence, share.Successes[0]))
        {
            if (Counts.Sum(evidence, share.Successes, date) is double got && Counts.Sum(evidence, share.Trials, date) is double of && of > 0)
            {
                (successes, trials, years) = (successes + Math.Min(got, of), trials + of, years + 1);
            }
        }

        if (years == 0 || prior.Low is not double low || prior.High is not double high)
        {
            return null;
        }

        double observed = Math.Clamp(successes / trials, 0.5 / trials, 1 - (0.5 / trials));
        double information = trials * observed * (1 - observed) / share.DesignEffect;
        double priorPrecision = 1 / Square((AssumptionLaw.LogOdds(high) - AssumptionLaw.LogOdds(low)) / (2 * AssumptionLaw.Z95));
        double precision = priorPrecision + information;
        double mean = ((priorPrecision * 0.5 * (AssumptionLaw.LogOdds(low) + AssumptionLaw.LogOdds(high))) + (information * AssumptionLaw.LogOdds(observed))) / precision;
        double half = AssumptionLaw.Z95 / Math.Sqrt(precision);
        Assumption after = prior with { Value = Share(mean), Low = Share(mean - half), High = Share(mean + half) };
        return new ShareEstimate(prior, after, successes, trials, years, priorPrecision / precision);
    }

    private static double Square(double value) => value * value;

    private static double Share(double logOdds) => 1 / (1 + Elementary.Exp(-logOdds));
}

/// <summary>A share before and after its counts.</summary>
/// <param name="Before">The prior.</param>
/// <param name="After">The posterior, as an assumption of its own.</param>
/// <param name="Successes">What was counted.</param>
/// <param name="Trials">Of how many.</param>
/// <param name="Years">Over how many years.</param>
/// <param name="VarianceRatio">The variance of its log-odds after, over that before.</param>
public sealed record ShareEstimate(Assumption Before, Assumption After, double Successes, double Trials, int Years, double VarianceRatio);
