using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.LivingCounty;
using Orleans.Placement;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>Keeps one fostering household; see <see cref="IFosterHouseholdGrain"/>. Lives beside its district, which wakes it.</summary>
[PreferLocalPlacement]
internal sealed class FosterHouseholdGrain : Grain, IFosterHouseholdGrain
{
    private readonly CountyModels _models;
    private readonly KeptRecord<HouseholdFile> _record;
    private readonly string _twin;
    private readonly ulong _id;

    public FosterHouseholdGrain(CountyModels models, IServiceProvider services)
    {
        string key = this.GetPrimaryKeyString();
        (_twin, _id) = (CountyKeys.TwinOf(key), CountyKeys.IdOf(key));
        _models = models;
        _record = new KeptRecord<HouseholdFile>(this, "household", services);
    }

    public async ValueTask<WokenHousehold> Wake(int day, int unaccompanied, bool arrives)
    {
        CountyModel model = await _models.OfAsync(_twin, GrainFactory);
        Kept<HouseholdFile> kept = await _record.OpenAsync(arrives);
        HouseholdFile? before = kept.At(day - 1)?.State;
        HouseholdState household = before?.State ?? HouseholdTable.Unknown(_id, EntityId.District(_id));
        bool concerned = CountyDesk.Concerns(household);
        Consequences means = Waking.Alone(ref household, model.Key, model.On(day, unaccompanied), telling: true);
        kept.Put(day, new HouseholdFile(household, before?.Home));
        if (!concerned && !CountyDesk.Concerns(household) && means.Wanted.Length == 0)
        {
            await _record.StoreAsync();
        }

        return new WokenHousehold(household, means);
    }

    public async Task Settle(int day, HouseholdFile file)
    {
        (await _record.OpenAsync()).Put(day, file);
        await _record.StoreAsync();
    }

    public async ValueTask<HouseholdFile?> At(int marker) => (await _record.OpenAsync()).At(marker)?.State;
}
