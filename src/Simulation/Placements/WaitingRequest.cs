namespace KentSufficiency.Simulation.Placements;

/// <summary>A child's place in the central queue.</summary>
/// <param name="Priority">0 tonight, 1 planned.</param>
/// <param name="Since">The day of the request.</param>
/// <param name="Lot">Addressed lot of the sibling group.</param>
/// <param name="Id">The child's address; brothers and sisters stand side by side.</param>
/// <param name="Slot">Where the engine keeps the child.</param>
/// <param name="Reason">Why a home is sought.</param>
public readonly record struct WaitingRequest(byte Priority, int Since, uint Lot, ulong Id, int Slot, MoveReason Reason) : IComparable<WaitingRequest>
{
    /// <summary>The order of the queue: tonight before planned, longest waiting first, then the lot, then the address.</summary>
    public int CompareTo(WaitingRequest other) => ComesBefore(other) ? -1 : other.ComesBefore(this) ? 1 : 0;

    /// <summary>Whether this request is answered before another.</summary>
    internal bool ComesBefore(in WaitingRequest other) =>
        Order != other.Order ? Order < other.Order : Lot != other.Lot ? Lot < other.Lot : Id < other.Id;

    /// <summary>Priority and day as one number, so that most comparisons are one.</summary>
    private long Order => ((long)Priority << 32) + Since;
}
