using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.Numerics;

namespace KentSufficiency.Simulation.Care;

/// <summary>Rates and laws of episodes of care; children who are not unaccompanied.</summary>
public sealed class CareRates
{
    /// <summary>Permanence plan at entry by band of age; entries in the order of <see cref="CarePlan"/>.</summary>
    public required AliasTable[] Plans { get; init; }

    /// <summary>Length of the episode by <see cref="CarePlan"/>; for adoption the days to moving in with adopters.</summary>
    public required DurationLaw[] Length { get; init; }

    /// <summary>Days from moving in with adopters to the order.</summary>
    public required DurationLaw AdoptersToOrder { get; init; }

    /// <summary>Share of long-term plans that end before 18 after all.</summary>
    public required double LongTermRevised { get; init; }

    /// <summary>Length of an episode whose long-term plan is revised.</summary>
    public required DurationLaw LongTermRevisedLength { get; init; }

    /// <summary>Days that police protection and an emergency protection order last (72 hours; 8 days).</summary>
    public required (int Police, int Emergency) Protection { get; init; }

    /// <summary>Days from an interim order, or from being accommodated, to the full care order.</summary>
    public required DurationLaw ToCareOrder { get; init; }

    /// <summary>Share of children accommodated under section 20 with a long-term plan for whom a care order follows.</summary>
    public required double AccommodatedToOrder { get; init; }

    /// <summary>Share of girls.</summary>
    public required double Girls { get; init; }

    /// <summary>Category of need at entry; entries in the order of <see cref="NeedCode"/>.</summary>
    public required AliasTable Needs { get; init; }

    /// <summary>Level of need 0 to 3 at entry by band of age.</summary>
    public required AliasTable[] NeedLevels { get; init; }

    /// <summary>Legal status at entry by band of age; entries in the order of <see cref="LegalStatus"/>.</summary>
    public required AliasTable[] Legal { get; init; }

    /// <summary>Size of the sibling group that enters together, less one.</summary>
    public required AliasTable GroupSize { get; init; }

    /// <summary>Share of disabled children.</summary>
    public required double Disabled { get; init; }

    /// <summary>Share who need to be the only child placed, by level of need.</summary>
    public required double[] SinglePlacement { get; init; }

    /// <summary>Share of revised long-term plans that end at home; the rest in special guardianship.</summary>
    public required double RevisedToHome { get; init; }

    /// <summary>Share of returns home that are planned (E4A).</summary>
    public required double PlannedReturn { get; init; }

    /// <summary>Share of adoptions by E11; the rest by E12.</summary>
    public required double AdoptionUnopposed { get; init; }

    /// <summary>Among plans that end otherwise, the shares of E9 and of E2; the rest E8.</summary>
    public required (double Custody, double Death) OtherEnds { get; init; }

    /// <summary>Multiplies the time to return home while the first home is of a kind, by <see cref="HomeKind"/>.</summary>
    public required double[] ReturnHomeFactor { get; init; }

    /// <summary>Return to care after going home.</summary>
    public required ReturnLaw AfterReturnHome { get; init; }
}
