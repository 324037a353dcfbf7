using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.LivingCounty;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Placement;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>Keeps one fostering household; see <see cref="IFosterHouseholdGrain"/>. Lives beside its district, which wakes it.</summary>
[PreferLocalPlacement]
internal sealed class FosterHouseholdGrain(
    [PersistentState("household", StorageNames.County)] IPersistentState<Kept<HouseholdFile>> record, CountyModels models, [FromKeyedServices(StorageNames.County)] TimeProvider time)
    : Grain, IFosterHouseholdGrain
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

    public async ValueTask<WokenHousehold> Wake(int day, int unaccompanied)
    {
        CountyModel model = await models.OfAsync(_twin, GrainFactory);
        HouseholdFile? before = record.State.At(day - 1)?.State;
        HouseholdState household = before?.State ?? HouseholdTable.Unknown(_id, EntityId.District(_id));
        bool concerned = CountyDesk.Concerns(household);
        Consequences means = Waking.Alone(ref household, model.Key, model.On(day, unaccompanied), telling: true);
        record.State.Put(day, new HouseholdFile(household, before?.Home));
        if (!concerned && !CountyDesk.Concerns(household) && means.Wanted.Length == 0)
        {
            await KeptState.StoreAsync(record, time);
        }

        return new WokenHousehold(household, means);
    }

    public Task Settle(int day, HouseholdFile file)
    {
        record.State.Put(day, file);
        return KeptState.StoreAsync(record, time);
    }

    public ValueTask<HouseholdFile?> At(int marker) => new(record.State.At(marker)?.State);
}
