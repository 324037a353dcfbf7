namespace KentSufficiency.Simulation.Placements;

/// <summary>Why a home is sought or a placement ended (SSDA903 REASON_PLACE_CHANGE, with entry and end of care added).</summary>
public enum MoveReason : byte
{
    /// <summary>Entering care.</summary>
    Entry,

    /// <summary>CARPL: change to, or implementation of, the care plan.</summary>
    CarePlan,

    /// <summary>CLOSE: the home closed or the carers resigned.</summary>
    HomeClosed,

    /// <summary>CLOSE: the carers gave notice, and a move can be planned.</summary>
    HomeClosing,

    /// <summary>ALLEG: allegation.</summary>
    Allegation,

    /// <summary>CREQB: carers' request because of the child's behaviour.</summary>
    CarerBehaviour,

    /// <summary>CREQO: carers' request, other.</summary>
    CarerOther,

    /// <summary>CHILD: the child's request.</summary>
    ChildRequest,

    /// <summary>LAREQ: the responsible authority's request.</summary>
    AuthorityRequest,

    /// <summary>PLACE: change in the status of the placement only, same carers.</summary>
    StatusOnly,

    /// <summary>OTHER.</summary>
    Other,

    /// <summary>The end of care.</summary>
    EndOfCare,
}
