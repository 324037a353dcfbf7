namespace KentSufficiency.Simulation.Supply;

/// <summary>What a scheme does to the places of a school.</summary>
public enum SchemeKind : byte
{
    /// <summary>A larger admission number for every cohort from one on: one intake a year fills up.</summary>
    Enlarge,

    /// <summary>A bulge class: places for one cohort, which ages through the school.</summary>
    Bulge,

    /// <summary>A new school, which fills one intake a year; also the primary part of a secondary school that becomes all-age.</summary>
    Open,

    /// <summary>Places of a specialist resource provision, all years together.</summary>
    ResourcePlaces,

    /// <summary>Commissioned places of a special school, all years together.</summary>
    SpecialPlaces,

    /// <summary>A smaller admission number for every cohort from one on.</summary>
    Remove,

    /// <summary>A closure by decision.</summary>
    Close,
}

/// <summary>
/// Where a scheme has got to. A scheme goes through them in this order, leaving out those that its kind and the school's admission authority
/// do not know; only a cost that has risen too far takes it back, to <see cref="Committee"/>.
/// </summary>
public enum SchemeStage : byte
{
    /// <summary>In the plan, and not begun before the day it is to be taken up.</summary>
    Planned,

    /// <summary>A host is looked for, and what it would take is studied.</summary>
    Feasibility,

    /// <summary>Public consultation.</summary>
    Consultation,

    /// <summary>Waits for the next meeting of the cabinet committee; the decision follows it.</summary>
    Committee,

    /// <summary>The representation period of a public notice.</summary>
    PublicNotice,

    /// <summary>Proposers of a new school compete, and the Secretary of State appoints one.</summary>
    Competition,

    /// <summary>Design, planning consent and highways.</summary>
    Planning,

    /// <summary>The refined cost is put to a key decision; a rise beyond the limit goes back to committee.</summary>
    RefinedCost,

    /// <summary>Waits for the Secretary of State: an academy's changed funding agreement, or the trust that is to take the school.</summary>
    Agreement,

    /// <summary>Building.</summary>
    Build,

    /// <summary>Done, and waits for its September.</summary>
    Ready,

    /// <summary>Open; growth is still being funded, or the last year group finishes in a school that closes.</summary>
    Open,

    /// <summary>Given up; temporary places may still stand in for it in the September it was planned for.</summary>
    Failed,

    /// <summary>Nothing more happens.</summary>
    Ended,
}

/// <summary>Why a scheme was given up.</summary>
public enum SchemeFailure : byte
{
    /// <summary>It was not.</summary>
    None,

    /// <summary>No school or site could take it.</summary>
    NoHost,

    /// <summary>The need was judged lower than it had been.</summary>
    NeedJudgedLower,

    /// <summary>Planning consent was not obtainable, highways included.</summary>
    Planning,

    /// <summary>The Secretary of State did not agree, or no proposer was found.</summary>
    Agreement,

    /// <summary>The cost had risen and the decision was not taken again.</summary>
    Cost,

    /// <summary>The scenario cancels it.</summary>
    Cancelled,
}

/// <summary>What is planned for a school's places: the unchanging half of a scheme. How it goes is in <see cref="SchemeState"/>.</summary>
public readonly record struct Scheme
{
    /// <summary>Address, by which its luck is drawn: the same in every scenario that has it.</summary>
    public required ulong Address { get; init; }

    /// <summary>The school, by index.</summary>
    public required int School { get; init; }

    /// <summary>What it does.</summary>
    public required SchemeKind Kind { get; init; }

    /// <summary>Places a year group; for a special school or a resource provision all years together; 0 for a closure.</summary>
    public required int Places { get; init; }

    /// <summary>The academic year in whose September it was planned to open.</summary>
    public required int FromYear { get; init; }

    /// <summary>The stage it is in on <see cref="StageDay"/>.</summary>
    public required SchemeStage Stage { get; init; }

    /// <summary>The day on which it entered that stage; before day 0 where it is under way, later where it is taken up later.</summary>
    public required int StageDay { get; init; }

    /// <summary>Years by which a decision puts the opening off; no temporary places stand in for those.</summary>
    public int HeldYears { get; init; }

    /// <summary>The day on which it is cancelled, unless its places have been offered by then; null for never.</summary>
    public int? CancelDay { get; init; }

    /// <summary>Whether nothing can go wrong with it: a what-if, or what is known to have come about.</summary>
    public bool Certain { get; init; }

    /// <summary>Whether the Secretary of State must agree although the school is no academy yet: the places wait for its trust.</summary>
    public bool NeedsAgreement { get; init; }

    /// <summary>Whether it answers to new dwellings, whose developers contribute.</summary>
    public bool Housing { get; init; }

    /// <summary>A school that takes a bulge class where a new school is not ready; null for none.</summary>
    public int? Cover { get; init; }

    /// <summary>Capital cost as estimated, in pence; 0 where it follows from the places.</summary>
    public long CapitalPence { get; init; }

    /// <summary>The September it is to open in, deliberate delay included.</summary>
    public int TargetYear => FromYear + HeldYears;

    /// <summary>Whether it changes places by year group.</summary>
    public bool ByYearGroup => Kind is not (SchemeKind.ResourcePlaces or SchemeKind.SpecialPlaces);
}
