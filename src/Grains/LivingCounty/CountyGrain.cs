using System.Text.Json;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.LivingCounty;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>
/// The clock; see <see cref="ICountyGrain"/>. Days are lived one after the other in the background; between two of them, commands are looked at.
/// </summary>
internal sealed class CountyGrain(
    [PersistentState("county", StorageNames.County)] IPersistentState<CountyState> county,
    [PersistentState("definition", StorageNames.County)] IPersistentState<CountyDefinitionState> definition,
    CountyModels models,
    [FromKeyedServices(StorageNames.County)] TimeProvider time,
    IServiceProvider services) : Grain, ICountyGrain, IDisposable
{
    private readonly SemaphoreSlim _betweenDays = new(1);
    private CommandLog _commands = null!;
    private CountyDays _days = null!;
    private CountyModel? _model;
    private int _goal;
    private bool _advancing;
    private string? _failure;

    private CountyState State => county.State;

    private string Twin => CountyKeys.TwinOf(this.GetPrimaryKeyString());

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (county.RecordExists && State.Form != Kept<int>.PresentForm)
        {
            throw new InvalidDataException($"The stored state of {this.GetPrimaryKeyString()} has form {State.Form}; this version of the program reads form {Kept<int>.PresentForm} only.");
        }

        IGrainStorage storage = services.GetRequiredKeyedService<IGrainStorage>(StorageNames.County);
        _commands = new CommandLog(new Pages<CommandPage>(storage, this.GetGrainId(), "command", time));
        _days = new CountyDays(Twin, GrainFactory, storage, this.GetGrainId(), time);
        await _commands.LoadAsync();
        _goal = State.Marker;
    }

    public async Task<CountyStatus> Begin(CountyDefinition asked)
    {
        if (State.HasBegun)
        {
            return IsSame(asked, definition.State.Definition!)
                ? await GetStatus()
                : throw new InvalidOperationException("The county has begun with another scenario, seed or data.");
        }

        _model = models.Keep(Twin, asked);
        definition.State.Definition = asked;
        await KeptState.StoreAsync(definition, time);
        var log = new EventCollector();
        CountyParts parts = await Task.Run(() => DeskArchive.TakeApart(
            CountySnapshot.Of(_model.Parameters, asked.Seed, 0, -1, log), _model.Parameters, asked.Seed, 0));
        var eve = new DayPage([.. log.Events], []);
        await _days.BeginAsync(parts, eve);
        county.State = new CountyState
        {
            Form = Kept<int>.PresentForm,
            HasBegun = true,
            Marker = -1,
            Unaccompanied = parts.Desk.UnaccompaniedLookedAfter,
            Digest = DayDigest.After("", asked.Scenario.Name, eve, []),
        };
        await KeptState.StoreAsync(county, time);
        _goal = State.Marker;
        return await GetStatus();
    }

    public Task<CountyDefinition?> GetDefinition() => Task.FromResult(definition.State.Definition);

    public async Task<CountyStatus> GetStatus()
    {
        if (!State.HasBegun)
        {
            return new CountyStatus();
        }

        CountyModel model = await Model();
        return new CountyStatus
        {
            HasBegun = true,
            Date = model.Date(State.Marker),
            Horizon = model.Date(model.Parameters.Horizon),
            Goal = model.Date(_goal),
            IsAdvancing = _advancing,
            Failure = _failure,
            Marker = State.Marker,
            Wakes = State.Wakes,
            Digest = State.Digest,
            Scenario = model.Definition.Scenario.Name,
        };
    }

    public async Task<CountyStatus> Advance(DateOnly goal)
    {
        CountyModel model = await Begun();
        _goal = Math.Clamp(goal.DayNumber - model.Parameters.Start.DayNumber, State.Marker, model.Parameters.Horizon);
        if (!_advancing && _goal > State.Marker)
        {
            _advancing = true;
            _failure = null;
            DelayDeactivation(TimeSpan.FromDays(1));
            _ = LiveOn(model);
        }

        return await GetStatus();
    }

    public async Task<CommandReceipt> Act(CountyCommand command)
    {
        CountyModel model = await Begun();
        await _betweenDays.WaitAsync();
        try
        {
            if (_commands.Find(command.Id) is CommandPage known)
            {
                return known.Command == command
                    ? new CommandReceipt(true, model.Date(known.Day), "This command is logged already; nothing more is done.")
                    : new CommandReceipt(false, default, $"Another command has the id {command.Id}.");
            }

            if ((CommandLog.Fault(command) ?? await Refusal(command, model)) is string refusal)
            {
                return new CommandReceipt(false, default, refusal);
            }

            await _commands.AddAsync(State.Marker + 1, command);
            return new CommandReceipt(true, model.Date(State.Marker + 1), "Logged; it acts in the morning of that day.");
        }
        finally
        {
            _betweenDays.Release();
        }
    }

    public async Task<LoggedCommand[]> GetCommands()
    {
        CountyModel model = await Begun();
        var logged = new List<LoggedCommand>();
        foreach (IGrouping<int, CommandPage> day in _commands.All.GroupBy(page => page.Day))
        {
            CommandOutcome[] outcomes = day.Key <= State.Marker ? (await _days.ReadAsync(day.Key, State.Marker))?.Outcomes ?? [] : [];
            logged.AddRange(day.Select((page, index) => new LoggedCommand(model.Date(day.Key), page.Command, index < outcomes.Length ? outcomes[index] : null)));
        }

        return [.. logged];
    }

    public async Task<DayPage?> GetDay(DateOnly calendarDay)
    {
        CountyModel model = await Begun();
        int day = calendarDay.DayNumber - model.Parameters.Start.DayNumber;
        return day < -1 || day > State.Marker ? null : await _days.ReadAsync(day, State.Marker);
    }

    public async Task<long[]> GetMeasured()
    {
        await Begun();
        return await _days.MeasuredAsync(State.Marker);
    }

    public void Dispose() => _betweenDays.Dispose();

    private async Task LiveOn(CountyModel model)
    {
        try
        {
            while (State.Marker < _goal)
            {
                await _betweenDays.WaitAsync();
                try
                {
                    await LiveDay(model, State.Marker + 1);
                }
                finally
                {
                    _betweenDays.Release();
                }
            }
        }
#pragma warning disable CA1031 // A day that fails is told to whoever asks; the county stands at the end of the day before.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _failure = $"{model.Date(State.Marker + 1):yyyy-MM-dd} could not be lived: {failure.Message}";
            _goal = State.Marker;
            await _days.ForgetAsync();
        }
        finally
        {
            _advancing = false;
        }
    }

    /// <summary>Wake, resolve, record; and the marker last.</summary>
    private async Task LiveDay(CountyModel model, int day)
    {
        LivedDay lived = await _days.LiveAsync(model, day, State.Unaccompanied, _commands.On(day));
        CountyState before = State;
        county.State = new CountyState
        {
            Form = before.Form,
            HasBegun = true,
            Marker = day,
            Unaccompanied = lived.Unaccompanied,
            Digest = DayDigest.After(before.Digest, model.Definition.Scenario.Name, lived.Page, lived.Measured ?? []),
            Wakes = before.Wakes + lived.Wakes,
        };
        try
        {
            await KeptState.StoreAsync(county, time);
        }
        catch
        {
            county.State = before;
            throw;
        }

        KentMeters.EventsHappened(lived.Page.Events.Length, "twin");
    }

    private async Task<string?> Refusal(CountyCommand command, CountyModel model)
    {
        if (State.Marker >= model.Parameters.Horizon)
        {
            return "The county stands at its horizon: there is no next day.";
        }

        if (SchoolCommands.Is(command) || (command.Request == CountyRequest.OpenSchool && model.Parameters.Schools is not null))
        {
            return SchoolCommands.Fault(command, model, State.Marker)
                ?? SchoolCommands.TooMany(_commands.On(State.Marker + 1))
                ?? SchoolCommands.Refusal(await GrainFactory.GetGrain<ISchoolGrain>(CountyKeys.School(Twin, command.School)).FileAt(State.Marker));
        }

        if (command.Request == CountyRequest.OpenSchool)
        {
            bool taken = _commands.All.Any(page => page.Command.Request == CountyRequest.OpenSchool && page.Command.School == command.School);
            return taken ? $"There is a school named {command.School} already." : null;
        }

        return CommandLog.ForDesk(command) is DeskCommand desk
            ? await GrainFactory.GetGrain<IPlacementServiceGrain>(CountyKeys.PlacementService(Twin)).Refusal(State.Marker, desk)
            : null;
    }

    private Task<CountyModel> Begun() => State.HasBegun ? Model() : throw new InvalidOperationException($"There is no living county {Twin}.");

    private async Task<CountyModel> Model()
    {
        if (_model is null)
        {
            // Compiled off the scheduler: it reads files and takes a while.
            CountyDefinition own = definition.State.Definition!;
            _model = await Task.Run(() => models.Keep(Twin, own));
        }

        return _model;
    }

    private static bool IsSame(CountyDefinition one, CountyDefinition other) => Text(one) == Text(other);

    private static string Text(CountyDefinition definition) => JsonSerializer.Serialize(new CountyDefinitionState { Definition = definition }, CountyJson.Default.CountyDefinitionState);

    private sealed class EventCollector : IEventLog
    {
        public List<EventRecord> Events { get; } = [];

        public void Record(in EventRecord happened) => Events.Add(happened);
    }
}
