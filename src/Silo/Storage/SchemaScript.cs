using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace KentSufficiency.Silo.Storage;

/// <summary>A step from one version of the tables to the next.</summary>
/// <param name="Version">The version after it; steps count 1, 2, 3...</param>
/// <param name="Title">What it brings.</param>
/// <param name="Sql">The statements.</param>
internal sealed record SchemaStep(int Version, string Title, string Sql);

/// <summary>The steps in an SQL file of this assembly: each begins with a line <c>-- @version N: title</c>.</summary>
internal static partial class SchemaScript
{
    /// <summary>Reads the steps of a file.</summary>
    /// <param name="file">The file's name, without folder.</param>
    public static IReadOnlyList<SchemaStep> Load(string file)
    {
        Assembly assembly = typeof(SchemaScript).Assembly;
        using Stream stream = assembly.GetManifestResourceStream($"Storage.Sql.{file}")
            ?? throw new InvalidOperationException($"The file {file} is not embedded in {assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>Splits a text into its steps.</summary>
    /// <exception cref="InvalidOperationException">The versions do not count from 1 without a gap.</exception>
    public static IReadOnlyList<SchemaStep> Parse(string text)
    {
        Match[] heads = [.. Head().Matches(text).Cast<Match>()];
        var steps = heads.Select((head, index) => new SchemaStep(
            int.Parse(head.Groups[1].Value, CultureInfo.InvariantCulture),
            head.Groups[2].Value.Trim(),
            text[(head.Index + head.Length)..(index + 1 < heads.Length ? heads[index + 1].Index : text.Length)])).ToList();
        if (steps.Count == 0 || steps.Where((step, index) => step.Version != index + 1).Any())
        {
            throw new InvalidOperationException("The steps of a schema must be numbered 1, 2, 3... in their order.");
        }

        return steps;
    }

    [GeneratedRegex(@"^-- @version (\d+):(.*)$", RegexOptions.Multiline)]
    private static partial Regex Head();
}
