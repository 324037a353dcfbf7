namespace KentSufficiency.Grains.LivingCounty;

/// <summary>
/// Writes a record until it is stored. Storage that fails now and then, is locked, or is away for half a minute costs time and loses nothing: a
/// write is acknowledged to the county only when storage has acknowledged it.
/// </summary>
internal static class KeptState
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(1);

    /// <summary>Stores a grain's record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="time">Measures patience.</param>
    /// <exception cref="Exception">Storage has not stored it within a minute; the last failure.</exception>
    public static Task StoreAsync<T>(IPersistentState<T> record, TimeProvider time)
    {
        T mine = record.State;
        return StoreAsync(record.WriteStateAsync, record.ReadStateAsync, () => record.State = mine, time);
    }

    /// <summary>Stores something.</summary>
    /// <param name="write">Writes it.</param>
    /// <param name="read">Reads what is stored: a write that failed may have been stored all the same.</param>
    /// <param name="takeBack">Puts what is to be written back in place of what was read.</param>
    /// <param name="time">Measures patience.</param>
    public static async Task StoreAsync(Func<Task> write, Func<Task> read, Action takeBack, TimeProvider time)
    {
        long start = time.GetTimestamp();
        for (var pause = TimeSpan.FromMilliseconds(10); ; pause = 2 * pause < s_longestPause ? 2 * pause : s_longestPause)
        {
            try
            {
                await write();
                return;
            }
            catch (Exception failure) when (time.GetElapsedTime(start) < s_patience && IsPassing(failure))
            {
                await Task.Delay(pause, time);
            }

            await TryRead(read);
            takeBack();
        }
    }

    private static async Task TryRead(Func<Task> read)
    {
        try
        {
            await read();
        }
#pragma warning disable CA1031 // Storage is away: the next write fails too, and comes back here until patience ends.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    /// <summary>Whatever storage says may pass, but not that the record itself is wrong or that the process is ending. Orleans wraps what storage said.</summary>
    private static bool IsPassing(Exception failure) =>
        failure.GetBaseException() is not (InvalidDataException or ObjectDisposedException or OperationCanceledException);
}
