using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Measures;

/// <summary>Flows are those of the 12 records up to the date, whatever came before.</summary>
public class WindowTests
{
    private static readonly string[] _flows =
        ["cla-started", "cla-ceased", "placements-started", "requests", "enquiries", "contacts-advised", "early-help-started", "households-approved"];

    [Fact]
    public void A_year_is_the_sum_of_its_twelve_months()
    {
        RecordedRun yearly = Run(window: 12, leadIn: 360);
        RecordedRun monthly = Run(window: 1, leadIn: 360);
        foreach (string flow in _flows)
        {
            for (int date = 12; date <= 24; date++)
            {
                Assert.Equal(yearly[flow, date].Numerator, Enumerable.Range(date - 11, 12).Sum(month => monthly[flow, month].Numerator));
            }

            Assert.True(yearly[flow, 24].Numerator > 0, $"No {flow}: the test proves nothing.");
        }
    }

    [Fact]
    public void The_first_record_looks_back_on_the_lead_in()
    {
        RecordedRun yearly = Run(window: 12, leadIn: 360);
        RecordedRun without = Run(window: 12, leadIn: 0);

        Assert.All(_flows, flow => Assert.True(yearly[flow, 0].Numerator > 0));
        Assert.All(_flows, flow => Assert.Equal(0, without[flow, 0].Numerator));
    }

    /// <summary>Stock and flow: who is looked after now was a month ago, or started since, and has not ceased.</summary>
    [Fact]
    public void Children_looked_after_change_by_those_who_start_and_those_who_cease()
    {
        RecordedRun run = Run(window: 1, leadIn: 0);
        for (int date = 1; date <= 24; date++)
        {
            Assert.Equal(
                run["cla", date].Numerator,
                run["cla", date - 1].Numerator + run["cla-started", date].Numerator - run["cla-ceased", date].Numerator);
        }
    }

    [Fact]
    public void Without_a_lead_in_the_first_year_begins_at_the_start()
    {
        RecordedRun yearly = Run(window: 12, leadIn: 0);
        RecordedRun monthly = Run(window: 1, leadIn: 0);
        for (int date = 1; date <= 12; date++)
        {
            Assert.Equal(yearly["cla-started", date].Numerator, Enumerable.Range(1, date).Sum(month => monthly["cla-started", month].Numerator));
        }
    }

    private static RecordedRun Run(int window, int leadIn)
    {
        TestCounty county = TestCounty.Busy();
        county.WindowRecords = window;
        county.LeadInDays = leadIn;
        return RecordedRun.Of(county.Kernel(), seed: 3);
    }
}
