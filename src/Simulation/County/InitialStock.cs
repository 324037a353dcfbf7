using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.Simulation.County;

/// <summary>How many of whom are present at the start of the lead-in. Counts come from the data, histories are drawn.</summary>
public sealed class InitialStock
{
    /// <summary>An empty county.</summary>
    public static InitialStock Empty { get; } = new();

    /// <summary>Looked-after children who are not unaccompanied.</summary>
    public int LookedAfter { get; init; }

    /// <summary>Unaccompanied children looked after.</summary>
    public int Unaccompanied { get; init; }

    /// <summary>What more is known of those looked after; null where only their number is.</summary>
    public KnownStock? Known { get; init; }

    /// <summary>Share of entries to care by band of age, for the histories of those looked after.</summary>
    public AliasTable? EntryAge { get; init; }

    /// <summary>Care leavers.</summary>
    public int CareLeavers { get; init; }

    /// <summary>Young people Staying Put.</summary>
    public int StayingPut { get; init; }

    /// <summary>Children being assessed.</summary>
    public int Assessments { get; init; }

    /// <summary>Children in need.</summary>
    public int ChildrenInNeed { get; init; }

    /// <summary>Children with a protection plan.</summary>
    public int ProtectionPlans { get; init; }

    /// <summary>Share of those with a plan, or about to return, who had one before.</summary>
    public double PlannedBefore { get; init; }

    /// <summary>Children open to early help.</summary>
    public int EarlyHelp { get; init; }

    /// <summary>Children at home who will be referred again.</summary>
    public int ReturningToReferral { get; init; }

    /// <summary>Share of those whose last case was a child in need plan.</summary>
    public double ReturningAfterPlan { get; init; }

    /// <summary>Children at home who will return to early help.</summary>
    public int ReturningToEarlyHelp { get; init; }

    /// <summary>Children at home who will return to care.</summary>
    public int ReturningToCare { get; init; }

    /// <summary>Approved foster households.</summary>
    public int Households { get; init; }

    /// <summary>Share of households by district.</summary>
    public double[] HouseholdShares { get; init; } = [];

    /// <summary>Share of children by district.</summary>
    public double[] ChildShares { get; init; } = [];

    /// <summary>Share of households with a long-term child that have given notice and wind down.</summary>
    public double WindingDown { get; init; }

    /// <summary>Households that have enquired and will apply.</summary>
    public int Enquirers { get; init; }

    /// <summary>Households being assessed that will go to panel.</summary>
    public int Applications { get; init; }

    /// <summary>Households being assessed that will withdraw.</summary>
    public int Withdrawing { get; init; }

    /// <summary>Share of households on hold.</summary>
    public double OnHold { get; init; }

    /// <summary>Share of households inactive.</summary>
    public double Inactive { get; init; }

    /// <summary>Children of other authorities in Kent.</summary>
    public int OtherAuthorities { get; init; }
}
