using KentSufficiency.Simulation.County;

namespace KentSufficiency.Simulation.LivingCounty;

/// <summary>A change of one count.</summary>
/// <param name="Of">What is counted: a <see cref="Flow"/> or a <see cref="Phase"/> as a number.</param>
/// <param name="By">By how much; never 0.</param>
public readonly record struct CountChange(int Of, long By);

/// <summary>What the wake of one entity means to others: what it wants, what it tells, what it adds to the counts. Immutable.</summary>
/// <param name="Wanted">Effects to be resolved today; their slots mean nothing outside the engine that resolves them.</param>
/// <param name="Told">Events in their order.</param>
/// <param name="Flows">Happenings.</param>
/// <param name="Stocks">Children by phase.</param>
/// <param name="UnaccompaniedLookedAfter">Change of the unaccompanied children looked after.</param>
/// <param name="StayingPut">Change of the young people Staying Put.</param>
public sealed record Consequences(
    Effect[] Wanted, LoggedEvent[] Told, CountChange[] Flows, CountChange[] Stocks, int UnaccompaniedLookedAfter, int StayingPut)
{
    /// <summary>None at all.</summary>
    public static Consequences None { get; } = new([], [], [], [], 0, 0);

    /// <summary>Takes everything out of effects, which are empty afterwards.</summary>
    public static Consequences TakeFrom(Effects effects)
    {
        var taken = new Consequences(
            effects.Wanted.ToArray(),
            effects.Told.ToArray(),
            Changes(effects.Flows),
            Changes(effects.Stocks),
            effects.UnaccompaniedLookedAfter,
            effects.StayingPut);
        effects.Reset(effects.Telling);
        return taken;
    }

    private static CountChange[] Changes<T>(ReadOnlySpan<T> counts)
        where T : struct, System.Numerics.IBinaryInteger<T>
    {
        int at = counts.IndexOfAnyExcept(T.Zero);
        if (at < 0)
        {
            return [];
        }

        var changes = new List<CountChange>(4);
        for (; at < counts.Length; at++)
        {
            if (counts[at] != T.Zero)
            {
                changes.Add(new CountChange(at, long.CreateChecked(counts[at])));
            }
        }

        return [.. changes];
    }
}
