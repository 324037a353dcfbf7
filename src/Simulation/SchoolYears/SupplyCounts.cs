using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Supply;

namespace KentSufficiency.Simulation.SchoolYears;

/// <summary>A scheme and where it stands.</summary>
/// <param name="Scheme">What is planned.</param>
/// <param name="State">How it goes.</param>
internal readonly record struct SchemeCase(Scheme Scheme, SchemeState State);

/// <summary>Counts what the rules of supply tell.</summary>
internal static class SupplyCounts
{
    /// <summary>Counts one effect that changes no place.</summary>
    public static void Add(SchoolCounty county, School school, in SupplyEffect effect)
    {
        switch (effect.Kind)
        {
            case SupplyEffectKind.Decided:
                county.Count(SchoolFlow.SchemesDecided);
                break;
            case SupplyEffectKind.Opened:
                county.Count(SchoolFlow.SchemesOpened);
                if (school.Kind != SchoolKind.Special && county.Schemes[effect.Scheme].Scheme.ByYearGroup)
                {
                    county.Count(school.FirstYear == 7 ? SchoolFlow.SecondaryPlacesOpened : SchoolFlow.PrimaryPlacesOpened, effect.Places);
                }

                break;
            case SupplyEffectKind.Late:
                county.Count(SchoolFlow.SchemesLate);
                break;
            case SupplyEffectKind.Failed:
                county.Count(SchoolFlow.SchemesFailed);
                break;
            case SupplyEffectKind.Bulge:
                county.Count(SchoolFlow.BulgePlaces, effect.Places);
                break;
            case SupplyEffectKind.Pay:
                county.Count(
                    (SupplyMoney)effect.Detail switch
                    {
                        SupplyMoney.Capital => SchoolFlow.Capital,
                        SupplyMoney.Revenue => SchoolFlow.Revenue,
                        _ => SchoolFlow.Contributions,
                    },
                    effect.Pence);
                break;
            default:
                break;
        }
    }
}

/// <summary>Names of stages and grades in the event log.</summary>
internal static class StageNames
{
    private static readonly string[] s_stages = [.. Enum.GetNames<SchemeStage>().Select(name => name.ToLowerInvariant())];
    private static readonly string[] s_grades = [.. Enum.GetNames<Grade>().Select(name => name.ToLowerInvariant())];

    /// <summary>The name of a stage.</summary>
    public static string Of(SchemeStage stage) => s_stages[(int)stage];

    /// <summary>The name of a grade.</summary>
    public static string OfGrade(int grade) => s_grades[grade];
}
