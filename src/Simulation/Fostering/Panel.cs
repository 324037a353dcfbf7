using System.Runtime.InteropServices;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Simulation.Fostering;

/// <summary>A case that waits for panel.</summary>
/// <param name="Priority">Kind of case: connected persons, approvals, reviews.</param>
/// <param name="Since">The day it was ready.</param>
/// <param name="Lot">Addressed lot.</param>
/// <param name="Household">The household's address.</param>
/// <param name="Slot">Where the engine keeps it.</param>
public readonly record struct WaitingCase(byte Priority, int Since, uint Lot, ulong Household, int Slot) : IComparable<WaitingCase>
{
    /// <summary>The panel's order: kind, then longest waiting, then the lot, then the address.</summary>
    public int CompareTo(WaitingCase other)
    {
        int byPriority = Priority.CompareTo(other.Priority);
        if (byPriority != 0)
        {
            return byPriority;
        }

        int bySince = Since.CompareTo(other.Since);
        if (bySince != 0)
        {
            return bySince;
        }

        int byLot = Lot.CompareTo(other.Lot);
        return byLot != 0 ? byLot : Household.CompareTo(other.Household);
    }
}

/// <summary>
/// The fostering panels: a few a month, each with a limit of cases. Approvals compete with reviews for the slots.
/// </summary>
public sealed class Panel
{
    private readonly List<WaitingCase> _waiting = new(128);
    private double _due;

    /// <summary>Cases that wait.</summary>
    public int WaitingCount => _waiting.Count;

    /// <summary>Forgets every case.</summary>
    public void Reset()
    {
        _waiting.Clear();
        _due = 0;
    }

    /// <summary>The cases that wait, in no particular order.</summary>
    internal ReadOnlySpan<WaitingCase> Waiting => CollectionsMarshal.AsSpan(_waiting);

    /// <summary>The part of the next panel that has come due.</summary>
    internal double Due => _due;

    /// <summary>Goes on from what was kept.</summary>
    internal void Restore(IEnumerable<WaitingCase> waiting, double due)
    {
        _waiting.Clear();
        _waiting.AddRange(waiting);
        _due = due;
    }

    /// <summary>Becomes a copy of another.</summary>
    public void CopyFrom(Panel other)
    {
        _waiting.Clear();
        _waiting.AddRange(other._waiting);
        _due = other._due;
    }

    /// <summary>Puts a case on the list.</summary>
    public void Add(in Effect effect, int day) =>
        _waiting.Add(new WaitingCase(effect.Priority, day, effect.Lot, effect.Entity, effect.Slot));

    /// <summary>Hears the cases of today's panels, if any sits, in the panel's order.</summary>
    /// <param name="rates">How many panels and cases.</param>
    /// <param name="heard">Receives the cases heard; cleared first.</param>
    public void Sit(FosteringRates rates, List<WaitingCase> heard)
    {
        heard.Clear();
        _due += rates.PanelsPerMonth * 12 / Age.Year;
        int panels = (int)_due;
        if (panels == 0)
        {
            return;
        }

        _due -= panels;
        _waiting.Sort();
        int count = Math.Min(panels * rates.CasesPerPanel, _waiting.Count);
        heard.AddRange(CollectionsMarshal.AsSpan(_waiting)[..count]);
        _waiting.RemoveRange(0, count);
    }
}
