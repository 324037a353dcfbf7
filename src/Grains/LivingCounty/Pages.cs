using Orleans.Storage;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>
/// Numbered records beside a grain's own, each written by itself, so that what only grows is not written anew every day. Belongs to one grain.
/// </summary>
/// <typeparam name="T">What a page holds.</typeparam>
/// <param name="storage">The store.</param>
/// <param name="grain">The grain.</param>
/// <param name="name">The name before the number.</param>
/// <param name="time">Measures how long a write may take.</param>
internal sealed class Pages<T>(IGrainStorage storage, GrainId grain, string name, TimeProvider time)
    where T : class
{
    private readonly Dictionary<int, GrainState<Kept<T>>> _known = [];

    /// <summary>The pages from 0 to the first that is not there as of a marker.</summary>
    /// <param name="marker">The last whole day.</param>
    public async Task<List<T>> ReadAllAsync(int marker)
    {
        var pages = new List<T>();
        for (int number = 0; await ReadAsync(number, marker) is T page; number++)
        {
            pages.Add(page);
        }

        return pages;
    }

    /// <summary>A page as of a marker, or null where there was none.</summary>
    public async Task<T?> ReadAsync(int number, int marker)
    {
        GrainState<Kept<T>> state = await Of(number);
        return state.State!.At(marker)?.State;
    }

    /// <summary>Stores a page with the state of a day.</summary>
    public async Task WriteAsync(int number, int day, T page)
    {
        GrainState<Kept<T>> state = await Of(number);
        Kept<T> kept = state.State!;
        kept.Put(day, page);
        await KeptState.StoreAsync(
            () => storage.WriteStateAsync(Name(number), grain, state), () => storage.ReadStateAsync(Name(number), grain, state), () => state.State = kept, time);
    }

    /// <summary>Lets go of pages that will not be asked for soon.</summary>
    public void Forget() => _known.Clear();

    private string Name(int number) => $"{name}-{number}";

    private async Task<GrainState<Kept<T>>> Of(int number)
    {
        if (_known.TryGetValue(number, out GrainState<Kept<T>>? known))
        {
            return known;
        }

        var state = new GrainState<Kept<T>>(new Kept<T>());
        await storage.ReadStateAsync(Name(number), grain, state);
        Kept<T> kept = state.State ??= new Kept<T>();
        kept.Require($"{grain} {Name(number)}", state.RecordExists);
        return _known[number] = state;
    }
}
