using KentSufficiency.Simulation.Money;
using KentSufficiency.Simulation.Placements;

namespace KentSufficiency.Simulation.LivingCounty;

/// <summary>
/// What the desk keeps of its own between two days; children, households and their homes are kept by themselves. Everything is named by
/// address, never by slot.
/// </summary>
public sealed record DeskState
{
    /// <summary>The day at whose end this stood.</summary>
    public int Day { get; init; }

    /// <summary>The queue of the placement service.</summary>
    public QueuedRequest[] Queue { get; init; } = [];

    /// <summary>Cases that the stability team could take at once.</summary>
    public double StabilityTokens { get; init; }

    /// <summary>Cases that wait for a fostering panel.</summary>
    public PanelEntry[] Panel { get; init; } = [];

    /// <summary>The part of the next panel that has come due.</summary>
    public double PanelDue { get; init; }

    /// <summary>Beds lent while carers are on leave.</summary>
    public LentBeds[] Respite { get; init; } = [];

    /// <summary>Pools of homes.</summary>
    public HomeRecord[] Pools { get; init; } = [];

    /// <summary>Happenings since the first day.</summary>
    public long[] Flows { get; init; } = [];

    /// <summary>Children by phase.</summary>
    public int[] Stocks { get; init; } = [];

    /// <summary>Unaccompanied children looked after.</summary>
    public int UnaccompaniedLookedAfter { get; init; }

    /// <summary>Young people Staying Put.</summary>
    public int StayingPut { get; init; }

    /// <summary>What the ledger keeps.</summary>
    public LedgerState Ledger { get; init; } = new([], [], 0, 0, 0);

    /// <summary>Nights paid so far, of the price classes that were ever used.</summary>
    public NightTotal[] Nights { get; init; } = [];

    /// <summary>Children who outgrew their price class since the month began; all others are in the class of their age.</summary>
    public OutgrownClass[] Outgrown { get; init; } = [];

    /// <summary>Schemes that were ordered so far; with them the school years can be lived again.</summary>
    public SchoolOrder[] SchoolOrders { get; init; } = [];

    /// <summary>The fingerprint of the school years; 0 where there are none, or none has begun.</summary>
    public ulong SchoolDigest { get; init; }

    /// <summary>Which residents the children in care are; null where that is not known yet, or never will be.</summary>
    public CareSchools.CareSchoolState? CareSchools { get; init; }
}

/// <summary>A place in the queue.</summary>
/// <param name="Child">The child's address.</param>
/// <param name="Priority">0 tonight, 1 planned.</param>
/// <param name="Since">The day of the request.</param>
/// <param name="Lot">Addressed lot of the sibling group.</param>
/// <param name="Reason">Why a home is sought.</param>
/// <param name="Offers">How often the child has been offered to homes; the child itself is told when one takes it.</param>
public readonly record struct QueuedRequest(ulong Child, byte Priority, int Since, uint Lot, MoveReason Reason, ushort Offers);

/// <summary>A case that waits for panel.</summary>
/// <param name="Household">The household's address.</param>
/// <param name="Priority">Kind of case.</param>
/// <param name="Since">The day it was ready.</param>
/// <param name="Lot">Addressed lot.</param>
public readonly record struct PanelEntry(ulong Household, byte Priority, int Since, uint Lot);

/// <summary>Where the children of a household sleep while its carers are on leave.</summary>
/// <param name="Home">The household's home, by index.</param>
/// <param name="Hosts">The homes that lend a bed, by index; -1 where none was found.</param>
public readonly record struct LentBeds(int Home, int[] Hosts);

/// <summary>The account of one price class.</summary>
/// <param name="Class">The class.</param>
/// <param name="Offset">Days added less days taken away.</param>
/// <param name="Taken">Nights taken so far.</param>
public readonly record struct NightTotal(int Class, long Offset, long Taken);

/// <summary>A child whose nights are still paid as those of a younger one, until the month ends.</summary>
/// <param name="Child">The child's address.</param>
/// <param name="Class">The price class.</param>
/// <param name="Until">The day on which it was outgrown.</param>
public readonly record struct OutgrownClass(ulong Child, int Class, int Until);
