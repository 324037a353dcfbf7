using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.LivingCounty;

namespace KentSufficiency.Grains.LivingCounty;

/// <summary>The commands of a county, each stored before it acts. Belongs to one grain.</summary>
internal sealed class CommandLog(Pages<CommandPage> pages)
{
    /// <summary>Arrivals by command stand in the last layer, which no rate reaches: they rename nobody.</summary>
    private const int FirstOrdinal = (Simulation.County.Arrivals.MostLayers - 1) << 14;

    private const int LongestId = 64;
    private readonly List<CommandPage> _commands = [];

    /// <summary>All commands, oldest first.</summary>
    public IReadOnlyList<CommandPage> All => _commands;

    /// <summary>Reads the log.</summary>
    public async Task LoadAsync()
    {
        _commands.Clear();
        _commands.AddRange(await pages.ReadAllAsync(int.MaxValue));
    }

    /// <summary>The commands of a day, in order.</summary>
    public CountyCommand[] On(int day) => [.. _commands.Where(logged => logged.Day == day).Select(logged => logged.Command)];

    /// <summary>A command of the same id, if there is one.</summary>
    public CommandPage? Find(string id) => _commands.Find(logged => logged.Command.Id == id);

    /// <summary>Logs a command; completes when it is stored.</summary>
    public async Task AddAsync(int day, CountyCommand command)
    {
        var page = new CommandPage(day, command);
        await pages.WriteAsync(_commands.Count, day, page);
        _commands.Add(page);
    }

    /// <summary>What is wrong with a command whatever the county looks like, in a sentence; null where nothing is.</summary>
    public static string? Fault(CountyCommand command)
    {
        if (command.Id.Length is 0 or > LongestId || command.Id.Any(char.IsControl))
        {
            return $"A command needs an id of 1 to {LongestId} characters.";
        }

        bool needsDistrict = command.Request == CountyRequest.OpenSchool
            || (command.Request == CountyRequest.Arrive && command.Kind != ArrivalKind.Unaccompanied);
        if (needsDistrict && command.District is < 0 or >= Arriving.Wards - 1)
        {
            return "There is no such district.";
        }

        return command.Request switch
        {
            CountyRequest.Arrive when command.Count is < 1 or > CountyCommand.MostArrivals =>
                $"From 1 to {CountyCommand.MostArrivals} children can arrive by one command.",
            CountyRequest.OpenSchool when command.Count < 1 => "A school needs at least one place.",
            CountyRequest.OpenSchool when !IsName(command.School) => "A school's name is written in small letters, digits and hyphens.",
            _ => null,
        };
    }

    /// <summary>The addresses of those who arrive by the commands of a day.</summary>
    public static ulong[] Arrivals(IEnumerable<CountyCommand> commands, int day)
    {
        var ids = new List<ulong>();
        foreach (CountyCommand command in commands.Where(command => command.Request == CountyRequest.Arrive))
        {
            (EntityKind kind, int ward) = command.Kind switch
            {
                ArrivalKind.Unaccompanied => (EntityKind.UnaccompaniedChild, Arriving.Wards - 1),
                ArrivalKind.Referral => (EntityKind.ReferredChild, command.District),
                _ => (EntityKind.EarlyHelpChild, command.District),
            };
            for (int i = 0; i < command.Count; i++)
            {
                ids.Add(EntityId.Of(kind, ward, day, FirstOrdinal + ids.Count));
            }
        }

        return [.. ids];
    }

    /// <summary>A command as the placement service's desk takes it; null for one that is not for the desk.</summary>
    public static DeskCommand? ForDesk(CountyCommand command) => command.Request switch
    {
        CountyRequest.Place => new DeskCommand(DeskRequest.Place, command.Child, command.Household),
        CountyRequest.CloseHome => new DeskCommand(DeskRequest.CloseHome, 0, command.Household),
        _ => null,
    };

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestId && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
