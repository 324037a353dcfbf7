using KentSufficiency.Scenarios.Alignment;

namespace KentSufficiency.Scenarios.Strategies;

/// <summary>What a lever does to its value.</summary>
public enum LeverOperation
{
    /// <summary>Replaces the value.</summary>
    Set,

    /// <summary>Multiplies the value.</summary>
    Scale,

    /// <summary>Adds to the value.</summary>
    Add,

    /// <summary>Multiplies the odds of a share, which stays between 0 and 1.</summary>
    Odds,
}

/// <summary>One turn of one lever for a period.</summary>
/// <param name="Lever">The name of a lever or the id of an assumption.</param>
/// <param name="Operation">What is done to its value.</param>
/// <param name="Value">The new value, the factor (of the value, or of its odds) or the amount added; always finite.</param>
/// <param name="From">The first day on which the change holds; with a ramp, the day after which its steps begin.</param>
/// <param name="To">The last day on which it holds, that day included; null means to the horizon.</param>
/// <param name="RampMonths">
/// 0 for a change that comes at once. Else the number of equal steps in which it comes, on the first of each month that follows
/// <paramref name="From"/>: on the last of them the change is complete, and the same as one that came at once.
/// </param>
public sealed record LeverSetting(
    string Lever, LeverOperation Operation, double Value, DateOnly From, DateOnly? To, int RampMonths = 0)
{
    /// <summary>The day on which the change is complete.</summary>
    public DateOnly CompleteFrom => RampMonths == 0 ? From : Step(RampMonths);

    /// <summary>The days on which the value changes, ascending.</summary>
    public IEnumerable<DateOnly> ChangeDates
    {
        get
        {
            IEnumerable<DateOnly> begins = RampMonths == 0 ? [From] : Enumerable.Range(1, RampMonths).Select(Step);
            return To is DateOnly last && last < DateOnly.MaxValue ? begins.Append(last.AddDays(1)) : begins;
        }
    }

    /// <summary>Whether the change holds on a date.</summary>
    public bool HoldsOn(DateOnly date) => date >= From && (To is null || date <= To);

    /// <summary>Applies the change to the lever's former value.</summary>
    /// <param name="former">The value without this change.</param>
    /// <param name="on">A date on which it holds.</param>
    public double Apply(double former, DateOnly on)
    {
        double target = Operation switch
        {
            LeverOperation.Set => Value,
            LeverOperation.Scale => former * Value,
            LeverOperation.Add => former + Value,
            LeverOperation.Odds => LogitScaling.Scale(former, Value),
            _ => throw new InvalidOperationException($"Unknown operation {Operation}."),
        };
        int steps = StepsBy(on);
        return steps >= RampMonths ? target : former + ((target - former) * steps / RampMonths);
    }

    private DateOnly Step(int step) => new DateOnly(From.Year, From.Month, 1).AddMonths(step);

    private int StepsBy(DateOnly on) => (12 * (on.Year - From.Year)) + on.Month - From.Month;
}
