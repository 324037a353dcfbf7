using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.Send;
using Xunit.Abstractions;

namespace KentSufficiency.ScenariosTests.Schools;

/// <summary>
/// Plans of a county as large as Kent, from the numbers of the data. Runs with a fixed seed; the differences asked for are several times what three
/// replications vary by, which has been looked at and not derived.
/// </summary>
public class SendBaselineTests(ITestOutputHelper output)
{
    private const int Year = 365;

    [Fact]
    public void Every_number_is_read_and_every_id_read_is_a_number()
    {
        var read = new HashSet<string>();
        SendCounty.Of(read: read);
        HashSet<string> known = [.. AssumptionCatalogue.Load(DataFolder.Locate()).All.Select(a => a.Id).Where(id => id.StartsWith("send/", StringComparison.Ordinal))];
        Assert.Empty(known.Except(read));
        Assert.Equal(["front-door/under-18s"], read.Except(known));
    }

    [Fact]
    public void The_rates_give_the_requests_of_a_month_and_their_districts()
    {
        SendRates rates = SendCounty.Of();
        double[] share = [0.031, 0.037, 0.019, 0.032, 0.036, 0.022, 0.036, 0.046, 0.035, 0.043, 0.033, 0.03];
        double Of(int d) => Enumerable.Range(0, SendRates.Ages).Sum(age => rates.RequestShare(d, age)) / SendRates.Ages
            * (1 - share[d]) * SendCounty.Districts[d].PopulationShare * 335_600 / 12;
        double[] aMonth = [.. Enumerable.Range(0, 12).Select(Of)];
        Assert.Equal(270, aMonth.Sum(), 0.01);
        Assert.Equal(0.043 / 0.019 * SendCounty.Districts[9].PopulationShare / SendCounty.Districts[2].PopulationShare, aMonth[9] / aMonth[2], 1e-6);
        Assert.All(rates.RequestsAYear, rate => Assert.InRange(rate, 0.0005, 0.05));
    }

    [Fact]
    public void Timeliness_starts_as_observed_and_the_backlog_carries_it_on()
    {
        SendCounty[] counties = [.. Enumerable.Range(0, 3).Select(r => new SendCounty((uint)r, SendCounty.Of()))];
        double Mean(KentArea? area = null) => counties.Average(county => county.InTime(area));
        void Say(int year) => output.WriteLine(
            $"{year}: {Mean():0.000} {string.Join(' ', Enum.GetValues<KentArea>().Select(area => $"{area} {Mean(area):0.000}"))} plans {counties[0].Service.Plans.Count}");

        // Printed: Kent 31.4%; the districts weigh here by the requests, which follow the shares with a plan.
        Assert.InRange(Mean(), 0.30, 0.335);
        Say(0);
        Array.ForEach(counties, county => county.To(Year));
        Say(1);
        Assert.InRange(Mean(), 0.24, 0.42);
        Assert.InRange(Mean(KentArea.West), 0.5, 0.8);
        Assert.True(Mean(KentArea.West) > Mean(KentArea.North));
        Assert.True(Mean(KentArea.North) > Mean(KentArea.South));
        Assert.True(Mean(KentArea.North) > Mean(KentArea.East));
        Assert.All(counties, county => Assert.InRange(county.Service.Counts.Total(SendCount.Asked), 3_000, 3_480));
    }

    [Fact]
    public void The_share_in_time_of_2014_is_that_of_a_good_year_and_stays_so()
    {
        var county = new SendCounty(0, SendCounty.Of(of2014: true), pupilsWithPlan: 6500);
        Assert.Equal(0.88, county.InTime(), 0.01);
        county.To(Year);
        output.WriteLine($"{county.InTime():0.000}");
        Assert.InRange(county.InTime(), 0.75, 0.95);
    }

    [Fact]
    public void Levers_move_timeliness_the_right_way()
    {
        double usual = After(default);
        double growth = After(("send/request-growth", 1.15));
        double psychologists = After(("send/psychologists/west", 0.85));
        double caseworkers = After(("send/caseworkers/west", 1.15));
        output.WriteLine($"{usual:0.000} {growth:0.000} {psychologists:0.000} {caseworkers:0.000}");
        Assert.True(growth < usual - 0.02);
        Assert.True(psychologists < usual - 0.02);
        Assert.True(caseworkers > usual);
    }

    // The share in time in the West after a year and a half with a lever from day 1; the start is that of the data.
    private static double After((string Id, double Factor) lever)
    {
        var county = new SendCounty(1, SendCounty.Of());
        county.Rates = lever.Id is null ? county.Rates : SendCounty.Of(levers: lever);
        county.To(Year + (Year / 2));
        return county.InTime(KentArea.West);
    }
}
