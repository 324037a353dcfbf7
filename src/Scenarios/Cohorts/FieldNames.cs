using System.Collections.Frozen;

namespace KentSufficiency.Scenarios.Cohorts;

/// <summary>Names of a kind of thing in the field's words: in small letters, with hyphens.</summary>
/// <typeparam name="T">The kind.</typeparam>
internal static class FieldNames<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> s_names = Enum.GetValues<T>().ToFrozenDictionary(value => value, value => Hyphenate(value.ToString()));

    private static readonly FrozenDictionary<string, string> s_byWord =
        s_names.ToFrozenDictionary(name => name.Key.ToString(), name => name.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name.</summary>
    public static string Of(T value) => s_names[value];

    /// <summary>The name of what an event calls by a word in small letters without hyphens; the word itself where it is none of these.</summary>
    public static string OfWord(string word) => s_byWord.GetValueOrDefault(word, word);

    private static string Hyphenate(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
