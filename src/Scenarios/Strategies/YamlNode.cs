namespace KentSufficiency.Scenarios.Strategies;

/// <summary>A piece of a YAML file that remembers where it stood.</summary>
internal abstract record YamlNode(int Line, int Column);

/// <summary>Text; <paramref name="Quoted"/> tells <c>"5"</c> from <c>5</c>.</summary>
internal sealed record YamlText(int Line, int Column, string Text, bool Quoted) : YamlNode(Line, Column);

/// <summary>A list of pieces.</summary>
internal sealed record YamlList(int Line, int Column, IReadOnlyList<YamlNode> Items) : YamlNode(Line, Column);

/// <summary>Keys and their values, in the order of the file; a key occurs once.</summary>
internal sealed record YamlMap(int Line, int Column, IReadOnlyList<(YamlText Key, YamlNode Value)> Entries) : YamlNode(Line, Column);
