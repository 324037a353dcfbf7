namespace KentSufficiency.Scenarios.Experiments;

/// <summary>Writes results to the file of their scenario.</summary>
internal sealed class ResultSink(IReadOnlyList<ResultFile> files) : IResultSink
{
    /// <inheritdoc/>
    public void Write(int scenario, int replication, ReadOnlySpan<long> record) => files[scenario].Write(replication, record);
}
