using KentSufficiency.Simulation.LivingCounty;
using Microsoft.Extensions.DependencyInjection;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>Keeps the school years; see <see cref="ISchoolPlacesGrain"/>.</summary>
internal sealed class SchoolPlacesGrain(
    [PersistentState("places", StorageNames.County)] IPersistentState<Kept<SchoolPlacesState>> record, CountyModels models, [FromKeyedServices(StorageNames.County)] TimeProvider time)
    : Grain, ISchoolPlacesGrain
{
    private LivingSchools? _schools;
    private SchoolFiles? _files;

    private string Twin => CountyKeys.TwinOf(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        record.State.Require(this.GetPrimaryKeyString(), record.RecordExists);
        return Task.CompletedTask;
    }

    public async Task Live(int day, SchoolOrder[] orders)
    {
        LivingSchools schools = await Ready(day - 1);
        await Task.Run(() => schools.Live(orders)); // Off the scheduler: on 1 September and on offer days everybody moves.
    }

    public async Task Settle(int day)
    {
        LivingSchools schools = _schools?.Day == day ? _schools : throw new InvalidOperationException($"Day {day} of {this.GetPrimaryKeyString()} ends before it was lived.");
        SchoolFiles files = _files!;
        (ulong digest, DistrictSchools[] districts, IReadOnlyList<SchoolFile> changed) = await Task.Run(() => (schools.Digest(), files.Districts(), files.Changed()));
        record.State.Put(day, new SchoolPlacesState(digest, [.. schools.Orders]));
        await Task.WhenAll(
        [
            KeptState.StoreAsync(record, time),
            .. changed.Select(file => GrainFactory.GetGrain<ISchoolGrain>(CountyKeys.School(Twin, file.Id)).Settle(day, file)),
            .. districts.Select((district, ward) => GrainFactory.GetGrain<IDistrictGrain>(CountyKeys.District(Twin, ward)).SettleSchools(day, district)),
        ]);
    }

    public Task Forget()
    {
        _schools = null;
        _files = null;
        return Task.CompletedTask;
    }

    /// <summary>The school years as of a marker, lived again from day 0 where memory holds another day's.</summary>
    private async Task<LivingSchools> Ready(int marker)
    {
        if (_schools?.Day == marker)
        {
            return _schools;
        }

        CountyModel model = await models.OfAsync(Twin, GrainFactory);
        SchoolPlacesState? kept = record.State.At(marker)?.State;
        if (kept is null && marker >= 0)
        {
            throw new InvalidDataException($"{this.GetPrimaryKeyString()} has no state of {model.Date(marker):yyyy-MM-dd} or before.");
        }

        (_schools, _files) = (null, null);
        LivingSchools schools = await Task.Run(() => LiveAgain(model, marker, kept?.Orders ?? []));
        if (kept is not null && schools.Digest() != kept.Digest)
        {
            throw new InvalidDataException(
                $"{this.GetPrimaryKeyString()} is damaged: the school years, lived again to {model.Date(marker):yyyy-MM-dd}, are not those that were lived.");
        }

        _files = new SchoolFiles(schools);
        if (marker >= 0)
        {
            _ = _files.Changed(); // Each has stored its state as of the marker.
        }

        return _schools = schools;
    }

    private static LivingSchools LiveAgain(CountyModel model, int marker, SchoolOrder[] orders)
    {
        var schools = new LivingSchools(model.Parameters, model.Key);
        schools.LiveAgain(marker, orders);
        return schools;
    }
}
