using KentSufficiency.Simulation.Care;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Unaccompanied;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Unaccompanied;

public class UnaccompaniedRulesTests
{
    [Theory]
    [InlineData(9, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void A_transfer_is_sought_only_above_the_threshold(int stock, bool transferred)
    {
        var bench = new RuleBench
        {
            UnaccompaniedStock = stock,
            Rates = { TransferThreshold = 10, TransferShare = 1, FoundAdult = 0, UnaccompaniedOtherEnd = 0 },
        };

        Assert.All(Arrive(bench, 200), child => Assert.Equal(transferred ? CarePlan.Transfer : CarePlan.LongTerm, child.Plan));
    }

    [Fact]
    public void Who_is_neither_transferred_nor_found_adult_stays_until_18()
    {
        var bench = new RuleBench { Rates = { TransferShare = 0, FoundAdult = 0, UnaccompaniedOtherEnd = 0 } };

        Assert.All(Arrive(bench, 200), child => Assert.Equal(child.BirthDay + Age.Days18, child.NextDay));
    }

    /// <summary>4,000 arrivals: within 0.03 of the share but for fewer than one seed in 100,000.</summary>
    [Fact]
    public void Ends_have_their_shares()
    {
        var bench = new RuleBench { UnaccompaniedStock = 1000, Rates = { FoundAdult = 0.1, UnaccompaniedOtherEnd = 0.2, TransferShare = 0.5 } };
        var plans = Arrive(bench, 4000).CountBy(child => child.Plan).ToDictionary(pair => pair.Key, pair => pair.Value / 4000.0);

        Assert.Equal(0.1, plans[CarePlan.FoundAdult], 0.03);
        Assert.Equal(0.2, plans[CarePlan.Other], 0.03);
        Assert.Equal(0.35, plans[CarePlan.Transfer], 0.035);
        Assert.Equal(0.35, plans[CarePlan.LongTerm], 0.035);
    }

    /// <summary>300 children: a share of 0.1 is within 0.085 of its value but for one seed in a million (4.9 sigma).</summary>
    [Fact]
    public void Girls_among_them_are_a_share_of_their_own() =>
        Assert.Equal(0.1, Arrive(new RuleBench { Rates = { Girls = 0.1 } }, 300).Average(child => child.Is(ChildFacts.Female) ? 1.0 : 0), 0.085);

    [Fact]
    public void They_arrive_in_care_with_a_need_of_their_own()
    {
        var bench = new RuleBench();
        List<ChildState> children = Arrive(bench, 300);

        Assert.All(children, child =>
        {
            Assert.Equal((Phase.LookedAfter, NeedCode.N8, LegalStatus.V2), (child.Phase, child.Need, child.Legal));
            Assert.True(child.Is(ChildFacts.Unaccompanied));
            Assert.False(child.Is(ChildFacts.SinglePlacement));
            Assert.InRange(child.AgeOn(0), (int)(15 * Age.Year), Age.Days18 - 1);
            Assert.InRange(child.District, 0, 11);
            Assert.Equal(0, child.RequestDay);
        });
        Assert.Equal((300, 300, 300), (bench[Flow.CareStartedUnaccompanied], bench.Effects.UnaccompaniedLookedAfter, bench[Flow.Requests]));
        Assert.Equal(12, children.Select(child => child.District).Distinct().Count());
    }

    [Fact]
    public void The_stock_falls_when_care_ends()
    {
        var bench = new RuleBench { UnaccompaniedStock = 1000, Rates = { FoundAdult = 1 } };
        ChildState child = Arrive(bench, 1)[0];

        CareRules.Wake(ref child, RuleBench.DrawsOf(child), bench.On(child.NextDay), bench.Effects);

        Assert.Equal(0, bench.Effects.UnaccompaniedLookedAfter);
        Assert.Equal(1, bench.Effects.Flows[(int)Flow.CareCeasedByReason + (int)EndReason.E15]);
    }

    private static List<ChildState> Arrive(RuleBench bench, int count)
    {
        List<ChildState> children = [];
        for (int n = 0; n < count; n++)
        {
            ChildState child = RuleBench.Child(n) with { Id = EntityId.Of(EntityKind.UnaccompaniedChild, 12, 0, n) };
            UnaccompaniedRules.Arrive(ref child, RuleBench.DrawsOf(child), bench.On(0), bench.Effects);
            children.Add(child);
        }

        return children;
    }
}
