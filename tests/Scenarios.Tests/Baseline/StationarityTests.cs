using System.Globalization;
using KentSufficiency.Scenarios.Statistics;
using KentSufficiency.ScenariosTests.Output;
using KentSufficiency.Simulation.County;
using Xunit.Abstractions;

namespace KentSufficiency.ScenariosTests.Baseline;

/// <summary>
/// With constant rates, as many leave care at each age in the first month as in the 24th, and in the first year as in the second: the
/// initial stock is one that its own rates keep up. A stock of children who have all just come, say, lets too few go at first.
/// </summary>
/// <remarks>
/// <para><b>Constant rates.</b> The seasons of arrivals are levelled, from the lead-in on. The county's homes are not constant in the baseline
/// (foster households decline), so all pools get room for everybody: nobody's stay then depends on a home that is missing. It turns out not to
/// matter here, since no exit asks whether the home was in-house.</para>
/// <para><b>False alarms.</b> Paired differences over 200 replications, a normal statistic each; 4.9 standard errors are passed by
/// chance once in a million, by one of ten bands and periods once in 100,000. At 5 to 9 that is a drift of 1.5 children in a month of 8, or of 5
/// in a year of 88, where a drift of nearly that size is left: the initial stock holds too many whose care ends at that age.</para>
/// </remarks>
public sealed class StationarityTests(ITestOutputHelper output)
{
    private const double Threshold = 4.9;
    private const int PlentyOfPlaces = 2000;

    private static readonly Lazy<RealRun> s_run = new(() => RealCounty.Run(Steady(), replications: 200));

    [Theory]
    [InlineData("under-1")]
    [InlineData("1-4")]
    [InlineData("5-9")]
    [InlineData("10-15")]
    [InlineData("16-over")]
    public void As_many_leave_care_at_an_age_in_month_1_as_in_month_24(string band) => AssertSteady(band, first: (1, 1), last: (24, 1));

    [Theory]
    [InlineData("under-1")]
    [InlineData("1-4")]
    [InlineData("5-9")]
    [InlineData("10-15")]
    [InlineData("16-over")]
    public void As_many_leave_care_at_an_age_in_the_first_year_as_in_the_second(string band) => AssertSteady(band, first: (1, 12), last: (13, 12));

    private void AssertSteady(string band, (int From, int Months) first, (int From, int Months) last)
    {
        double[] early = Ceased(band, first.From, first.Months);
        double[] late = Ceased(band, last.From, last.Months);
        Summary difference = Summary.OfDifferences(early, late);
        double z = difference.Mean / (difference.Sd / Math.Sqrt(difference.Count));

        string told = $"{band}: {early.Average():0.00} and {late.Average():0.00} in {first.Months} months, z {z:0.0}";
        output.WriteLine(told);
        Assert.True(Math.Abs(z) < Threshold, told);
    }

    /// <summary>Children of a band who ceased to be looked after over some months, a value for each replication.</summary>
    private static double[] Ceased(string band, int from, int months)
    {
        double[][] monthly = [.. Enumerable.Range(from, months).Select(month => s_run.Value.Values($"cla-ceased-by-age/{band}", month))];
        return [.. Enumerable.Range(0, s_run.Value.Replications).Select(replication => monthly.Sum(values => values[replication]))];
    }

    /// <summary>The baseline without seasons and with plenty of places, measured by the month instead of the year.</summary>
    private static CountyParameters Steady()
    {
        IEnumerable<string> levers = Enumerable.Range(1, 12)
            .Select(month => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month).ToLowerInvariant())
            .SelectMany(month => new[] { $"uasc/season/{month}", $"fostering/enquiry-season/{month}" })
            .Select(lever => $"  - lever: {lever}\n    set: 1\n");
        using var folder = new TemporaryFolder();
        string head = "name: steady\ntitle: No seasons\nsource: test\nextends: baseline-2019\nlevers:\n";
        CountyParameters seasonless = RealCounty.Compile(folder.Write("steady.yaml", head + string.Concat(levers)), years: 2);
        return new CountyParameters
        {
            Start = seasonless.Start,
            LeadInDays = seasonless.LeadInDays,
            RecordDays = seasonless.RecordDays,
            LeadInNoteDays = seasonless.LeadInNoteDays,
            WindowRecords = 1,
            Regimes = [new Regime(int.MinValue, seasonless.Regimes[^1].Rates)],
            Reference = seasonless.Reference,
            Pools = [.. seasonless.Pools.Select(pool => pool with { Places = pool.Places + PlentyOfPlaces })],
            Stock = seasonless.Stock,
            Under18 = seasonless.Under18,
            SufficientShare = seasonless.SufficientShare,
            Districts = seasonless.Districts,
        };
    }
}
