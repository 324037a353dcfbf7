namespace KentSufficiency.Scenarios.Strategies;

/// <summary>Which half of the county a scenario is about.</summary>
public enum ScenarioCoverage
{
    /// <summary>Children's care and schools.</summary>
    Both,

    /// <summary>Schools only.</summary>
    Schools,

    /// <summary>Children's care only.</summary>
    Care,
}

/// <summary>Reads <see cref="ScenarioCoverage"/> from a file.</summary>
internal static class ScenarioCoverages
{
    private const string Key = "covers";

    /// <summary>The words of the key.</summary>
    public static IReadOnlyList<string> Words { get; } = ["schools", "care", "both"];

    /// <summary>What a file covers, or null where it does not say.</summary>
    public static ScenarioCoverage? Read(YamlFields fields) =>
        fields.OptionalWord(Key, Words) is string word ? Enum.Parse<ScenarioCoverage>(word, ignoreCase: true) : null;
}
