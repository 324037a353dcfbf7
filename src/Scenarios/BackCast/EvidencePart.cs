namespace KentSufficiency.Scenarios.BackCast;

/// <summary>A measure of the evidence that is a part of a compared one.</summary>
/// <param name="Measure">Its id in the evidence.</param>
/// <param name="Source">The only source it is taken from, or null for whichever published it first.</param>
public sealed record EvidencePart(string Measure, string? Source)
{
    private const char SourceMark = '@';

    /// <summary>Reads <c>households-approved@kcc-2019-10</c>.</summary>
    internal static EvidencePart Parse(string text)
    {
        int mark = text.IndexOf(SourceMark, StringComparison.Ordinal);
        return mark < 0 ? new EvidencePart(text, null) : new EvidencePart(text[..mark], text[(mark + 1)..]);
    }
}
