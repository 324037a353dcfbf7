namespace KentSufficiency.Grains.Experiments;

/// <summary>A batch that waits for a thread or has one.</summary>
internal sealed class KernelJob(BatchRequest request, Action<int> told, CancellationTokenSource cancellation)
{
    // Whoever waits goes on elsewhere: the thread is the kernel's.
    private readonly TaskCompletionSource<byte[]> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BatchRequest Request => request;

    public Task<byte[]> Result => _result.Task;

    /// <summary>Computes it; nothing is thrown here.</summary>
    public void Execute(Func<EngineSet> engines)
    {
        using (cancellation)
        {
            try
            {
                cancellation.Token.ThrowIfCancellationRequested();
                _result.SetResult(engines().Run(request, told, cancellation.Token));
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                _result.SetCanceled(CancellationToken.None);
            }
#pragma warning disable CA1031 // A failure belongs to whoever asked for the batch; the thread goes on to the next.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                _result.SetException(failure);
            }
        }
    }
}
