namespace KentSufficiency.Simulation.Money;

/// <summary>What a ledger keeps between two days, but for the nights.</summary>
/// <param name="Paid">The flows up to which happenings are paid.</param>
/// <param name="Cases">Open cases and homes when they were last paid, by kind.</param>
/// <param name="Last">The last day that closed.</param>
/// <param name="NoteDay">The last day on which cases were paid.</param>
/// <param name="Noted">Notes so far.</param>
public sealed record LedgerState(long[] Paid, long[] Cases, int Last, int NoteDay, int Noted);
