using KentSufficiency.Scenarios.Baseline;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Schools;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Send;

namespace KentSufficiency.ScenariosTests.Schools;

/// <summary>
/// Plans and requests of a county as large as Kent in July 2019 whose children neither move nor change school: what the numbers of the data give
/// without anything else. Every year of age holds as many children, and who turns 18 is followed by a newborn.
/// </summary>
internal sealed class SendCounty : IPlanPlaces
{
    public bool ChangesSchool(in PlanState plan) => true;

    private const int SpecialPupils = 4538;
    private const int ResourcePupils = 1000;
    private const double PupilsWithPlan2019 = 0.034 * (128_137 + 102_013 + 4_538);
    private static readonly AssumptionCatalogue s_catalogue = AssumptionCatalogue.Load(DataFolder.Locate());
    private static readonly IReadOnlyList<District> s_districts = KentDistricts.Load(DataFolder.Locate()).All;
    private readonly DrawKey _key;
    private readonly (ulong Id, int Born, int District)[] _children;
    private readonly double _pupils;
    private int _special;
    private int _resource;

    public SendCounty(uint replication, SendRates rates, double pupilsWithPlan = PupilsWithPlan2019)
    {
        _pupils = pupilsWithPlan;
        _key = new DrawKey(11, replication);
        Rates = rates;
        _children = [.. s_districts.SelectMany((district, d) => Enumerable.Range(0, district.PopulationUnder18).Select(n =>
            (EntityId.Of(EntityKind.StockResident, d, 0, n), -1 - (int)(n * 18 * Age.Year / district.PopulationUnder18), d)))];
        Start();
    }

    public static IReadOnlyList<District> Districts => s_districts;

    public SendRates Rates { get; set; }

    public SendService Service { get; } = new(new SchoolCalendar(new DateOnly(2019, 7, 31)));

    public int Day { get; private set; }

    public int OpenAtStart { get; private set; }

    /// <summary>Rates from the data, with some values changed, and the ids read noted.</summary>
    public static SendRates Of(bool of2014 = false, ISet<string>? read = null, params (string Id, double Factor)[] levers) => SendRatesBuilder.Build(
        new Assumed(id => s_catalogue[id].Value * levers.Where(lever => lever.Id == id).Select(lever => lever.Factor).FirstOrDefault(1), new LawBook(), read),
        s_districts,
        of2014);

    public void To(int day)
    {
        var asked = new List<int>[366];
        while (Day < day)
        {
            if (Day % 365 == 0)
            {
                Draw(asked);
            }

            Day++;
            Service.BeginDay(Day, Rates);
            foreach (int child in asked[(Day - 1) % 365])
            {
                (ulong id, int born, int district) = _children[child];
                Service.Ask(child, id, born, district, Setting.Mainstream, 1 + (Day / 365), Rates);
            }

            if (Day % 365 == 199)
            {
                NameSecondarySchools();
            }

            Service.Work(Rates, this);
        }
    }

    public double InTime(KentArea? area = null)
    {
        (int InTime, int Issued)[] of = [.. s_districts.Select((district, d) => (district.Area, Year: Service.Counts.Year(d)))
            .Where(x => area is null || x.Area == area).Select(x => x.Year)];
        return of.Sum(x => x.InTime) / (double)of.Sum(x => x.Issued);
    }

    public int NearestSpecial(in PlanState plan, bool nextYear) => _special > 0 ? 1 : -1;

    public int NearestResource(in PlanState plan, bool nextYear) => _resource > 0 ? 2 : -1;

    public int NearestMainstream(in PlanState plan, bool nextYear) => 3;

    public void Settle(in PlanState plan, Setting setting, int school, bool nextYear)
    {
        Change(plan.Setting, 1);
        Change(setting, -1);
    }

    private void Change(Setting setting, int free)
    {
        _special += setting == Setting.Special ? free : 0;
        _resource += setting == Setting.ResourceProvision ? free : 0;
    }

    private void LeaveAtAge18(int child)
    {
        if (Service.Plans.Of(child) is >= 0 and int slot)
        {
            Change(Service.Plans[slot].Setting, 1);
            Service.ComeOfAge(child);
        }
    }

    // In mid-February, for Year 6; for once the new school begins at once.
    private void NameSecondarySchools()
    {
        Service.NameSchools((Day / 365) + 1 - 6, Rates, this);
        foreach (PlanOutcome outcome in Service.Outcomes.ToArray())
        {
            Service.Follow(outcome.Child, outcome.Setting);
        }
    }

    private void Start()
    {
        Service.Begin(_key, Rates);
        _special = (int)(SpecialPupils * 0.02);
        double weights = s_districts.Select((district, d) => district.PopulationUnder18 * Rates.RequestShare(d, 8)).Sum();
        for (int child = 0; child < _children.Length; child++)
        {
            (ulong id, int born, int district) = _children[child];
            int age = Age.Years(-born);
            RandomBlock luck = new Draws(_key, id).For(Process.InitialStock, 0);
            double share = _pupils * Rates.RequestShare(district, 8) / weights * 18 / 13;
            if (age is >= 4 and < 17 && luck.UniformA < share)
            {
                Service.AddPlan(child, id, born, district, (byte)(1 + (luck.B % 4)), SettingAt(luck.UniformC), Rates);
            }
            else
            {
                Setting setting = age >= 16 && luck.UniformD < 0.5 ? Setting.Further : Setting.Mainstream;
                OpenAtStart += Service.AddPast(child, id, born, district, setting, Rates) == StartedWith.Request ? 1 : 0;
            }
        }

        Service.EndStart(Rates);
    }

    private static Setting SettingAt(double u) => (u * PupilsWithPlan2019) switch
    {
        < SpecialPupils => Setting.Special,
        < SpecialPupils + 763 => Setting.ExternalSpecial,
        < SpecialPupils + 763 + ResourcePupils => Setting.ResourceProvision,
        _ => Setting.Mainstream,
    };

    // Who asks in the year that begins.
    private void Draw(List<int>[] asked)
    {
        for (int day = 0; day < asked.Length; day++)
        {
            asked[day] = [];
        }

        for (int child = 0; child < _children.Length; child++)
        {
            (ulong id, int born, int district) = _children[child];
            int age = Age.Years(Day - born);
            if (age >= 18)
            {
                LeaveAtAge18(child);
                born = Day - (age % 18) - 1;
                _children[child] = (id + 1, born, district);
                age = 0;
            }

            RandomBlock luck = new Draws(_key, id).For(Process.Residence, Day / 365);
            if (luck.UniformA < Rates.RequestShare(district, age))
            {
                asked[(int)(luck.UniformB * 365)].Add(child);
            }
        }
    }
}
