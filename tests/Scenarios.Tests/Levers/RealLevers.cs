using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Levers;

namespace KentSufficiency.ScenariosTests.Levers;

/// <summary>The levers that ship.</summary>
internal static class RealLevers
{
    private static readonly Lazy<LeverCatalogue> s_catalogue = new(() => LeverCatalogue.Load(DataFolder.Locate()));

    public static LeverCatalogue Catalogue => s_catalogue.Value;
}
