using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.OtherAuthorities;

/// <summary>
/// The whole queue against queueing theory: children of other authorities, one pool of five homes, exponential stays: M/M/5 on a grid
/// of days. Seeds are fixed.
/// </summary>
public class QueueTests
{
    private const int Homes = 5;
    private const double MeanStay = 60;

    /// <summary>
    /// Days lived in the pool = children placed x mean stay. Those present at the end are at most five of some 2,000 a replication; the
    /// mean of n exponential stays has a standard error of 1 / sqrt(n): 4.5 of them are a false alarm in 150,000 seeds.
    /// </summary>
    [Fact]
    public void Littles_law_holds_for_the_pool()
    {
        CountyKernel kernel = Queue(load: 4.5, days: 30_000, patience: 10);
        long livedDays = 0;
        long placed = 0;
        kernel.Sabotage = _ => livedDays += kernel.Service.Register[kernel.Pools.Find(HomeKind.AgencyFoster, 0)].Filled;
        for (uint n = 0; n < 10; n++)
        {
            RecordedRun.ResultsOf(kernel, seed: 31, n);
            placed += kernel.Effects.Flows[(int)Flow.RequestsMatched];
        }

        double limit = 4.5 / Math.Sqrt(placed);
        Assert.True(placed > 15_000);
        Assert.InRange(livedDays / (placed * MeanStay), 1 - limit, 1 + limit);
    }

    /// <summary>With patience each request is placed, lost, or still there: none is forgotten.</summary>
    [Fact]
    public void Requests_are_placed_lost_or_waiting()
    {
        CountyKernel kernel = Queue(load: 7, days: 20_000, patience: 5);
        RecordedRun.ResultsOf(kernel, seed: 32);
        long[] flows = kernel.Effects.Flows;

        Assert.Equal(flows[(int)Flow.OtherAuthorityRequests], flows[(int)Flow.RequestsMatched] + flows[(int)Flow.OtherAuthorityLost] + kernel.Service.WaitingCount);
        Assert.True(flows[(int)Flow.OtherAuthorityLost] > 100);
    }

    /// <summary>
    /// Erlang C: with c = 5 and a load of 3, a request waits with probability 0.2362, and 7.09 days on average. The 95% interval of 40
    /// replications holds it; another seed would fail a correct program once in 20. The grid moves a wait by half a day at most on
    /// average, and so the mean by less than 0.12 days.
    /// </summary>
    [Fact]
    public void Erlangs_mean_wait_lies_within_its_95_percent_interval()
    {
        CountyKernel kernel = Queue(load: 3, days: 60_000, patience: int.MaxValue);
        double[] waits = [.. Enumerable.Range(0, 40).Select(n =>
        {
            RecordedRun.ResultsOf(kernel, seed: 33, (uint)n);
            long[] flows = kernel.Effects.Flows;
            return flows[(int)Flow.DaysToMatch] / (double)flows[(int)Flow.RequestsMatched];
        })];
        double expected = ErlangC(Homes, 3) * MeanStay / (Homes - 3);
        double mean = waits.Average();
        double error = Math.Sqrt(waits.Sum(wait => (wait - mean) * (wait - mean)) / (waits.Length - 1) / waits.Length);

        Assert.Equal(7.09, expected, 0.01);
        Assert.InRange(expected, mean - (2.02 * error), mean + (2.02 * error)); // Student's t, 39 degrees of freedom.
        Assert.InRange(error / mean, 0, 0.05); // Narrow enough to mean something.
    }

    private static double ErlangC(int servers, double load)
    {
        double term = 1;
        double sum = 0;
        for (int k = 0; k < servers; k++)
        {
            sum += term;
            term *= load / (k + 1);
        }

        double waiting = term * servers / (servers - load);
        return waiting / (sum + waiting);
    }

    private static CountyKernel Queue(double load, int days, int patience)
    {
        double perDay = load / MeanStay;
        double[] requests = [perDay, .. Laws.ByDistrict(0)[1..]];
        TestCounty county = TestCounty.Quiet();
        county.Start = new DateOnly(2000, 1, 1);
        county.Records = 1;
        county.RecordEvery = days;
        county.Reference = county.Reference with { OtherAuthorities = requests };
        county.Rates.OtherAuthorityRequestsByDistrict = requests;
        county.Rates.OtherAuthorityStay = Laws.Exponential(MeanStay);
        county.Rates.ResidentialShare = 0;
        county.Rates.Patience = patience;
        county.Rates.PoolAccepts = 1;
        county.Pools = (kind, area) => kind == HomeKind.AgencyFoster && area == 0 ? Homes : 0;
        return county.Kernel();
    }
}
