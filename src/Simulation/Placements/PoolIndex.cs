using System.Runtime.CompilerServices;
using KentSufficiency.Simulation.County;

namespace KentSufficiency.Simulation.Placements;

/// <summary>Places in a pool of homes of one kind in one area.</summary>
/// <param name="Kind">Kind of home.</param>
/// <param name="Area">0 to 3 in Kent, 4 outside.</param>
/// <param name="Places">Places that may be filled.</param>
public readonly record struct PoolSize(HomeKind Kind, int Area, int Places);

/// <summary>Finds the pool of a kind in an area, and the areas to try in turn.</summary>
public sealed class PoolIndex
{
    private const int Areas = KentMap.Outside + 1;
    private const int NotKnown = -1;
    private static readonly int s_kinds = Enum.GetValues<HomeKind>().Length;
    private readonly int[] _homes = new int[s_kinds * Areas];
    private readonly int[][] _order = new int[Areas][];

    // By kind, in Kent and anywhere: how often room had been noted when none was found, or that it is not known.
    private readonly int[] _full = new int[2 * s_kinds];

    /// <summary>The areas to try from each area: itself, the other areas of Kent by distance, outside last.</summary>
    public ReadOnlySpan<int> OrderFrom(int area) => _order[area];

    /// <summary>The register's index of a pool, or -1.</summary>
    public int Find(HomeKind kind, int area) => _homes[((int)kind * Areas) + area];

    /// <summary>Whether any pool of a kind has so many free places.</summary>
    public bool HaveRoom(HomeRegister register, HomeKind kind, int places, bool inKentOnly)
    {
        ref int full = ref _full[(2 * (int)kind) + (inKentOnly ? 0 : 1)];
        int noted = register.RoomNoted(kind);
        if (full == noted)
        {
            return false; // Nobody has left since the last who asked found none: there is no need to look.
        }

        bool found = FindRoom(register, kind, places, inKentOnly);
        full = found || places > 1 ? NotKnown : noted;
        return found;
    }

    /// <summary>Whether the last who asked found no room in Kent and nobody has left since: there is no need to look.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsKnownFull(HomeRegister register, HomeKind kind) => _full[2 * (int)kind] == register.RoomNoted(kind);

    /// <summary>The first pool of a kind with room, from an area on and within Kent; -1 where there is none.</summary>
    public int FirstInKent(HomeRegister register, HomeKind kind, int from)
    {
        foreach (int area in OrderFrom(from))
        {
            int home = Find(kind, area);
            if (home >= 0 && area != KentMap.Outside && register[home].Free > 0)
            {
                return home;
            }
        }

        _full[2 * (int)kind] = register.RoomNoted(kind);
        return -1;
    }

    private bool FindRoom(HomeRegister register, HomeKind kind, int places, bool inKentOnly)
    {
        for (int area = inKentOnly ? KentMap.Outside - 1 : KentMap.Outside; area >= 0; area--)
        {
            int home = Find(kind, area);
            if (home >= 0 && register[home].Free >= places)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Registers the pools of a replication.</summary>
    public void Build(HomeRegister register, IReadOnlyList<PoolSize> pools, KentMap map)
    {
        Array.Fill(_homes, -1);
        Array.Fill(_full, NotKnown);
        Resize(register, pools);
        for (int from = 0; from < Areas; from++)
        {
            _order[from] ??= Order(from, map);
        }
    }

    /// <summary>Finds again the pools of a register that was kept.</summary>
    internal void Restore(HomeRegister register, KentMap map)
    {
        Array.Fill(_homes, -1);
        Array.Fill(_full, NotKnown);
        for (int home = 0; home < register.Count; home++)
        {
            if (EntityId.Kind(register[home].Id) == EntityKind.HomePool)
            {
                _homes[((int)register[home].Kind * Areas) + register[home].Place] = home;
            }
        }

        for (int from = 0; from < Areas; from++)
        {
            _order[from] ??= Order(from, map);
        }
    }

    /// <summary>Becomes a copy of another index.</summary>
    public void CopyFrom(PoolIndex other)
    {
        other._homes.CopyTo(_homes);
        Array.Fill(_full, NotKnown);
        other._order.CopyTo(_order);
    }

    /// <summary>Opens, enlarges or reduces pools.</summary>
    public void Resize(HomeRegister register, IReadOnlyList<PoolSize> pools)
    {
        for (int i = 0; i < pools.Count; i++)
        {
            PoolSize pool = pools[i]; // By index: an enumerator of the list would be an object a replication.
            ref int home = ref _homes[((int)pool.Kind * Areas) + pool.Area];
            if (home >= 0)
            {
                register.Resize(home, pool.Places);
                continue;
            }

            home = register.Add(new Home
            {
                Id = EntityId.Of(EntityKind.HomePool, pool.Area, 0, (int)pool.Kind),
                Kind = pool.Kind,
                Place = (byte)pool.Area,
                Area = (byte)pool.Area,
                Approved = pool.Places,
                AgeHigh = 25,
                Skill = 3,
                Household = -1,
            });
        }
    }

    private static int[] Order(int from, KentMap map)
    {
        (double East, double North) Centre(int area)
        {
            var members = Enumerable.Range(0, KentMap.Districts).Where(d => map.AreaOf(d) == area).ToList();
            return (members.Average(d => map[d].East), members.Average(d => map[d].North));
        }

        if (from == KentMap.Outside)
        {
            return [KentMap.Outside, 1, 3, 2, 0];
        }

        (double East, double North) here = Centre(from);
        IEnumerable<int> near = Enumerable.Range(0, KentMap.Outside).OrderBy(area =>
        {
            (double east, double north) = Centre(area);
            return ((east - here.East) * (east - here.East)) + ((north - here.North) * (north - here.North));
        });
        return [.. near, KentMap.Outside];
    }
}
