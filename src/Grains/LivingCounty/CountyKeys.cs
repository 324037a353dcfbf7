using System.Globalization;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>The keys of a living county's grains. Each begins with a word that no store takes for a number.</summary>
public static class CountyKeys
{
    /// <summary>The county.</summary>
    public static string County(string twin) => $"county/{twin}";

    /// <summary>The placement service.</summary>
    public static string PlacementService(string twin) => $"placement-service/{twin}";

    /// <summary>Who knows all places at schools.</summary>
    public static string SchoolPlaces(string twin) => $"school-places/{twin}";

    /// <summary>A ward: a district, or the coast.</summary>
    public static string District(string twin, int ward) => $"district/{twin}/ward-{ward.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A child.</summary>
    public static string Child(string twin, ulong id) => $"child/{twin}/{Address(id)}";

    /// <summary>A fostering household.</summary>
    public static string Household(string twin, ulong id) => $"household/{twin}/{Address(id)}";

    /// <summary>A school, by the id or the name that people gave it.</summary>
    public static string School(string twin, string name) => $"school/{twin}/{name}";

    /// <summary>The twin that a key belongs to.</summary>
    public static string TwinOf(string key) => key.Split('/')[1];

    /// <summary>What follows the twin in a key.</summary>
    public static string LastOf(string key) => key[(key.LastIndexOf('/') + 1)..];

    /// <summary>The address in the key of a child or household.</summary>
    public static ulong IdOf(string key) => ulong.Parse(key.AsSpan(key.LastIndexOf('/') + 1), CultureInfo.InvariantCulture);

    /// <summary>The ward of a district's key.</summary>
    public static int WardOf(string key) => int.Parse(LastOf(key)["ward-".Length..], CultureInfo.InvariantCulture);

    /// <summary>An entity's address as people read it, and as the event log writes it.</summary>
    public static string Address(ulong id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether an address is that of a fostering household.</summary>
    public static bool IsHousehold(ulong id) =>
        EntityId.Kind(id) is EntityKind.EnquiringHousehold or EntityKind.StockHousehold or EntityKind.ConnectedHousehold;
}
