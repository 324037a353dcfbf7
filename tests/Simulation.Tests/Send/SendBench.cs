using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.Send;

namespace KentSufficiency.SimulationTests.Send;

/// <summary>A send service over children put there by hand. Day 0 is Wednesday 31 July 2019. Children are eight years old.</summary>
internal sealed class SendBench
{
    public const int Ashford = 0;
    public const int Canterbury = 1;
    private static readonly SchoolCalendar s_calendar = new(new DateOnly(2019, 7, 31));

    public SendBench(TestSendRates rates, PlanPlacesPool? places = null, uint seed = 7, bool begun = true)
    {
        Rates = rates.Build();
        Places = places ?? new PlanPlacesPool();
        Service.Begin(new DrawKey(seed, 0), Rates);
        if (begun)
        {
            Service.EndStart(Rates);
        }
    }

    public SendService Service { get; } = new(s_calendar);

    public SendRates Rates { get; set; }

    public PlanPlacesPool Places { get; }

    public int Day { get; private set; }

    /// <summary>Everything that was told of a child, with its day.</summary>
    public List<(int Day, PlanOutcome Outcome)> Told { get; } = [];

    public static int BornAtAge(double years) => -(int)(years * Age.Year);

    public static ulong IdOf(int n, int district = Ashford) => EntityId.Of(EntityKind.StockResident, district, 0, n);

    /// <summary>Lives through a day: what <paramref name="happens"/> first, then the work.</summary>
    public void Next(Action? happens = null)
    {
        Day++;
        Service.BeginDay(Day, Rates);
        happens?.Invoke();
        Service.Work(Rates, Places);
        foreach (PlanOutcome outcome in Service.Outcomes)
        {
            Told.Add((Day, outcome));
        }
    }

    public void To(int day)
    {
        while (Day < day)
        {
            Next();
        }
    }

    public bool Ask(int n, int district = Ashford, Setting setting = Setting.Mainstream, double age = 8, int request = 1) =>
        Service.Ask(n, IdOf(n, district), BornAtAge(age), district, setting, request, Rates);

    public void AddPlan(int n, Setting setting, double age = 8, int district = Ashford, byte need = PlanNeed.Autism) =>
        Service.AddPlan(n, IdOf(n, district), BornAtAge(age), district, need, setting, Rates);

    public ref PlanState PlanOf(int n) => ref Service.Plans[Service.Plans.Of(n)];

    public long this[SendCount count] => Service.Counts.Total(count);

    public int Waiting => Enumerable.Range(1, (int)PlanStage.Issued - 1).Sum(stage => At((PlanStage)stage));

    public int At(PlanStage stage) => Enumerable.Range(0, SendTeams.Count).Sum(team => Service.At(stage, team));

    /// <summary>Asks for children of all districts in most of the days, as many as an addressed count says, and lives to a day.</summary>
    public void Busy(int to, int most = 4, int shift = 0)
    {
        while (Day < to)
        {
            Next(() =>
            {
                int count = (int)(new Draws(new DrawKey(99, 0), 1).For(Process.Arrivals, Day).A % (uint)(most + 1));
                for (int i = 0; i < count; i++)
                {
                    int at = (i + shift) % count;
                    int n = (Day * 8) + at;
                    Ask(n, district: n % 12);
                }
            });
        }
    }
}
