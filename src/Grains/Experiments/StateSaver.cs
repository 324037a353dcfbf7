namespace KentSufficiency.Grains.Experiments;

/// <summary>
/// Stores a grain's state where several turns of the grain may ask for it at a time: one write after the other, and one for all that was asked for
/// meanwhile. Belongs to one grain.
/// </summary>
/// <param name="write">Stores the state as it is when called.</param>
internal sealed class StateSaver(Func<Task> write)
{
    private Task? _saving;

    /// <summary>Whether the state has changed since it was last stored, or the last write failed.</summary>
    public bool IsBehind { get; private set; }

    /// <summary>Stores the state as it is now; completes when it is stored.</summary>
    public Task Save()
    {
        IsBehind = true;
        return _saving ??= SaveAll();
    }

    private async Task SaveAll()
    {
        await Task.Yield();
        try
        {
            while (IsBehind)
            {
                IsBehind = false;
                await write();
            }
        }
        catch
        {
            IsBehind = true;
            throw;
        }
        finally
        {
            _saving = null;
        }
    }
}
