namespace KentSufficiency.Scenarios.Fidelity.Distances;

/// <summary>A duration as it was seen: from when on, until when, and whether it ended then.</summary>
/// <param name="Entered">Only durations longer than this could be seen, in days; below 0 where it was seen from its start.</param>
/// <param name="Left">Days at which it ended or was last seen.</param>
/// <param name="Ended">Whether it ended.</param>
/// <param name="Weight">How often it counts.</param>
internal readonly record struct SeenDuration(int Entered, int Left, bool Ended, double Weight = 1);

/// <summary>A step of a curve.</summary>
/// <param name="Day">Days.</param>
/// <param name="AtRisk">How many lasted so long and were seen then.</param>
/// <param name="Ended">How many ended on that day.</param>
/// <param name="Remaining">The share that lasts longer.</param>
internal readonly record struct SurvivalStep(int Day, double AtRisk, double Ended, double Remaining);

/// <summary>
/// The share of durations that last longer than so many days, by Kaplan and Meier (1958), with left truncation: who was seen from the middle on is at risk from there on only.
/// </summary>
internal static class KaplanMeier
{
    /// <summary>The curve: a step for each day on which one ended.</summary>
    public static IReadOnlyList<SurvivalStep> Of(IEnumerable<SeenDuration> durations)
    {
        SeenDuration[] seen = [.. durations.Where(one => one.Left > one.Entered)];
        SeenDuration[] byEntry = [.. seen.OrderBy(one => one.Entered)];
        SeenDuration[] byExit = [.. seen.OrderBy(one => one.Left)];
        List<SurvivalStep> steps = [];
        double atRisk = 0;
        double remaining = 1;
        int entered = 0;
        int left = 0;
        while (left < byExit.Length)
        {
            int day = byExit[left].Left;
            for (; entered < byEntry.Length && byEntry[entered].Entered < day; entered++)
            {
                atRisk += byEntry[entered].Weight;
            }

            double ended = 0;
            double gone = 0;
            for (; left < byExit.Length && byExit[left].Left == day; left++)
            {
                ended += byExit[left].Ended ? byExit[left].Weight : 0;
                gone += byExit[left].Weight;
            }

            if (ended > 0)
            {
                remaining *= Math.Max(0, 1 - (ended / atRisk));
                steps.Add(new SurvivalStep(day, atRisk, ended, remaining));
            }

            atRisk -= gone;
        }

        return steps;
    }

    /// <summary>The share that lasts longer than so many days.</summary>
    public static double At(IReadOnlyList<SurvivalStep> curve, int day) =>
        curve.TakeWhile(step => step.Day <= day).Select(step => step.Remaining).LastOrDefault(1);

    /// <summary>The days that half of them last; null where fewer than half end within the curve.</summary>
    public static int? Median(IReadOnlyList<SurvivalStep> curve)
    {
        foreach (SurvivalStep step in curve)
        {
            if (step.Remaining <= 0.5)
            {
                return step.Day;
            }
        }

        return null;
    }
}
