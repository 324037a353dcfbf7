using FsCheck;
using FsCheck.Fluent;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Fostering;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Fostering;

public class PanelTests
{
    /// <summary>12 panels of 3 cases a year and far more cases: 36 are heard, and the other 964 wait.</summary>
    [Fact]
    public void A_year_hears_as_many_cases_as_its_panels_can()
    {
        var panel = new Panel();
        for (int n = 0; n < 1000; n++)
        {
            panel.Add(Case(n, PanelCase.Approval), 0);
        }

        int[] heard = [.. Enumerable.Range(0, 366).Select(_ => Sit(panel, 1, 3).Count).Where(count => count > 0)];

        Assert.Equal([.. Enumerable.Repeat(3, 12)], heard);
        Assert.Equal(1000 - 36, panel.WaitingCount);
    }

    [Fact]
    public void More_panels_a_day_than_one_hear_more_cases()
    {
        var panel = new Panel();
        for (int n = 0; n < 50; n++)
        {
            panel.Add(Case(n, PanelCase.Review), 0);
        }

        Assert.Equal(2 * 4, Sit(panel, 2.5 * Age.Year / 12, 4).Count);
        Assert.Equal(3 * 4, Sit(panel, 2.5 * Age.Year / 12, 4).Count);
    }

    [Fact]
    public void Connected_persons_come_first_then_approvals_then_reviews_and_the_longest_waiting_of_each()
    {
        var panel = new Panel();
        panel.Add(Case(1, PanelCase.Review), 0);
        panel.Add(Case(2, PanelCase.Approval), 5);
        panel.Add(Case(3, PanelCase.ConnectedApproval), 9);
        panel.Add(Case(4, PanelCase.Approval), 3);
        panel.Add(Case(6, PanelCase.Approval, lot: 2), 5);
        panel.Add(Case(5, PanelCase.Approval), 5);

        Assert.Equal([3, 4, 2, 5, 6, 1], Sit(panel, 1 * Age.Year / 12, 10).Select(heard => heard.Slot));
    }

    [Fact]
    public void A_reset_panel_has_neither_cases_nor_a_half_due_meeting()
    {
        var panel = new Panel();
        Sit(panel, 0.9 * Age.Year / 12, 3);
        panel.Add(Case(1, PanelCase.Approval), 0);
        panel.Reset();
        panel.Add(Case(2, PanelCase.Approval), 0);

        Assert.Empty(Sit(panel, 0.9 * Age.Year / 12, 3));
        Assert.Equal(1, panel.WaitingCount);
    }

    /// <summary>Whatever comes on whatever day: each case is heard once, or waits.</summary>
    [Fact]
    public void Cases_are_neither_lost_nor_heard_twice()
    {
        Prop.ForAll(Gen.Choose(0, 5).ListOf().ToArbitrary(), comingEachDay =>
        {
            var panel = new Panel();
            List<int> heard = [];
            int added = 0;
            int day = 0;
            foreach (int coming in comingEachDay)
            {
                for (int i = 0; i < coming; i++)
                {
                    panel.Add(Case(added, (PanelCase)(added++ % 3)), day);
                }

                heard.AddRange(Sit(panel, 6, 4).Select(one => one.Slot));
                day++;
            }

            return heard.Count == heard.Distinct().Count() && heard.Count + panel.WaitingCount == added;
        }).QuickCheckThrowOnFailure();
    }

    private static Effect Case(int slot, PanelCase kind, uint lot = 0) =>
        new(EffectClass.PanelCase, (byte)kind, lot, EntityId.Of(EntityKind.EnquiringHousehold, 0, 0, slot), slot, (int)kind);

    private static List<WaitingCase> Sit(Panel panel, double perMonth, int cases)
    {
        List<WaitingCase> heard = [];
        panel.Sit(new TestRates { PanelsPerMonth = perMonth, CasesPerPanel = cases }.Build().Fostering, heard);
        return heard;
    }
}
