using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.LivingCounty;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Placement;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>Keeps one child; see <see cref="IChildGrain"/>. Lives beside its district, which wakes it.</summary>
[PreferLocalPlacement]
internal sealed class ChildGrain(
    [PersistentState("child", StorageNames.County)] IPersistentState<Kept<ChildState>> record, CountyModels models, [FromKeyedServices(StorageNames.County)] TimeProvider time) : Grain, IChildGrain
{
    private string _twin = "";
    private ulong _id;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        string key = this.GetPrimaryKeyString();
        (_twin, _id) = (CountyKeys.TwinOf(key), ulong.Parse(CountyKeys.LastOf(key), System.Globalization.CultureInfo.InvariantCulture));
        record.State.Require(key, record.RecordExists);
        return Task.CompletedTask;
    }

    public async ValueTask<WokenChild> Wake(int day, int unaccompanied)
    {
        CountyModel model = await models.OfAsync(_twin, GrainFactory);
        ChildState before = record.State.At(day - 1)?.State ?? ChildTable.Unknown(_id, EntityId.District(_id));
        ChildState child = before;
        Consequences means = Waking.Alone(ref child, model.Key, model.On(day, unaccompanied), telling: true);
        record.State.Put(day, child);
        if (!CountyDesk.Concerns(before) && !CountyDesk.Concerns(child) && means.Wanted.Length == 0)
        {
            await KeptState.StoreAsync(record, time);
        }

        return new WokenChild(child, means);
    }

    public Task Settle(int day, ChildState state)
    {
        record.State.Put(day, state);
        return KeptState.StoreAsync(record, time);
    }

    public ValueTask<ChildState?> At(int marker) => new(record.State.At(marker)?.State);
}
