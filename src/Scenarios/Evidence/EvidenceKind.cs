namespace KentSufficiency.Scenarios.Evidence;

/// <summary>What kind of statement a number is. The report prints it beside the number.</summary>
public enum EvidenceKind
{
    /// <summary>Printed for Kent, or for a part of it, in the source.</summary>
    Observed,

    /// <summary>Calculated by the project from observed numbers; the note or meaning says how.</summary>
    Derived,

    /// <summary>A figure for England, or a group of authorities, or the law: true of Kent only by analogy or by statute.</summary>
    National,

    /// <summary>The project's own judgement. Always carries a range.</summary>
    Assumed,
}
