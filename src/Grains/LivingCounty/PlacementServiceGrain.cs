using KentSufficiency.Simulation.LivingCounty;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>Keeps the desk; see <see cref="IPlacementServiceGrain"/>.</summary>
internal sealed class PlacementServiceGrain(
    [PersistentState("desk", StorageNames.County)] IPersistentState<Kept<DeskState>> record, CountyModels models, [FromKeyedServices(StorageNames.County)] TimeProvider time, IServiceProvider services)
    : Grain, IPlacementServiceGrain
{
    private Pages<FlowNote> _notes = null!;
    private CountyDesk? _desk;
    private FlowNote? _noted;
    private string _twin = "";

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        string key = this.GetPrimaryKeyString();
        _twin = CountyKeys.TwinOf(key);
        record.State.Require(key, record.RecordExists);
        IGrainStorage storage = services.GetRequiredKeyedService<IGrainStorage>(StorageNames.County);
        _notes = new Pages<FlowNote>(storage, this.GetGrainId(), "flows", time);
        return Task.CompletedTask;
    }

    public async Task Begin(DeskRecord desk, long[][] notes)
    {
        for (int number = 0; number < notes.Length; number++)
        {
            await _notes.WriteAsync(number, desk.Desk.Day, new FlowNote(number, notes[number]));
        }

        record.State.Put(desk.Desk.Day, desk.Desk);
        await KeptState.StoreAsync(record, time);
        _desk = null;
    }

    public async Task<DayOutcome> Resolve(int day, WokenWard[] wards, DeskCommand[] commands, SchoolOrder[] orders)
    {
        CountyDesk desk = await Ready(day - 1);

        // Off the scheduler: on some days everybody changes school.
        ResolvedDay resolved = await Task.Run(() => desk.Resolve(
            [.. wards.SelectMany(ward => ward.Children).Select(child => new ChildNews(child.State, child.Means))],
            [.. wards.SelectMany(ward => ward.Households).Select(household => new HouseholdNews(household.State, household.Means))],
            commands,
            orders));
        desk.Audit();
        _noted = resolved.Noted is null ? null : new FlowNote(desk.NotesTaken - 1, resolved.Noted);
        return new DayOutcome(
            new WardPeople(resolved.Children, [.. resolved.Households.Select(entry => new HouseholdFile(entry.State, entry.Home))]),
            resolved.Events,
            resolved.Measured,
            resolved.Outcomes,
            resolved.UnaccompaniedLookedAfter);
    }

    public async Task Settle(int day)
    {
        CountyDesk desk = _desk?.Day == day ? _desk : throw new InvalidOperationException($"Day {day} of {this.GetPrimaryKeyString()} ends before it was resolved.");
        record.State.Put(day, DeskArchive.Save(desk));
        await KeptState.StoreAsync(record, time);
        if (_noted is not null)
        {
            await _notes.WriteAsync(_noted.Number, day, _noted);
            _noted = null;
        }
    }

    public Task<DeskRecord?> At(int marker) => Task.FromResult(record.State.At(marker) is VersionOf<DeskState> version ? new DeskRecord(version.State) : null);

    public async Task<long[][]> GetNotes(int marker) => [.. (await _notes.ReadAllAsync(marker)).Select(note => note.Flows)];

    public async Task<string?> Refusal(int marker, DeskCommand command) => new DeskCommands(await Ready(marker)).Refusal(command);

    public Task Forget()
    {
        _desk = null;
        _noted = null;
        return Task.CompletedTask;
    }

    /// <summary>The desk as of a marker, made again from what everybody kept where memory holds another day's.</summary>
    private async Task<CountyDesk> Ready(int marker)
    {
        CountyModel model = await models.OfAsync(_twin, GrainFactory);
        if (_desk?.Day == marker)
        {
            return _desk;
        }

        DeskState kept = record.State.At(marker)?.State
            ?? throw new InvalidDataException($"{this.GetPrimaryKeyString()} has no state of {model.Date(marker):yyyy-MM-dd} or before.");
        WardPeople[] wards = await Task.WhenAll(Enumerable.Range(0, Arriving.Wards)
            .Select(ward => GrainFactory.GetGrain<IDistrictGrain>(CountyKeys.District(_twin, ward)).GetPeople(marker, concerned: true)));
        _notes.Forget();
        long[][] notes = await GetNotes(marker);

        // Off the scheduler: school years are lived again from the first day.
        _desk = await Task.Run(() => DeskArchive.Restore(
            model.Parameters,
            model.Definition.Seed,
            0,
            kept,
            wards.SelectMany(ward => ward.Children),
            wards.SelectMany(ward => ward.Households).Select(file => new HouseholdEntry(file.State, file.Home)),
            notes));
        _desk.Telling = true;
        return _desk;
    }
}

/// <summary>The flows since the first day, as noted at the end of one.</summary>
/// <param name="Number">The number of the note, from 0.</param>
/// <param name="Flows">The flows.</param>
[GenerateSerializer]
[Alias("kent.FlowNote")]
public sealed record FlowNote([property: Id(0)] int Number, [property: Id(1)] long[] Flows);
