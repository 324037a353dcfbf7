using System.Diagnostics;
using KentSufficiency.Benchmarks.County;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Schools;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.Benchmarks.Limits;

/// <summary>What a phase of a replication took.</summary>
/// <param name="Seconds">Time.</param>
/// <param name="Events">Wakes.</param>
/// <param name="Draws">Draws of 128 bits, in a build that counts them.</param>
internal readonly record struct Spent(double Seconds, long Events, long Draws)
{
    public static Spent operator +(Spent one, Spent other) => new(one.Seconds + other.Seconds, one.Events + other.Events, one.Draws + other.Draws);

    public static Spent operator -(Spent one, Spent other) => new(one.Seconds - other.Seconds, one.Events - other.Events, one.Draws - other.Draws);
}

/// <summary>Lives through replications phase by phase, with a clock. The care side goes without schools, so that what ties the two together is left out.</summary>
internal sealed class Phases
{
    private const int SchoolDays = 2;
    public const int OfferDays = 3;
    public const int NewYears = 4;
    private const int FirstDay = 5;

    private readonly CountyParameters _kent;
    private readonly CountyParameters _care;
    private readonly CountyKernel _kernel;
    private readonly CountyKernel _whole;
    private readonly FrontDoorLane _frontDoor;
    private readonly FrontDoorHistory _frontDoorHistory = new();
    private readonly SchoolYearsLane _schools;
    private readonly SchoolHistory _schoolHistory = new();
    private readonly long[] _results;

    public Phases(CountyParameters kent)
    {
        _kent = kent;
        _care = RealCounty.WithoutSchools(kent);
        _kernel = new CountyKernel(_care);
        _whole = new CountyKernel(kent);
        _results = new long[_whole.Layout.Length];
        _frontDoor = new FrontDoorLane(_care);
        _schools = new SchoolYearsLane(kent);
    }

    /// <summary>The phases.</summary>
    public static string[] Names { get; } =
    [
        "front door", "homes, care, fostering", "school days", "offer days, with the rounds", "1 September, the new school year", "first day: draws of all residents",
    ];

    public int Residents => _schools.County.Residents.Count;

    public int Plans => _schools.County.Send.Plans.Slots;

    public int Children => _kernel.Children.Top;

    public int Households => _kernel.Households.Count;

    public int Homes => _kernel.Service.Register.Count;

    /// <summary>
    /// Cache lines beyond the nearest caches that an event cannot do without: two of a child's state and one of the calendar in care, one and one at
    /// school, none at the front door, whose children stay near, nor where cohorts are read in order.
    /// </summary>
    public static double LinesOf(int phase) => phase switch
    {
        1 => 3,
        SchoolDays => 2,
        _ => 0,
    };

    /// <summary>Cohorts of children read from end to end: one each offer day, six each 1 September, all on the first day.</summary>
    public static int CohortsOf(int phase, int years) => phase switch
    {
        OfferDays => 2 * years,
        NewYears => 6 * years,
        FirstDay => 18,
        _ => 0,
    };

    /// <summary>Lives through a replication phase by phase.</summary>
    /// <returns>What each phase took.</returns>
    public Spent[] Live(uint replication)
    {
        var key = new DrawKey(1, replication);
        var spent = new Spent[Names.Length];
        Spent care = Take(() => _kernel.Run(1, replication, _results, audit: false, log: null, CancellationToken.None), () => _kernel.Wakes);
        spent[0] = Take(
            () => _frontDoor.Live(_care, key, telling: false, audit: false, _frontDoorHistory, CancellationToken.None), () => _frontDoorHistory.Wakes);
        spent[1] = care - spent[0];
        LiveSchools(key, spent);
        return spent;
    }

    /// <summary>Lives through a replication of everything in one kernel, with what ties care and schools together.</summary>
    public Spent LiveWhole(uint replication) =>
        Take(() => _whole.Run(1, replication, _results, audit: false, log: null, CancellationToken.None), () => 0);

    private static Spent Take(Action work, Func<long> events)
    {
        long draws = DrawCount.Draws;
        double seconds = Seconds(work);
        return new Spent(seconds, events(), DrawCount.Draws - draws);
    }

    private void LiveSchools(DrawKey key, Spent[] spent)
    {
        SchoolCalendar calendar = _schools.County.Calendar;
        _schools.Start(_kent, telling: false, audit: false, _schoolHistory);
        long wakes = 0;
        while (_schools.Day < _kent.Horizon)
        {
            Spent day = Take(() => _schools.Step(key), () => _schoolHistory.Wakes - wakes);
            spent[PhaseOf(_schools.Day, calendar)] += day;
            wakes = _schoolHistory.Wakes;
        }
    }

    private static int PhaseOf(int day, SchoolCalendar calendar)
    {
        int year = calendar.YearOf(day);
        return day == 0 ? FirstDay
            : day == calendar.FirstDayOf(year) ? NewYears
            : day == calendar.DayOf(year, 3, 1) || day == calendar.DayOf(year, 4, 16) ? OfferDays : SchoolDays;
    }

    /// <summary>What a replication of the whole county allocates on a kernel that has lived through as many as <paramref name="first"/>.</summary>
    public long AllocatedByWholeCounty(uint first)
    {
        var county = new CountyKernel(_kent);
        long[] results = new long[county.Layout.Length];
        for (uint replication = 0; replication < first; replication++)
        {
            county.Run(1, replication, results, audit: false, log: null, CancellationToken.None);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        county.Run(1, first, results, audit: false, log: null, CancellationToken.None);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Processor time where it is known to the microsecond, so that what else the machine does counts less; else time by the clock.</summary>
    public static double Seconds(Action work)
    {
        if (OperatingSystem.IsLinux())
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            work();
            return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        }

        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
