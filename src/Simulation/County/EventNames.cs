namespace KentSufficiency.Simulation.County;

/// <summary>Names of events in the log: the words of the field, with hyphens.</summary>
public static class EventNames
{
    private static readonly string[] s_names = [.. Enum.GetNames<EventKind>().Select(Hyphenate)];

    /// <summary>The name of a kind of event.</summary>
    public static string Of(EventKind kind) => s_names[(int)kind];

    private static string Hyphenate(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : string.Empty) + char.ToLowerInvariant(c) : c.ToString()));
}
