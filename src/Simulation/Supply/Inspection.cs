using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;

namespace KentSufficiency.Simulation.Supply;

/// <summary>When schools are inspected and what grade they get. Immutable.</summary>
public sealed class InspectionRates
{
    /// <summary>Phases told apart: primary, secondary (all-age included), special.</summary>
    public const int Phases = 3;

    private const int Grades = (int)Grade.Inadequate + 1;

    /// <summary>From one inspection to the next by the grade of the first, in the order of <see cref="Schools.Grade"/>; the first is a new school's.</summary>
    public required DurationLaw[] Gap { get; init; }

    /// <summary>From the grade inadequate to the opening as an academy.</summary>
    public required DurationLaw Conversion { get; init; }

    /// <summary>The next grade (outstanding, good, requires improvement, inadequate), by <see cref="Row"/>.</summary>
    public required AliasTable[] Next { get; init; }

    /// <summary>The row of a school's phase and former grade in <see cref="Next"/>.</summary>
    public static int Row(int phase, Grade former) => (phase * Grades) + (int)former;

    /// <summary>The phase of a kind of school.</summary>
    public static int PhaseOf(SchoolKind kind) => kind switch
    {
        SchoolKind.Special => 2,
        SchoolKind.Secondary or SchoolKind.AllAge => 1,
        _ => 0,
    };
}

/// <summary>
/// Inspections: sooner after a poor grade than after a good one. A school judged inadequate becomes an academy, which is a new school without a
/// grade and is inspected some years later; one that is an academy already is inspected again.
/// </summary>
public static class InspectionRules
{
    private const int StartOrdinal = 1 << 20;

    /// <summary>When a school that is found open on the start is inspected next: part of the gap has passed.</summary>
    public static void Start(ref SchoolStatus status, in Draws draws, int day, InspectionRates rates)
    {
        RandomBlock block = draws.For(Process.Inspection, StartOrdinal);
        double whole = rates.Gap[(int)status.Grade].InStock.Whole(block.UniformA);
        status.NextDay = day + Math.Max(1, Days.Round(whole * block.UniformB, block.C));
    }

    /// <summary>A new school opens: its first inspection follows after some years.</summary>
    public static void Open(ref SchoolStatus status, in Draws draws, int day, InspectionRates rates)
    {
        status.Standing = SchoolStanding.Open;
        Schedule(ref status, draws, day, rates.Gap[(int)status.Grade]);
    }

    /// <summary>Inspects the school, or converts one that was judged inadequate.</summary>
    /// <param name="status">The school's status; <see cref="SchoolStatus.NextDay"/> is set anew.</param>
    /// <param name="school">The school.</param>
    /// <param name="draws">Its luck: the draws of its own address.</param>
    /// <param name="today">The day.</param>
    /// <param name="effects">Receives what follows.</param>
    public static void Wake(ref SchoolStatus status, School school, in Draws draws, in SupplyDay today, SupplyEffects effects)
    {
        InspectionRates rates = today.Rates.Inspection;
        if (status.Standing != SchoolStanding.Open)
        {
            status.NextDay = SchemeState.Never;
            return;
        }

        if (status.Grade == Grade.Inadequate && status.Authority != SchoolAuthority.Academy)
        {
            status.Authority = SchoolAuthority.Academy;
            status.Grade = Grade.None;
            effects.Want(SupplyEffectKind.Academise, school.Index);
            Schedule(ref status, draws, today.Day, rates.Gap[(int)Grade.None]);
            return;
        }

        RandomBlock block = draws.For(Process.Inspection, status.Inspections);
        int row = InspectionRates.Row(InspectionRates.PhaseOf(school.Kind), status.Grade);
        status.Grade = (Grade)(1 + rates.Next[row].Sample(block.UniformA));
        effects.Want(SupplyEffectKind.Graded, school.Index, detail: (int)status.Grade);
        bool converts = status.Grade == Grade.Inadequate && status.Authority != SchoolAuthority.Academy;
        Schedule(ref status, draws, today.Day, converts ? rates.Conversion : rates.Gap[(int)status.Grade]);
    }

    private static void Schedule(ref SchoolStatus status, in Draws draws, int day, DurationLaw law)
    {
        status.Inspections++;
        RandomBlock block = draws.For(Process.Inspection, status.Inspections);
        status.NextDay = day + law.Days(block.UniformB, block.C);
    }
}
