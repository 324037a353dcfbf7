using Microsoft.Extensions.Hosting;

namespace KentSufficiency.Silo;

/// <summary>A host without signal handlers: the program that hosts it has its own.</summary>
internal sealed class OwnersLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
