using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.LivingCounty;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>Keeps one ward; see <see cref="IDistrictGrain"/>. Wakes its people side by side, since none of them looks at another.</summary>
internal sealed class DistrictGrain(CountyModels models, [FromKeyedServices(StorageNames.County)] TimeProvider time, IServiceProvider services) : Grain, IDistrictGrain
{
    private KeptRecord<DistrictSchools> _schools = null!;
    private readonly WardCalendar _calendar = new();
    private WardRoster _roster = null!;
    private Arriving? _arriving;
    private CountyModel _model = null!;
    private WokenWard? _woken;
    private string _twin = "";
    private int? _marker;

    private int Ward => CountyKeys.WardOf(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _twin = CountyKeys.TwinOf(this.GetPrimaryKeyString());
        _schools = new KeptRecord<DistrictSchools>(this, "schools", services);
        IGrainStorage storage = services.GetRequiredKeyedService<IGrainStorage>(StorageNames.County);
        _roster = new WardRoster(() => new Pages<RosterPage>(storage, this.GetGrainId(), "roster", time));
        return Task.CompletedTask;
    }

    public async Task Begin(int day, WardPeople people)
    {
        await _roster.LoadAsync(day);
        _roster.Clear();
        _calendar.Clear();
        await Take(day, people);
        await _roster.StoreAsync(day);
        _marker = null;
    }

    public async Task<WokenWard> Wake(int day, int unaccompanied, ulong[] also)
    {
        await Ready(day - 1);
        _arriving ??= new Arriving(_model.Parameters.Reference, _model.Key, Ward);
        var children = new List<Task<WokenChild>>();
        var households = new List<Task<WokenHousehold>>();
        foreach (ulong id in _calendar.DueOn(day))
        {
            WakeOne(id, arrives: false);
        }

        foreach (ulong id in _arriving.On(_model.On(day, unaccompanied)).Concat(also))
        {
            WakeOne(id, arrives: true);
        }

        return _woken = new WokenWard(await Task.WhenAll(children), await Task.WhenAll(households));

        void WakeOne(ulong id, bool arrives)
        {
            if (CountyKeys.IsHousehold(id))
            {
                households.Add(Household(id).Wake(day, unaccompanied, arrives).AsTask());
            }
            else
            {
                children.Add(Child(id).Wake(day, unaccompanied, arrives).AsTask());
            }
        }
    }

    public async Task Settle(int day, WardPeople changed)
    {
        WokenWard woken = _woken ?? throw new InvalidOperationException($"Day {day} of {this.GetPrimaryKeyString()} ends before it began.");
        var left = new List<ulong>();
        foreach (WokenChild child in woken.Children)
        {
            Note(child.State.Id, child.State.NextDay, child.State.Phase == Phase.Gone, left);
        }

        foreach (WokenHousehold household in woken.Households)
        {
            Note(household.State.Id, household.State.NextDay, IsOver(household.State), left);
        }

        await Take(day, changed, left);
        _roster.Compact(_calendar.Present, left);
        await _roster.StoreAsync(day);
        _calendar.Pass(day);
        _woken = null;
        _marker = day;
    }

    public async Task<WardPeople> GetPeople(int marker, bool concerned) => await Read(await _roster.LookAsync(marker), marker, concerned);

    public async Task SettleSchools(int day, DistrictSchools schools)
    {
        (await _schools.OpenAsync()).Put(day, schools);
        await _schools.StoreAsync();
    }

    public async Task<DistrictSchools?> SchoolsAt(int marker) => (await _schools.OpenAsync()).At(marker)?.State;

    public Task Forget()
    {
        _marker = null;
        _woken = null;
        return Task.CompletedTask;
    }

    /// <summary>A household that will never wake, and has no home that anybody could still live in, is on no roster.</summary>
    private static bool IsOver(in HouseholdState household) =>
        household.Home == ChildState.NoHome && household.Phase is HouseholdPhase.Withdrawn or HouseholdPhase.None or HouseholdPhase.Resigned
        && household.NextDay == ChildState.Never;

    /// <summary>Knows when everybody wakes, as of a marker.</summary>
    private async Task Ready(int marker)
    {
        _model = await models.OfAsync(_twin, GrainFactory);
        if (_marker == marker)
        {
            return;
        }

        _calendar.Clear();
        WardPeople people = await Read(await _roster.LoadAsync(marker), marker, concerned: false);
        foreach (ChildState child in people.Children)
        {
            _calendar.Plan(child.Id, child.NextDay);
        }

        foreach (HouseholdFile file in people.Households)
        {
            _calendar.Plan(file.State.Id, file.State.NextDay);
        }

        _marker = marker;
    }

    private async Task<WardPeople> Read(ulong[] listed, int marker, bool concerned)
    {
        ILookup<bool, ulong> kinds = listed.Distinct().ToLookup(CountyKeys.IsHousehold);
        ChildState?[] children = await Task.WhenAll(kinds[false].Select(id => Child(id).At(marker).AsTask()));
        HouseholdFile?[] households = await Task.WhenAll(kinds[true].Select(id => Household(id).At(marker).AsTask()));
        return new WardPeople(
            [.. children.OfType<ChildState>().Where(child => child.Phase != Phase.Gone && (!concerned || CountyDesk.Concerns(child)))],
            [.. households.OfType<HouseholdFile>().Where(file => !concerned || CountyDesk.Concerns(file.State))]);
    }

    private Task Take(int day, WardPeople people) => Take(day, people, []);

    private Task Take(int day, WardPeople people, List<ulong> left)
    {
        var stored = new List<Task>(people.Children.Length + people.Households.Length);
        foreach (ChildState child in people.Children)
        {
            Note(child.Id, child.NextDay, child.Phase == Phase.Gone, left);
            stored.Add(Child(child.Id).Settle(day, child));
        }

        foreach (HouseholdFile file in people.Households)
        {
            Note(file.State.Id, file.State.NextDay, IsOver(file.State), left);
            stored.Add(Household(file.State.Id).Settle(day, file));
        }

        return Task.WhenAll(stored);
    }

    private void Note(ulong id, int nextDay, bool gone, List<ulong> left)
    {
        if (gone)
        {
            if (_calendar.Remove(id))
            {
                left.Add(id);
            }
        }
        else if (_calendar.Plan(id, nextDay))
        {
            _roster.Add(id);
        }
    }

    private IChildGrain Child(ulong id) => GrainFactory.GetGrain<IChildGrain>(CountyKeys.Child(_twin, id));

    private IFosterHouseholdGrain Household(ulong id) => GrainFactory.GetGrain<IFosterHouseholdGrain>(CountyKeys.Household(_twin, id));
}
