using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.LivingCounty;
using Orleans.Storage;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>A day that was lived, and is stored but for the marker.</summary>
/// <param name="Page">What happened.</param>
/// <param name="Measured">What was measured, if it is a record day.</param>
/// <param name="Unaccompanied">Unaccompanied children looked after in the evening.</param>
/// <param name="Wakes">Entities that woke.</param>
internal sealed record LivedDay(DayPage Page, long[]? Measured, int Unaccompanied, int Wakes);

/// <summary>Carries a day between the wards and the placement service, and keeps its pages. Belongs to the county's grain.</summary>
internal sealed class CountyDays(string twin, IGrainFactory grains, IGrainStorage storage, GrainId county, TimeProvider time)
{
    private readonly Pages<DayPage> _pages = new(storage, county, "day", time);
    private readonly Pages<MeasuredPage> _measured = new(storage, county, "measured", time);
    private int? _records;

    private ISchoolPlacesGrain Places => grains.GetGrain<ISchoolPlacesGrain>(CountyKeys.SchoolPlaces(twin));

    private IPlacementServiceGrain Service => grains.GetGrain<IPlacementServiceGrain>(CountyKeys.PlacementService(twin));

    private IEnumerable<IDistrictGrain> Wards =>
        Enumerable.Range(0, Arriving.Wards).Select(ward => grains.GetGrain<IDistrictGrain>(CountyKeys.District(twin, ward)));

    /// <summary>Stores a county that begins, everybody in a grain of their own.</summary>
    public async Task BeginAsync(CountyParts parts, DayPage eve)
    {
        int day = parts.Desk.Day;
        WardPeople[] people = ByWard(new WardPeople(
            [.. parts.Children], [.. parts.Households.Select(entry => new HouseholdFile(entry.State, entry.Home))]));
        await Task.WhenAll(Wards.Select((ward, index) => ward.Begin(day, people[index])));
        await Service.Begin(new DeskRecord(DeskArchive.Save(parts.Desk)), [.. parts.Notes]);
        await _pages.WriteAsync(NumberOf(day), day, eve);
        _pages.Forget();
    }

    /// <summary>Lives a day up to its marker.</summary>
    public async Task<LivedDay> LiveAsync(CountyModel model, int day, int unaccompanied, CountyCommand[] commands)
    {
        SchoolOrder[] orders = SchoolCommands.Orders(commands, day, model.Parameters);
        Task places = model.Parameters.Schools is null ? Task.CompletedTask : Places.Live(day, orders);
        ILookup<int, ulong> arriving = CommandLog.Arrivals(commands, day).ToLookup(Arriving.WardOf);
        WokenWard[] woken = await Task.WhenAll(Wards.Select((ward, index) => ward.Wake(day, unaccompanied, [.. arriving[index]])));
        DeskCommand[] desk = [.. commands.Select(CommandLog.ForDesk).OfType<DeskCommand>()];
        DayOutcome outcome = await Service.Resolve(day, woken, desk, orders);
        await places;
        var page = new DayPage(outcome.Events, Outcomes(commands, outcome.Outcomes, model.Parameters));
        WardPeople[] changed = ByWard(outcome.Changed);
        await Task.WhenAll(
        [
            .. Wards.Select((ward, index) => ward.Settle(day, changed[index])),
            Service.Settle(day),
            model.Parameters.Schools is null ? Task.CompletedTask : Places.Settle(day),
            .. commands.Where(command => command.Request == CountyRequest.OpenSchool).Select(command => Open(command, day)),
            StoreAsync(day, page, outcome.Measured),
        ]);
        int wakes = woken.Sum(ward => ward.Children.Length + ward.Households.Length);
        return new LivedDay(page, outcome.Measured, outcome.UnaccompaniedLookedAfter, wakes);
    }

    /// <summary>Makes everybody who holds a day in memory forget it.</summary>
    public async Task ForgetAsync()
    {
        _pages.Forget();
        _measured.Forget();
        _records = null;
        await Task.WhenAll([.. Wards.Select(ward => ward.Forget()), Service.Forget(), Places.Forget()]);
    }

    /// <summary>What happened on a day that has passed.</summary>
    public async Task<DayPage?> ReadAsync(int day, int marker)
    {
        DayPage? page = await _pages.ReadAsync(NumberOf(day), marker);
        _pages.Forget();
        return page;
    }

    /// <summary>What was measured until the end of a day.</summary>
    public async Task<long[]> MeasuredAsync(int marker)
    {
        // Pages of its own: a page that is looked for while a day writes it must not stand for the written one.
        var pages = new Pages<MeasuredPage>(storage, county, "measured", time);
        return [.. (await pages.ReadAllAsync(marker)).SelectMany(page => page.Values)];
    }

    private async Task StoreAsync(int day, DayPage page, long[]? measured)
    {
        await _pages.WriteAsync(NumberOf(day), day, page);
        _pages.Forget();
        if (measured is not null)
        {
            _records ??= (await _measured.ReadAllAsync(day - 1)).Count;
            await _measured.WriteAsync(_records.Value, day, new MeasuredPage(measured));
            _records++;
        }
    }

    private Task Open(CountyCommand command, int day) => grains
        .GetGrain<ISchoolGrain>(CountyKeys.School(twin, command.School))
        .Open(day, new SchoolState(command.School, command.District, command.Count, day));

    private static CommandOutcome[] Outcomes(CountyCommand[] commands, CommandOutcome[] ofDesk, CountyParameters parameters)
    {
        int next = 0;
        return [.. commands.Select(command => CommandLog.ForDesk(command) is not null ? ofDesk[next++] : new CommandOutcome(true, Words(command, parameters)))];
    }

    private static string Words(CountyCommand command, CountyParameters parameters) => command.Request == CountyRequest.OpenSchool
        ? $"The school {command.School} is open."
        : SchoolCommands.Is(command) ? SchoolCommands.Words(command, parameters)
        : command.Count == 1 ? "1 child arrived." : $"{command.Count} children arrived.";

    private static WardPeople[] ByWard(WardPeople people)
    {
        ILookup<int, ChildState> children = people.Children.ToLookup(child => Arriving.WardOf(child.Id));
        ILookup<int, HouseholdFile> households = people.Households.ToLookup(file => Arriving.WardOf(file.State.Id));
        return [.. Enumerable.Range(0, Arriving.Wards).Select(ward => new WardPeople([.. children[ward]], [.. households[ward]]))];
    }

    /// <summary>The eve of the start is page 0.</summary>
    private static int NumberOf(int day) => day + 1;
}
