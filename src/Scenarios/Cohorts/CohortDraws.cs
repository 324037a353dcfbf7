using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.Cohorts;

/// <summary>
/// What the ordinals of <see cref="Process.Cohort"/> stand for. Whatever a cohort adds to a simulated history is drawn from the address of the child, the
/// family or the home that it belongs to, so that it is the same in any order, on any number of threads and in any subset.
/// </summary>
internal static class CohortDraws
{
    /// <summary>Order of families: words A and B.</summary>
    public const int OrderBlock = 0;

    /// <summary>Word A seeds the personal detail of a child, word B that of a family or a home.</summary>
    public const int SeedBlock = 1;

    /// <summary>Ethnicity, language, size of a family.</summary>
    public const int OriginBlock = 2;

    /// <summary>Sex, where the simulation does not tell it: word A.</summary>
    public const int CharacterBlock = 4;

    /// <summary>Order of the children of an area when families are formed.</summary>
    public const int HouseholdBlock = 3;

    /// <summary>What a builder of cohorts leaves open.</summary>
    public const int BuilderBlock = 5;

    /// <summary>The first of the blocks of addresses, by place.</summary>
    public const int AddressBlock = 100;

    /// <summary>The first of the blocks of addresses, by planning area.</summary>
    public const int AreaBlock = 200;

    /// <summary>The first of the blocks of providers, by the number of the placement.</summary>
    public const int ProviderBlock = 200_000;

    /// <summary>The first of the blocks of postcodes, by place and attempt.</summary>
    public const int PostcodeBlock = 300_000;

    /// <summary>The most postcodes of one home.</summary>
    public const int MostPostcodes = 20_000;

    /// <summary>The first of the blocks of annual returns; each year takes <see cref="BlocksOfAYear"/>.</summary>
    public const int YearBlock = 1000;

    /// <summary>Blocks of one year.</summary>
    public const int BlocksOfAYear = 64;

    /// <summary>The first of the blocks of placements, by their number.</summary>
    public const int PlacementBlock = 100_000;

    /// <summary>The blocks of an entity.</summary>
    public static RandomBlock Cohort(this in Draws draws, int ordinal) => draws.For(Process.Cohort, ordinal);
}
