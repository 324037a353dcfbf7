using KentSufficiency.Scenarios.Cohorts.History;

namespace KentSufficiency.Scenarios.Cohorts.Families;

/// <summary>A child of one replication: looked after at some time, or a resident who never was.</summary>
/// <param name="Care">Its life in care, or null.</param>
/// <param name="Resident">Number of the resident who it is, or -1.</param>
internal readonly record struct Member(CareHistory? Care, int Resident);

/// <summary>Children who belong together, in the order in which a cohort takes them.</summary>
/// <param name="Lead">Address of the child by whom the family's luck is drawn.</param>
/// <param name="Lot">The lot that orders families.</param>
/// <param name="Members">The children; the first gives the family its number.</param>
internal sealed record FamilyUnit(ulong Lead, ulong Lot, IReadOnlyList<Member> Members) : IComparable<FamilyUnit>
{
    /// <summary>By lot, then by address.</summary>
    public int CompareTo(FamilyUnit? other)
    {
        int byLot = Lot.CompareTo(other!.Lot);
        return byLot != 0 ? byLot : Lead.CompareTo(other.Lead);
    }
}

/// <summary>A family, and those of its children whom a cohort has taken.</summary>
/// <param name="Family">The family.</param>
/// <param name="Members">The children taken, one at least, in the family's order.</param>
internal sealed record TakenFamily(FamilyUnit Family, IReadOnlyList<Member> Members);
