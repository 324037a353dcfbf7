using Microsoft.Extensions.DependencyInjection;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>Keeps one school; see <see cref="ISchoolGrain"/>.</summary>
internal sealed class SchoolGrain(
    [PersistentState("school", StorageNames.County)] IPersistentState<Kept<SchoolState>> record, [FromKeyedServices(StorageNames.County)] TimeProvider time) : Grain, ISchoolGrain
{
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        record.State.Require(this.GetPrimaryKeyString(), record.RecordExists);
        return Task.CompletedTask;
    }

    public Task Open(int day, SchoolState state)
    {
        record.State.Put(day, state);
        return KeptState.StoreAsync(record, time);
    }

    public Task<SchoolState?> At(int marker) => Task.FromResult(record.State.At(marker)?.State);
}
