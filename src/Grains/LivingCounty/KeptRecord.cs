using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>
/// The record of one entity, read when it is first needed. Of those who arrive there is none yet, as a rule, and nothing is read: where a day that
/// was cut short has left one, storage refuses to write over what was not read, it is read then, and written over. Belongs to one grain.
/// </summary>
/// <typeparam name="T">The entity's state.</typeparam>
/// <param name="grain">The grain.</param>
/// <param name="name">The record's name.</param>
/// <param name="services">The silo's.</param>
internal sealed class KeptRecord<T>(IGrainBase grain, string name, IServiceProvider services)
{
    private readonly IGrainStorage _storage = services.GetRequiredKeyedService<IGrainStorage>(StorageNames.County);
    private readonly TimeProvider _time = services.GetRequiredKeyedService<TimeProvider>(StorageNames.County);
    private readonly GrainState<Kept<T>> _state = new(new Kept<T>());
    private bool _isKnown;

    /// <summary>What is kept.</summary>
    /// <param name="arrives">Whether the entity arrives on this day, so that no day before it can have kept anything.</param>
    /// <exception cref="InvalidDataException">What is stored is damaged or of another form.</exception>
    public ValueTask<Kept<T>> OpenAsync(bool arrives = false)
    {
        if (!_isKnown && !arrives)
        {
            return new ValueTask<Kept<T>>(ReadAsync());
        }

        if (!_isKnown)
        {
            _state.State!.Require("", exists: false);
            _isKnown = true;
        }

        return new ValueTask<Kept<T>>(_state.State!);
    }

    /// <summary>Stores what is kept.</summary>
    public Task StoreAsync()
    {
        Kept<T> mine = _state.State!;
        GrainId id = grain.GrainContext.GrainId;
        return KeptState.StoreAsync(
            () => _storage.WriteStateAsync(name, id, _state), () => _storage.ReadStateAsync(name, id, _state), () => _state.State = mine, _time);
    }

    private async Task<Kept<T>> ReadAsync()
    {
        GrainId id = grain.GrainContext.GrainId;
        await _storage.ReadStateAsync(name, id, _state);
        Kept<T> kept = _state.State ??= new Kept<T>();
        kept.Require(id.Key.ToString()!, _state.RecordExists);
        _isKnown = true;
        return kept;
    }
}
