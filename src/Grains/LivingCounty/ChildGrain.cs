using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.LivingCounty;
using Orleans.Placement;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>Keeps one child; see <see cref="IChildGrain"/>. Lives beside its district, which wakes it.</summary>
[PreferLocalPlacement]
internal sealed class ChildGrain : Grain, IChildGrain
{
    private readonly CountyModels _models;
    private readonly KeptRecord<ChildState> _record;
    private readonly string _twin;
    private readonly ulong _id;

    public ChildGrain(CountyModels models, IServiceProvider services)
    {
        string key = this.GetPrimaryKeyString();
        (_twin, _id) = (CountyKeys.TwinOf(key), CountyKeys.IdOf(key));
        _models = models;
        _record = new KeptRecord<ChildState>(this, "child", services);
    }

    public async ValueTask<WokenChild> Wake(int day, int unaccompanied, bool arrives)
    {
        CountyModel model = await _models.OfAsync(_twin, GrainFactory);
        Kept<ChildState> kept = await _record.OpenAsync(arrives);
        ChildState before = kept.At(day - 1)?.State ?? ChildTable.Unknown(_id, EntityId.District(_id));
        ChildState child = before;
        Consequences means = Waking.Alone(ref child, model.Key, model.On(day, unaccompanied), telling: true);
        kept.Put(day, child);
        if (!CountyDesk.Concerns(before) && !CountyDesk.Concerns(child) && means.Wanted.Length == 0)
        {
            await _record.StoreAsync();
        }

        return new WokenChild(child, means);
    }

    public async Task Settle(int day, ChildState state)
    {
        (await _record.OpenAsync()).Put(day, state);
        await _record.StoreAsync();
    }

    public async ValueTask<ChildState?> At(int marker) => (await _record.OpenAsync()).At(marker)?.State;
}
