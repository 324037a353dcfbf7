using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.Simulation.Supply;

/// <summary>How schemes go, schools are inspected and judged viable, and places are planned. Immutable once built.</summary>
public sealed class SupplyRates
{
    /// <summary>What can go wrong with a scheme.</summary>
    public required SchemeRisks Risks { get; init; }

    /// <summary>How long the stages of a scheme take.</summary>
    public required SchemeTimes Times { get; init; }

    /// <summary>What places cost.</summary>
    public required PlaceCosts Costs { get; init; }

    /// <summary>Inspections.</summary>
    public required InspectionRates Inspection { get; init; }

    /// <summary>Confidence, deficits and closures.</summary>
    public required ViabilityRates Viability { get; init; }

    /// <summary>The rule by which places are commissioned; off by default.</summary>
    public required PlannerRates Planner { get; init; }
}

/// <summary>What can go wrong with a scheme; shares of the schemes that come to the stage, before the multiplier. Immutable.</summary>
public sealed class SchemeRisks
{
    /// <summary>Multiplies every risk below; 1 as in the round of 2014, 0 for none. A product above 1 counts as 1.</summary>
    public required double Multiplier { get; init; }

    /// <summary>No school can take a bulge class, a stand-in included.</summary>
    public required double NoHost { get; init; }

    /// <summary>Feasibility finds no way to enlarge the school.</summary>
    public required double NoSite { get; init; }

    /// <summary>A bulge class turns out not to be needed.</summary>
    public required double NeedJudgedLower { get; init; }

    /// <summary>Committee holds the growth of an established school for a year until its standards rise.</summary>
    public required double StandardsHold { get; init; }

    /// <summary>Planning consent is not obtainable, highways included.</summary>
    public required double PlanningRefused { get; init; }

    /// <summary>The Secretary of State does not agree, or no proposer comes forward.</summary>
    public required double AgreementRefused { get; init; }

    /// <summary>A new school opens with half its planned intake.</summary>
    public required double HalfSize { get; init; }

    /// <summary>A scheme that comes back because of its cost is given up. Its costs rise whatever the multiplier.</summary>
    public required double CostRefused { get; init; }

    /// <summary>A new school whose building is late opens off site.</summary>
    public required double OffSite { get; init; }
}

/// <summary>How long the stages of a scheme take. Immutable.</summary>
public sealed class SchemeTimes
{
    /// <summary>Multiplies feasibility, agreement, planning and building; 1 as judged, above 0.</summary>
    public required double Multiplier { get; init; }

    /// <summary>Feasibility.</summary>
    public required DurationLaw Feasibility { get; init; }

    /// <summary>Finding a host for a bulge class.</summary>
    public required DurationLaw BulgeHost { get; init; }

    /// <summary>Shortest consultation, days.</summary>
    public required int ConsultationLeast { get; init; }

    /// <summary>Longest consultation, days.</summary>
    public required int ConsultationMost { get; init; }

    /// <summary>Days from the end of a consultation to the earliest meeting that can have its report.</summary>
    public required int ReportDays { get; init; }

    /// <summary>The representation period of a public notice, days.</summary>
    public required int NoticeDays { get; init; }

    /// <summary>The Secretary of State's agreement to an academy's changed funding agreement.</summary>
    public required DurationLaw Agreement { get; init; }

    /// <summary>The competition for a new school, to the Secretary of State's appointment.</summary>
    public required DurationLaw Competition { get; init; }

    /// <summary>Design, planning consent and highways.</summary>
    public required DurationLaw Planning { get; init; }

    /// <summary>From planning consent to the key decision on the refined cost, days.</summary>
    public required int KeyDecisionDays { get; init; }

    /// <summary>Building at a primary school.</summary>
    public required DurationLaw BuildPrimary { get; init; }

    /// <summary>Building at a secondary or special school.</summary>
    public required DurationLaw BuildSecondary { get; init; }

    /// <summary>Building a new school.</summary>
    public required DurationLaw BuildNew { get; init; }

    /// <summary>Days by which the building at a school that grows may be late: its first larger intake needs one room of several.</summary>
    public required int GraceDays { get; init; }
}

/// <summary>What places cost, in pence at the prices of the papers. Immutable.</summary>
public sealed class PlaceCosts
{
    /// <summary>A place in an enlarged primary school.</summary>
    public required long PrimaryPlace { get; init; }

    /// <summary>A place in an enlarged secondary school.</summary>
    public required long SecondaryPlace { get; init; }

    /// <summary>A place in a new school.</summary>
    public required long NewPlace { get; init; }

    /// <summary>A place in a special school.</summary>
    public required long SpecialPlace { get; init; }

    /// <summary>A place in a specialist resource provision.</summary>
    public required long ResourcePlace { get; init; }

    /// <summary>A temporary classroom: one bulge class.</summary>
    public required long TemporaryClassroom { get; init; }

    /// <summary>Revenue to set up a classroom.</summary>
    public required long ClassroomSetUp { get; init; }

    /// <summary>Equipment of a classroom with information technology, from capital.</summary>
    public required long ClassroomEquipment { get; init; }

    /// <summary>Growth funding for a pupil of the added intake, a year.</summary>
    public required long GrowthPupil { get; init; }

    /// <summary>Years of growth funding.</summary>
    public required int GrowthYears { get; init; }

    /// <summary>The refined cost over the estimate.</summary>
    public required LogNormal CostRatio { get; init; }

    /// <summary>The rise of cost that sends a scheme back to committee, 0.1 for 10%.</summary>
    public required double RiseAllowed { get; init; }

    /// <summary>The share of a new school's capital that developers pay.</summary>
    public required double NewSchoolContribution { get; init; }

    /// <summary>The share of the capital of a scheme that answers to new dwellings.</summary>
    public required double HousingContribution { get; init; }
}
