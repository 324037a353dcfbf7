namespace KentSufficiency.Scenarios.Strategies;

/// <summary>Where in a scenario file something was found.</summary>
/// <param name="File">The file as the reader knows it: <c>scenarios/NAME.yaml</c> for a shipped one, else the path as it was given.</param>
/// <param name="Line">Line from 1; 0 where the file as a whole is meant.</param>
/// <param name="Column">Column from 1; 0 where the file as a whole is meant.</param>
public readonly record struct ScenarioLocation(string File, int Line = 0, int Column = 0)
{
    /// <summary>The place in words: file, line and column.</summary>
    public override string ToString() => Line == 0 ? File : $"{File}, line {Line}, column {Column}";
}

/// <summary>A scenario file broke a rule. The message is written for the author of the file.</summary>
public sealed class ScenarioException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="location">Where it was found.</param>
    /// <param name="key">The key concerned, such as <c>levers[1].scale</c>, or the empty string for the file as a whole.</param>
    /// <param name="rule">The rule and what was found instead, as a clause: <c>must be a number; found 'many'</c>.</param>
    /// <param name="nearest">The valid name nearest to what was written, if any is near.</param>
    public ScenarioException(ScenarioLocation location, string key, string rule, string? nearest = null)
        : base(Compose(location, key, rule, nearest))
    {
        Location = location;
        Key = key;
        Rule = rule;
        Nearest = nearest;
    }

    /// <summary>Where it was found.</summary>
    public ScenarioLocation Location { get; }

    /// <summary>The key concerned, or the empty string for the file as a whole.</summary>
    public string Key { get; }

    /// <summary>The rule that was broken and what was found instead.</summary>
    public string Rule { get; }

    /// <summary>The valid name nearest to what was written, or null where none is near.</summary>
    public string? Nearest { get; }

    private static string Compose(ScenarioLocation location, string key, string rule, string? nearest)
    {
        string subject = key.Length == 0 ? "" : $"'{key}' ";
        string hint = nearest is null ? "" : $" Did you mean '{nearest}'?";
        return $"{location}: {subject}{rule}.{hint}";
    }
}
