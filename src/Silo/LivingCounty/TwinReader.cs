using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.LivingCounty;

namespace KentSufficiency.Silo.LivingCounty;

/// <summary>What was seen of a county at the end of one day.</summary>
/// <param name="Status">Where it stood.</param>
/// <param name="Wards">Those who were looked at, by ward.</param>
/// <param name="Desk">The desk of the placement service.</param>
public sealed record CountyView(CountyStatus Status, WardPeople[] Wards, DeskState Desk)
{
    private Dictionary<int, HomeRecord>? _homes;

    /// <summary>The children seen.</summary>
    public IEnumerable<ChildState> Children => Wards.SelectMany(ward => ward.Children);

    /// <summary>The households seen.</summary>
    public IEnumerable<HouseholdFile> Households => Wards.SelectMany(ward => ward.Households);

    /// <summary>A home by its index in the register; null where a child has none, or its household was not looked at.</summary>
    public HomeRecord? Home(int index)
    {
        _homes ??= Desk.Pools.Concat(Households.Where(file => file.Home is not null).Select(file => file.Home!.Value)).ToDictionary(home => home.Index);
        return _homes.TryGetValue(index, out HomeRecord found) ? found : null;
    }
}

/// <summary>Looks at a running twin without changing anything. What it sees is of one day, also while the county advances.</summary>
/// <param name="client">The twin.</param>
public sealed class TwinReader(TwinClient client)
{
    /// <summary>Looking at all of the county takes longer than a day: while it advances, it may go on under the eyes.</summary>
    private const int Attempts = 3;

    /// <summary>Everybody whom the placement service has to do with.</summary>
    public Task<CountyView> ConcernedAsync() => AtRestAsync(status => ViewAsync(status, concerned: true));

    /// <summary>Everybody.</summary>
    public Task<CountyView> EverybodyAsync() => AtRestAsync(status => ViewAsync(status, concerned: false));

    /// <summary>One child and all homes; null where there is none of this address.</summary>
    public Task<(CountyView View, ChildState Child)?> ChildAsync(ulong id) => AtRestAsync<(CountyView, ChildState)?>(async status =>
        await client.Grains.GetGrain<IChildGrain>(CountyKeys.Child(client.Record.Name, id)).At(status.Marker) is ChildState child
            ? (await ViewAsync(status, concerned: true), child)
            : null);

    /// <summary>One household and all who live with it; null where there is none of this address.</summary>
    public Task<(CountyView View, HouseholdFile Household)?> HouseholdAsync(ulong id) => AtRestAsync<(CountyView, HouseholdFile)?>(async status =>
        await client.Grains.GetGrain<IFosterHouseholdGrain>(CountyKeys.Household(client.Record.Name, id)).At(status.Marker) is HouseholdFile file
            ? (await ViewAsync(status, concerned: true), file)
            : null);

    /// <summary>A school that was opened by a command; null where there is none of this name.</summary>
    public Task<SchoolState?> SchoolAsync(string name) => AtRestAsync(status =>
        client.Grains.GetGrain<ISchoolGrain>(CountyKeys.School(client.Record.Name, name)).At(status.Marker));

    /// <summary>A school's file and the date of it; null before the first day, and in a county that does not live its school years.</summary>
    public Task<(DateOnly Date, SchoolFile File)?> SchoolFileAsync(string id) => AtRestAsync<(DateOnly, SchoolFile)?>(async status =>
        await FileAsync(status, id) is SchoolFile file ? (status.Date, file) : null);

    /// <summary>The schools of a district with their files; null where they are not known.</summary>
    public Task<(DistrictSchools District, SchoolFile[] Files)?> SchoolsAsync(int district) => AtRestAsync<(DistrictSchools, SchoolFile[])?>(async status =>
    {
        if (await client.Grains.GetGrain<IDistrictGrain>(CountyKeys.District(client.Record.Name, district)).SchoolsAt(status.Marker) is not DistrictSchools schools)
        {
            return null;
        }

        SchoolFile?[] files = await Task.WhenAll(schools.Schools.Select(id => FileAsync(status, id)));
        return (schools, [.. files.OfType<SchoolFile>()]);
    });

    private Task<SchoolFile?> FileAsync(CountyStatus status, string id) =>
        client.Grains.GetGrain<ISchoolGrain>(CountyKeys.School(client.Record.Name, id)).FileAt(status.Marker);

    /// <summary>Everybody, the flows noted and what was measured: all that a fork is made of.</summary>
    internal Task<(CountyView View, long[][] Notes, long[] Measured)> AllAsync() => AtRestAsync(async status => (
        await ViewAsync(status, concerned: false),
        await Service.GetNotes(status.Marker),
        await client.County.GetMeasured()));

    private IPlacementServiceGrain Service => client.Grains.GetGrain<IPlacementServiceGrain>(CountyKeys.PlacementService(client.Record.Name));

    /// <summary>Looks again where the county has gone on meanwhile: everybody keeps the state of the present day and of one before, and no more.</summary>
    private async Task<T> AtRestAsync<T>(Func<CountyStatus, Task<T>> look)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            CountyStatus before = await client.StatusAsync();
            T seen = await client.AskAsync(() => look(before));
            CountyStatus after = await client.StatusAsync();
            if (before.Marker == after.Marker)
            {
                return seen;
            }
        }

        throw new TwinException("The county is advancing, faster than it can be looked at: look again when it stands still. kent twin show tells where it is.");
    }

    private async Task<CountyView> ViewAsync(CountyStatus status, bool concerned)
    {
        Task<WardPeople>[] wards = [.. Enumerable.Range(0, Arriving.Wards).Select(ward =>
            client.Grains.GetGrain<IDistrictGrain>(CountyKeys.District(client.Record.Name, ward)).GetPeople(status.Marker, concerned))];
        DeskRecord desk = await Service.At(status.Marker) ?? throw new InvalidDataException("The placement service has no state of the present day.");
        return new CountyView(status, await Task.WhenAll(wards), desk.Desk);
    }
}
