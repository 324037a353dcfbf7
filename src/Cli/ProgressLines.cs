namespace KentSufficiency.Cli;

/// <summary>Progress as lines of text.</summary>
internal sealed class ProgressLines(TextWriter to) : IProgress<string>
{
    /// <inheritdoc/>
    public void Report(string value) => to.WriteLine(value);
}
