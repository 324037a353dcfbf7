using KentSufficiency.Simulation.County;

namespace KentSufficiency.Simulation.Money;

/// <summary>
/// What a night costs depends on: where the child lives, its age, its level of need, and whether it is unaccompanied. Each combination is
/// a class with a number; 0 is everybody for whom no night is paid. Care leavers have three classes of their own.
/// </summary>
public static class PriceClass
{
    /// <summary>Nobody's night.</summary>
    public const int None = 0;

    /// <summary>Levels of need.</summary>
    public const int Needs = 4;

    private const int Kinds = (int)HomeKind.AssessmentBed + 1;

    /// <summary>Number of classes.</summary>
    public const int Count = 1 + (Kinds * Bands * Needs * 2) + 3;

    /// <summary>A care leaver who lives on their own account.</summary>
    public const int CareLeaver = Count - 3;

    /// <summary>A care leaver Staying Put with former carers.</summary>
    public const int StayingPut = Count - 2;

    /// <summary>A care leaver in supported lodgings.</summary>
    public const int LeaverInLodgings = Count - 1;

    /// <summary>Bands of age by which carers are paid.</summary>
    public const int Bands = 6;

    // The birthdays at which a band ends, in days: 2, 5, 9, 11 and 16 years; the last has no end.
    private static readonly int[] s_ends = [731, 1827, 3288, 4018, Age.Days16, int.MaxValue];

    private static readonly CostCategory[] s_categories = [.. Enumerable.Range(0, Count).Select(CategoryOf)];

    /// <summary>The class of a child's nights from a day on.</summary>
    public static int Of(in ChildState child, int day) => child.Phase switch
    {
        Phase.LookedAfter => Of(child.Place, Band(child.AgeOn(day)), child.NeedLevel, child.Is(ChildFacts.Unaccompanied)),
        Phase.CareLeaver when !child.Is(ChildFacts.StayingPut) => CareLeaver,
        Phase.CareLeaver => child.Place == HomeKind.SupportedLodgings ? LeaverInLodgings : StayingPut,
        _ => None,
    };

    /// <summary>The class of a combination.</summary>
    /// <param name="home">Where the child lives.</param>
    /// <param name="band">Band of age, 0 to 5.</param>
    /// <param name="need">Level of need, 0 to 3.</param>
    /// <param name="unaccompanied">Whether the child is an unaccompanied asylum-seeking child.</param>
    public static int Of(HomeKind home, int band, int need, bool unaccompanied) =>
        1 + (((((((int)home * Bands) + band) * Needs) + need) * 2) + (unaccompanied ? 1 : 0));

    /// <summary>The band of an age in days: under 2, 2-4, 5-8, 9-10, 11-15 and 16-17 years.</summary>
    public static int Band(int age)
    {
        int band = 0;
        foreach (int end in s_ends)
        {
            band += age >= end ? 1 : 0; // Ages come in no order: all are compared, and none guessed.
        }

        return band;
    }

    /// <summary>The age in days at which the band of an age ends.</summary>
    public static int BandEnd(int age) => s_ends[Band(age)];

    /// <summary>Whether the class is of children looked after.</summary>
    public static bool IsLookedAfter(int priceClass) => priceClass is > None and < CareLeaver;

    /// <summary>Whether the class is of unaccompanied children looked after.</summary>
    public static bool IsUnaccompanied(int priceClass) => IsLookedAfter(priceClass) && (priceClass - 1) % 2 == 1;

    /// <summary>Who is paid for a night of the class.</summary>
    public static CostCategory Category(int priceClass) => s_categories[priceClass];

    private static CostCategory CategoryOf(int priceClass) => priceClass switch
    {
        None => CostCategory.OtherPlacements,
        CareLeaver => CostCategory.CareLeavers,
        StayingPut => CostCategory.StayingPut,
        LeaverInLodgings => CostCategory.Lodgings,
        _ => CostCategories.Of((HomeKind)((priceClass - 1) / (Bands * Needs * 2))),
    };
}
