using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.SimulationTests.County;
using static KentSufficiency.SimulationTests.County.Laws;

namespace KentSufficiency.SimulationTests.Kernel;

/// <summary>
/// With constant rates and a stock of arrivals x mean stay, nothing drifts: the elapsed times of the initial stock are those that the
/// model itself would leave behind. Seeds are fixed; each limit is one of 4.5 standard errors, a false alarm in 150,000 seeds.
/// </summary>
public class StationarityTests
{
    private const uint Replications = 300;
    private const double Sigmas = 4.5;

    /// <summary>Entries a day: 12 districts of 0.05, each looked after from the day after its referral on.</summary>
    private const double EntriesPerDay = 0.6;

    private static readonly Lazy<(double Stay, long[][] Results, CountyKernel Kernel)> _runs = new(Run);

    [Fact]
    public void As_many_leave_care_in_the_last_month_as_in_the_first()
    {
        AssertSame("cla-ceased", 1, 24);
        AssertSame("cla-ceased", 2, 12);
    }

    [Theory]
    [InlineData("cla-ceased-by-age/10-15")]
    [InlineData("cla-ceased-by-age/16-over")]
    [InlineData("cla-ceased-by-reason/E13")]
    public void They_leave_at_the_same_ages_and_for_the_same_reasons(string measure) => AssertSame(measure, 1, 24);

    /// <summary>Little's law for the exits: as many as enter, 0.6 a day.</summary>
    [Fact]
    public void As_many_leave_as_enter()
    {
        (_, long[][] results, CountyKernel kernel) = _runs.Value;
        double ceased = Enumerable.Range(1, 24).Sum(date => Total(kernel, results, "cla-ceased", date));
        double expected = EntriesPerDay * 720 * Replications;

        Assert.InRange(ceased, expected - (Sigmas * Math.Sqrt(expected)), expected + (Sigmas * Math.Sqrt(expected)));
    }

    /// <summary>The stock starts fixed and drifts to Poisson: a variance of at most its mean.</summary>
    [Theory]
    [InlineData(6)]
    [InlineData(24)]
    public void The_stock_neither_grows_nor_shrinks(int date)
    {
        (double stay, long[][] results, CountyKernel kernel) = _runs.Value;
        double stock = Math.Round(EntriesPerDay * stay) * Replications;

        Assert.InRange(Total(kernel, results, "cla", date), stock - (Sigmas * Math.Sqrt(stock)), stock + (Sigmas * Math.Sqrt(stock)));
    }

    /// <summary>Ages too: the share of 16 and 17 year-olds, two binomials apart.</summary>
    [Fact]
    public void The_stock_neither_ages_nor_grows_younger() => AssertSame("cla-by-age/16-over", 0, 24);

    private static void AssertSame(string measure, int one, int other)
    {
        (_, long[][] results, CountyKernel kernel) = _runs.Value;
        double a = Total(kernel, results, measure, one);
        double b = Total(kernel, results, measure, other);

        Assert.True(a > 500, $"{measure}: {a} are too few to tell.");
        Assert.InRange(b - a, -Sigmas * Math.Sqrt(a + b), Sigmas * Math.Sqrt(a + b));
    }

    private static double Total(CountyKernel kernel, long[][] results, string measure, int date) =>
        results.Sum(replication => RecordedRun.Read(kernel, replication, measure, date).Numerator);

    /// <summary>Everybody of 10 to 15 who is referred enters care next day: half go elsewhere after 300 days on average, half stay until 18.</summary>
    private static (double Stay, long[][] Results, CountyKernel Kernel) Run()
    {
        TestCounty county = TestCounty.Quiet();
        double[] ages = [.. Enumerable.Range(0, 18).Select(age => age is >= 10 and <= 15 ? 1.0 : 0)];
        county.Reference = county.Reference with { Referrals = ByDistrict(0.05) };
        county.Rates.Referrals = 0.05;
        county.Rates.AgeAtReferral = ages;
        county.Rates.ClosedAtReferral = 0;
        county.Rates.Assessment = DurationLaw.Fixed(1);
        county.Rates.FromAssessment = new(1, 0, 0, 0);
        county.Rates.Plans = [0, 1, 0, 0, 0, 1, 0, 0, 0];
        county.Rates.CareLength = Exponential(300);
        county.Rates.LongTermRevised = 0;
        county.Rates.GroupSize = [1];
        county.Rates.AfterReturnHome = new(0, DurationLaw.Fixed(1));
        county.Pools = (_, _) => TestCounty.Plenty;
        county.EntryAge = [0, 0, 0, 1, 0];
        county.WindowRecords = 1;
        double stay = MeanStay();
        county.LookedAfter = (int)Math.Round(EntriesPerDay * stay);
        CountyKernel kernel = county.Kernel();
        return (stay, [.. Enumerable.Range(0, (int)Replications).Select(n => RecordedRun.ResultsOf(kernel, seed: 21, (uint)n))], kernel);
    }

    /// <summary>The mean over ages at entry of half the days to 18 and half an exponential of 300 days cut at 18.</summary>
    private static double MeanStay() => Enumerable.Range(0, 10_000).Average(i =>
    {
        double left = Age.Days18 - (((10 + (6 * (i + 0.5) / 10_000)) * Age.Year) + 1);
        return 0.5 * (left + (300 * (1 - Math.Exp(-left / 300))));
    });
}
