using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.SimulationTests.County;
using KentSufficiency.SimulationTests.Numerics;
using static KentSufficiency.SimulationTests.County.Laws;

namespace KentSufficiency.SimulationTests.Kernel;

/// <summary>The county on its first evening. Kolmogorov-Smirnov at fixed seeds: a false alarm in 10,000 seeds.</summary>
public class InitialStateTests
{
    [Fact]
    public void Everybody_is_there_and_counted()
    {
        TestCounty county = TestCounty.Busy();
        CountyKernel kernel = FirstEvening(county);
        int[] stocks = [.. kernel.Effects.Stocks.Zip(kernel.FrontDoor.StocksAt(0).ToArray(), (inCare, atFrontDoor) => inCare + atFrontDoor)];

        Assert.Equal(county.LookedAfter + county.Unaccompanied, stocks[(int)Phase.LookedAfter]);
        Assert.Equal(county.Unaccompanied, kernel.Effects.UnaccompaniedLookedAfter);
        Assert.Equal((county.Assessments, county.ChildrenInNeed, county.ProtectionPlans), (stocks[(int)Phase.Assessment], stocks[(int)Phase.ChildInNeed], stocks[(int)Phase.ProtectionPlan]));
        Assert.Equal((county.EarlyHelp, 3 * county.Returning), (stocks[(int)Phase.EarlyHelp], stocks[(int)Phase.AtHome]));
        Assert.Equal((county.CareLeavers, county.StayingPut), (stocks[(int)Phase.CareLeaver], kernel.Effects.StayingPut));
        Assert.Equal(county.OtherAuthorities, stocks[(int)Phase.OtherAuthority]);
        Assert.Equal(county.Households, All(kernel.Households).Count(household => household.CountsAsHousehold && !household.IsConnected));
        Assert.Equal(All(kernel).Count(), kernel.Children.Present);
    }

    [Fact]
    public void Nobody_is_past_an_end_that_has_been()
    {
        CountyKernel kernel = FirstEvening(TestCounty.Busy());

        Assert.All(All(kernel), child => Assert.True(child.PhaseEndDay > 0 && child.NextDay > 0, $"{child.Phase} of {child.Id:x} ended on day {child.PhaseEndDay}."));
        Assert.All(All(kernel).Where(child => child.Phase != Phase.CareLeaver && child.Phase != Phase.AtHome), child => Assert.InRange(child.PhaseDay, -6600, 0));
        Assert.All(All(kernel.Households), household => Assert.True(household.NextDay > 0));
    }

    /// <summary>The first home may bring the return nearer: who would have gone home long since is not in the stock.</summary>
    [Fact]
    public void Nobody_is_past_a_return_home_that_the_first_home_brought_nearer()
    {
        TestCounty county = TestCounty.Busy();
        county.LookedAfter = 500;
        county.Rates.Plans = Only(CarePlan.ReturnHome);
        county.Rates.ReturnHomeFactor = 0.5;
        county.Pools = (_, _) => TestCounty.Plenty;

        Assert.DoesNotContain(All(FirstEvening(county)), child => child.Phase == Phase.LookedAfter && child.PhaseEndDay <= 0);
    }

    /// <summary>Exponential episodes of infants: what has passed and what remains are both exponential of the same mean.</summary>
    [Fact]
    public void Episodes_are_met_at_a_moment_chosen_at_random()
    {
        TestCounty county = TestCounty.Quiet();
        county.LookedAfter = 3000;
        county.EntryAge = [1, 0, 0, 0, 0];
        county.Rates.Plans = Only(CarePlan.OtherHome);
        county.Rates.CareLength = Exponential(400);
        county.Rates.GroupSize = [1];
        county.Pools = (_, _) => TestCounty.Plenty;
        CountyKernel kernel = FirstEvening(county);
        ChildState[] children = [.. All(kernel)];

        double Exceeded(double days) => 1 - Math.Exp(-days / 400);
        GoodnessOfFit.AssertContinuous([.. children.Select(child => 0.5 - child.PhaseDay)], Exceeded);
        GoodnessOfFit.AssertContinuous([.. children.Select(child => child.PhaseEndDay - 0.5)], Exceeded);
    }

    /// <summary>The same of open cases, whose law is inverted and not searched.</summary>
    [Fact]
    public void Cases_are_met_at_a_moment_chosen_at_random()
    {
        TestCounty county = TestCounty.Quiet();
        county.ChildrenInNeed = 3000;
        county.Rates.ChildInNeed = Exponential(400);
        ChildState[] children = [.. All(FirstEvening(county))];

        double Exceeded(double days) => 1 - Math.Exp(-days / 400);
        GoodnessOfFit.AssertContinuous([.. children.Select(child => 0.5 - child.PhaseDay)], Exceeded);
        GoodnessOfFit.AssertContinuous([.. children.Select(child => child.PhaseEndDay - 1.0)], Exceeded);
    }

    [Fact]
    public void Brothers_and_sisters_of_the_stock_live_where_there_is_room_for_them()
    {
        TestCounty county = TestCounty.Busy();
        county.LookedAfter = 300;
        CountyKernel kernel = FirstEvening(county);
        var groups = All(kernel).Where(child => child.Phase == Phase.LookedAfter).GroupBy(child => EntityId.Lead(child.Id)).Where(group => group.Count() > 1);

        Assert.NotEmpty(groups);
        Assert.All(groups, group => Assert.Single(group.Select(child => child.PhaseDay).Distinct()));
        Assert.Contains(groups, group => group.Select(child => child.Home).Distinct().Count() == 1);
    }

    [Fact]
    public void Homes_of_the_stock_are_within_their_terms()
    {
        TestCounty county = TestCounty.Busy();
        county.LookedAfter = 200;
        CountyKernel kernel = FirstEvening(county);
        foreach (ChildState child in All(kernel).Where(child => child.Place is HomeKind.InHouseFoster or HomeKind.InHouseLongTerm && child.Phase == Phase.LookedAfter))
        {
            Home home = kernel.Service.Register[child.Home];
            Assert.InRange(Age.Years(child.AgeOn(0)), home.AgeLow, home.AgeHigh);
            Assert.InRange(child.NeedLevel, 0, home.Skill + 1);
        }
    }

    /// <summary>Shares fill evenly: every prefix of the stock is within two of its share.</summary>
    [Fact]
    public void A_stock_spreads_over_the_districts_in_proportion()
    {
        double[] shares = [0.5, 0.3, 0.2];
        int[] counts = new int[3];
        for (int n = 0; n < 5000; n++)
        {
            counts[InitialHouseholds.Spread(shares, n)]++;
            Assert.All(Enumerable.Range(0, 3), group => Assert.InRange(counts[group] - ((n + 1) * shares[group]), -2, 2));
        }
    }

    private static CountyKernel FirstEvening(TestCounty county)
    {
        county.Records = 0;
        CountyKernel kernel = county.Kernel();
        RecordedRun.Of(kernel, seed: 41);
        return kernel;
    }

    private static IEnumerable<ChildState> All(CountyKernel kernel) =>
        Enumerable.Range(0, kernel.Children.Top).Select(slot => kernel.Children[slot]).Where(child => child.Id != 0);

    private static IEnumerable<HouseholdState> All(HouseholdTable households) => Enumerable.Range(0, households.Count).Select(slot => households[slot]);
}
