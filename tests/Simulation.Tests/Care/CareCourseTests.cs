using KentSufficiency.Simulation.Care;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Care;

public class CareCourseTests
{
    private const int Children = 4000;
    private static readonly int _age = (int)(8 * Age.Year);

    [Fact]
    public void Brothers_and_sisters_share_the_luck_of_the_lead()
    {
        CareRates rates = new TestRates().Build().Care;
        for (int n = 0; n < 200; n++)
        {
            ulong lead = EntityId.Of(EntityKind.ReferredChild, 0, 0, n);
            CareCourse course = Draw(lead, 1, rates);
            Assert.All(Enumerable.Range(1, 5), member => Assert.Equal(course, Draw(EntityId.Sibling(lead, member), 1, rates)));
        }
    }

    [Fact]
    public void Episodes_and_children_have_luck_of_their_own()
    {
        CareRates rates = new TestRates { Plans = Laws.Only(CarePlan.ReturnHome) }.Build().Care;

        Assert.True(All(1, rates).Select(course => course.Length).Distinct().Count() > 500);
        Assert.NotEqual(All(1, rates), All(2, rates));
    }

    /// <summary>4,000 courses: a share of 0.3 is within 0.031 of its value but for one seed in 60,000 (4.3 sigma).</summary>
    [Fact]
    public void Plans_have_their_shares()
    {
        var plans = All(1, new TestRates().Build().Care).CountBy(course => course.Plan).ToDictionary();

        Assert.Equal(0.3, plans[CarePlan.ReturnHome] / (double)Children, 0.031);
        Assert.Equal(0.15, plans[CarePlan.Adoption] / (double)Children, 0.031);
        Assert.Equal(0.3, plans[CarePlan.LongTerm] / (double)Children, 0.031);
        Assert.False(plans.ContainsKey(CarePlan.Transfer));
    }

    [Fact]
    public void An_adopted_child_moves_in_before_the_order()
    {
        CareRates rates = new TestRates { Plans = Laws.Only(CarePlan.Adoption) }.Build().Care;

        Assert.All(All(1, rates), course => Assert.InRange(course.Milestone, 1, course.Length - 1));
    }

    [Fact]
    public void A_long_term_plan_lasts_for_good_unless_it_is_revised()
    {
        var kept = new TestRates { Plans = Laws.Only(CarePlan.LongTerm), LongTermRevised = 0 };
        var revised = new TestRates { Plans = Laws.Only(CarePlan.LongTerm), LongTermRevised = 1 };

        Assert.All(All(1, kept.Build().Care), course => Assert.Equal(ChildState.Never, course.Length));
        Assert.All(All(1, revised.Build().Care), course => Assert.InRange(course.Length, 1, 100_000));
    }

    [Fact]
    public void Without_orders_for_the_accommodated_only_an_interim_order_becomes_a_full_one()
    {
        var rates = new TestRates { Plans = Laws.Only(CarePlan.LongTerm), Legal = [1, 1, 1, 1, 1, 0, 0], AccommodatedToOrder = 0 };

        Assert.All(All(1, rates.Build().Care), course =>
            Assert.Equal(course.Legal is LegalStatus.C1 or LegalStatus.L1, course.Milestone != ChildState.Never));
    }

    /// <summary>4,000 courses: a share of 0.7 is within 0.033 of its value but for one seed in 200,000 (4.6 sigma).</summary>
    [Fact]
    public void A_care_order_follows_for_a_share_of_those_accommodated_for_long()
    {
        var rates = new TestRates { Plans = Laws.Only(CarePlan.LongTerm), Legal = [0, 0, 0, 1, 0, 0, 0], AccommodatedToOrder = 0.7 };

        Assert.Equal(0.7, All(1, rates.Build().Care).Average(course => course.Milestone != ChildState.Never ? 1.0 : 0), 0.033);
    }

    [Fact]
    public void A_plan_to_return_home_has_neither_order_nor_adopters() =>
        Assert.All(All(1, new TestRates { Plans = Laws.Only(CarePlan.ReturnHome) }.Build().Care), course => Assert.Equal(ChildState.Never, course.Milestone));

    private static CareCourse[] All(int episode, CareRates rates) =>
        [.. Enumerable.Range(0, Children).Select(n => Draw(EntityId.Of(EntityKind.ReferredChild, 0, 0, n), episode, rates))];

    private static CareCourse Draw(ulong id, int episode, CareRates rates) => CareCourse.Draw(new Draws(new DrawKey(5, 0), id), episode, _age, rates);
}
