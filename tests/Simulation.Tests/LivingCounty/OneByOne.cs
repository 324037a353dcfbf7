using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.LivingCounty;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.SimulationTests.LivingCounty;

/// <summary>A living county in one process and without a database: every entity for itself, woken on its day, and the desk between them.</summary>
internal sealed class OneByOne
{
    private readonly CountyParameters _parameters;
    private readonly DrawKey _key;
    private readonly Dictionary<ulong, ChildState> _children = [];
    private readonly Dictionary<ulong, HouseholdEntry> _households = [];
    private readonly Arriving[] _arriving;
    private readonly List<long[]> _notes;
    private readonly List<long> _measured;
    private CountyDesk _desk;

    public OneByOne(CountyParameters parameters, uint seed, int day = -1)
    {
        _parameters = parameters;
        _key = new DrawKey(seed, 0);
        CountySnapshot start = CountySnapshot.Of(parameters, seed, 0, day, Log);
        CountyParts parts = DeskArchive.TakeApart(start, parameters, seed, 0);
        _desk = parts.Desk;
        _desk.Telling = true;
        _notes = [.. parts.Notes];
        _measured = [.. parts.Measured];
        _arriving = [.. Enumerable.Range(0, Arriving.Wards).Select(ward => new Arriving(parameters.Reference, _key, ward))];
        foreach (ChildState child in parts.Children)
        {
            _children.Add(child.Id, child);
        }

        foreach (HouseholdEntry household in parts.Households)
        {
            _households.Add(household.State.Id, household);
        }
    }

    public EventList Log { get; } = new();

    public int Day => _desk.Day;

    public CountyDesk Desk => _desk;

    public IReadOnlyList<long> Measured => _measured;

    public IReadOnlyDictionary<ulong, ChildState> Children => _children;

    public IReadOnlyDictionary<ulong, HouseholdEntry> Households => _households;

    public CountyParts Parts => new(_desk, [.. _children.Values], [.. _households.Values], _notes, _measured);

    public void AdvanceTo(int day)
    {
        while (_desk.Day < day)
        {
            Advance();
        }
    }

    public ResolvedDay Advance(params DeskCommand[] commands) => Advance([], commands);

    public ResolvedDay Advance(SchoolOrder[] orders, params DeskCommand[] commands)
    {
        int day = _desk.Day + 1;
        var today = new Today(day, _parameters.Start.AddDays(day).Month, _desk.UnaccompaniedLookedAfter, _parameters.RatesOn(day));
        ulong[] due = [.. _children.Values.Where(child => child.NextDay == day).Select(child => child.Id)];
        ulong[] dueHouseholds = [.. _households.Values.Where(entry => entry.State.NextDay == day).Select(entry => entry.State.Id)];
        ulong[] arriving = [.. _arriving.SelectMany(ward => ward.On(today))];
        foreach (ulong id in arriving)
        {
            if (EntityId.Kind(id) == EntityKind.EnquiringHousehold)
            {
                _households.Add(id, new HouseholdEntry(HouseholdTable.Unknown(id, EntityId.District(id)), null));
            }
            else
            {
                _children.Add(id, ChildTable.Unknown(id, EntityId.District(id)));
            }
        }

        ILookup<bool, ulong> kinds = arriving.ToLookup(id => EntityId.Kind(id) == EntityKind.EnquiringHousehold);
        ChildNews[] children = [.. due.Concat(kinds[false]).Select(id => Wake(id, today))];
        HouseholdNews[] households = [.. dueHouseholds.Concat(kinds[true]).Select(id => WakeHousehold(id, today))];
        return Take(_desk.Resolve(children, households, commands, orders));
    }

    /// <summary>Forgets the desk and makes it again from what it kept, as after a crash.</summary>
    public void Restart()
    {
        _desk = DeskArchive.Restore(_parameters, _key.Seed, _key.Replication, DeskArchive.Save(_desk), _children.Values.Reverse(), _households.Values.Reverse(), _notes);
        _desk.Telling = true;
    }

    private ChildNews Wake(ulong id, in Today today)
    {
        ChildState child = _children[id];
        Consequences means = Waking.Alone(ref child, _key, today, telling: true);
        Keep(child);
        return new ChildNews(child, means);
    }

    private HouseholdNews WakeHousehold(ulong id, in Today today)
    {
        HouseholdEntry entry = _households[id];
        HouseholdState household = entry.State;
        Consequences means = Waking.Alone(ref household, _key, today, telling: true);
        _households[id] = entry with { State = household };
        return new HouseholdNews(household, means);
    }

    private ResolvedDay Take(ResolvedDay day)
    {
        Array.ForEach(day.Children, Keep);
        Array.ForEach(day.Households, entry => _households[entry.State.Id] = entry);
        Array.ForEach(day.Events, happened => Log.Record(happened));
        if (day.Noted is not null)
        {
            _notes.Add(day.Noted);
        }

        _measured.AddRange(day.Measured ?? []);
        return day;
    }

    private void Keep(ChildState child)
    {
        if (child.Phase == Phase.Gone)
        {
            _children.Remove(child.Id);
        }
        else
        {
            _children[child.Id] = child;
        }
    }

    public sealed class EventList : IEventLog
    {
        public List<EventRecord> Events { get; } = [];

        public void Record(in EventRecord happened) => Events.Add(happened);
    }
}
