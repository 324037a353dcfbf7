using KentSufficiency.Simulation.CareSchools;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.SimulationTests.CareSchools;

/// <summary>A book over one child in care, whom a test moves from home to home, and whose resident is put there by hand.</summary>
internal sealed class CareSchoolBench
{
    private const int Slot = 0;

    private readonly CountyState _county;
    private readonly CountyParameters _parameters;

    /// <summary>A child of district 0, at school there; it is in a connected home and is moved by <see cref="Move"/>.</summary>
    /// <param name="year">Year group.</param>
    /// <param name="setting">Where the resident is educated.</param>
    /// <param name="need">Need of the resident's plan; 0 for none.</param>
    /// <param name="unaccompanied">Whether the child is nobody's resident.</param>
    public CareSchoolBench(int year = 4, Setting setting = Setting.Mainstream, byte need = 0, bool unaccompanied = false)
    {
        CareSchoolCounty county = new() { Links = CareSchoolCounty.Rates(keepsMiles: 4, withPlan: need > 0 ? 1 : 0) };
        _parameters = county.Build();
        _county = new CountyState(_parameters);
        var lane = new SchoolYearsLane(_parameters);
        var history = new SchoolHistory();
        lane.Live(_parameters, new DrawKey(1, 0), telling: false, audit: false, history, CancellationToken.None);
        history.Known.Clear();
        Own = year < 7 ? CareSchoolCounty.Primary(0) : CareSchoolCounty.Secondary(0);
        history.Known.Add(new KnownResident(77, 0, -year, 0.01));
        history.Known.Note(0, StateOn(0, setting, need));
        Known = history.Known;
        AddChild(year, unaccompanied);
        Today = new Today(0, 7, 0, _parameters.Regimes[0].Rates);
        Book.Begin(_county, _parameters, history, new DrawKey(1, 0), Today);
    }

    public CareSchoolBook Book => _county.CareSchools;

    public KnownResidents Known { get; }

    public Today Today { get; private set; }

    public int Own { get; }

    /// <summary>The school at which the child is; -1 for none of Kent's.</summary>
    public int School => Book.SchoolingOf(Slot, Child, Today.Day).Now;

    public ref ChildState Child => ref _county.Children[Slot];

    /// <summary>What the school side says from a day on of the resident.</summary>
    public KnownState StateOn(int day, Setting setting, byte need = 0, bool present = true) => new()
    {
        Day = day,
        School = setting == Setting.Mainstream ? (ushort)Own : ushort.MaxValue,
        Setting = setting,
        Need = need,
        HasPlan = need > 0,
        IsPresent = present,
    };

    /// <summary>Moves the child to a pool's home so many miles east of the first district's centre.</summary>
    public void Move(int miles, HomeKind kind = HomeKind.ChildrensHome, bool outside = false)
    {
        (int east, int north) = ((int)(100 * CountyMap[0].East) + (100 * miles), (int)(100 * CountyMap[0].North));
        var found = new Found(kind, kind == HomeKind.WithParents ? ChildState.NoHome : 0, miles, outside, 2, true, (short)east, (short)north);
        Child.Place = kind;
        Child.Home = found.Home;
        Child.Set(ChildFacts.OutOfCounty, outside);
        Child.Set(ChildFacts.StopGap, kind.IsStopGap());
        Book.MovesIn(Slot, Child, found, Today, _county.Effects);
    }

    /// <summary>Goes to the end of a day.</summary>
    public void GoTo(int day)
    {
        Today = Today with { Day = day };
        Book.BeginDay(Today);
        Book.EndDay(_county, Today);
    }

    public void LeaveCare() => Book.Leave(Slot, Child);

    public Seeker Described() => Book.Describe(Seekers.Of(Child, Today.Day, tonight: false), Slot, Child, Today);

    private KentMap CountyMap => _parameters.Regimes[0].Rates.Placements.Map;

    private void AddChild(int year, bool unaccompanied)
    {
        int slot = _county.Children.Add(EntityId.Of(EntityKind.StockChild, 0, 0, 0), 0);
        Assert.Equal(Slot, slot);
        Child.Set(ChildFacts.Unaccompanied, unaccompanied);
        Child.BirthDay = CareSchoolCounty.Calendar.FirstDayOf(-year - 5) + 100;
        _county.Effects.Enter(ref Child, Phase.LookedAfter);
        Child.Place = HomeKind.Adoption;
        _county.LookedAfter.Put(slot, member: true);
    }
}
