using KentSufficiency.Scenarios.Strategies;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>What of the time after its origin a back-cast is given, because nobody could have foretold it and somebody else decided on it.</summary>
[Flags]
public enum GivenThings
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Arrivals of unaccompanied children, as counted. For the care side.</summary>
    UascArrivals = 1,

    /// <summary>New dwellings, as built. For the school side; the papers tell of none that were finished between two observations.</summary>
    Housing = 2,

    /// <summary>School schemes, as delivered rather than as planned. For the school side.</summary>
    Expansions = 4,
}

/// <summary>The names of what can be given, as <c>--given</c> has them.</summary>
public static class GivenNames
{
    private static readonly (string Name, GivenThings Thing)[] s_names =
        [("uasc-arrivals", GivenThings.UascArrivals), ("housing", GivenThings.Housing), ("expansions", GivenThings.Expansions)];

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All => [.. s_names.Select(named => named.Name)];

    /// <summary>Reads names separated by commas.</summary>
    /// <exception cref="BackCastException">One of them is unknown; the message says what there is.</exception>
    public static GivenThings Read(IEnumerable<string> written)
    {
        GivenThings given = GivenThings.None;
        foreach (string name in written.SelectMany(names => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            given |= s_names.FirstOrDefault(named => named.Name == name) is { Name: not null } found
                ? found.Thing
                : throw new BackCastException(
                    $"--given: '{name}' cannot be given; it is one or more of {string.Join(", ", All)}."
                    + (NearestName.Of(name, All) is string near ? $" Did you mean '{near}'?" : ""));
        }

        return given;
    }

    /// <summary>The names of what is given.</summary>
    public static IReadOnlyList<string> Of(GivenThings given) => [.. s_names.Where(named => given.HasFlag(named.Thing)).Select(named => named.Name)];
}
