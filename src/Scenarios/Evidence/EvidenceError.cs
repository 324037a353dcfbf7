namespace KentSufficiency.Scenarios.Evidence;

/// <summary>One rule of the data files, broken in one place.</summary>
/// <param name="File">The file, relative to the data folder, with forward slashes.</param>
/// <param name="Line">Line in the file, the header being line 1.</param>
/// <param name="Column">Column name, or "-" where the whole line is at fault.</param>
/// <param name="Rule">The rule that is broken, in words.</param>
public sealed record EvidenceError(string File, int Line, string Column, string Rule)
{
    /// <summary>The place and the rule on one line.</summary>
    public override string ToString() => $"{File} line {Line}, {Column}: {Rule}";
}
