using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Send;

/// <summary>What became of a request or plan.</summary>
public enum PlanOutcomeKind : byte
{
    /// <summary>The child is not assessed.</summary>
    Refused,

    /// <summary>The child was assessed and needs no plan.</summary>
    NoPlan,

    /// <summary>There is a plan, and the setting it names from today.</summary>
    Issued,

    /// <summary>The setting changes from today.</summary>
    Moved,

    /// <summary>The plan names a setting from next September.</summary>
    Named,

    /// <summary>The plan has ceased; the child stays where it is.</summary>
    Ceased,
}

/// <summary>Tells whoever keeps the children what became of a request or plan.</summary>
/// <param name="Kind">What.</param>
/// <param name="Id">The child's address.</param>
/// <param name="Child">The child's slot with the engine, or <see cref="PlanState.NoChild"/>.</param>
/// <param name="Need">Kind of need.</param>
/// <param name="Wanted">The setting that the needs ask for.</param>
/// <param name="Setting">The setting found.</param>
/// <param name="School">The school found, or -1 where the child stays or goes to none of Kent's schools.</param>
/// <param name="InTime">Whether a plan was issued within the limit.</param>
public readonly record struct PlanOutcome(
    PlanOutcomeKind Kind, ulong Id, int Child, byte Need, Setting Wanted, Setting Setting, int School, bool InTime)
    : IComparable<PlanOutcome>
{
    /// <summary>By kind, then by address.</summary>
    public int CompareTo(PlanOutcome other)
    {
        int byKind = (int)Kind - (int)other.Kind;
        return byKind != 0 ? byKind : Id.CompareTo(other.Id);
    }
}
