using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.ScenariosTests.Output;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Money;

namespace KentSufficiency.ScenariosTests.Baseline;

/// <summary>What the real county costs.</summary>
public sealed class MoneyTests
{
    private const int Replications = 4;
    private const int March2020 = 8;
    private const int March2021 = 20;

    private static readonly CountyParameters s_parameters = RealCounty.Compile("baseline-2019", years: 2);
    private static readonly Lazy<RealRun> s_baseline = new(() => RealCounty.Run(s_parameters, Replications));

    [Fact]
    public void Every_home_has_a_price_and_the_index_stands_at_par_in_the_year_of_the_prices()
    {
        PriceBook prices = s_parameters.Regimes[0].Rates.Prices;
        foreach (HomeKind home in Enum.GetValues<HomeKind>().Except([HomeKind.None]))
        {
            Assert.InRange(prices.Night[PriceClass.Of(home, 2, 1, unaccompanied: false)], 1, 200_000);
        }

        Assert.Equal(PriceIndex.Par, prices.Index[2019]);
        Assert.InRange(prices.Index[2018], 970_000, 990_000);
        Assert.InRange(prices.Index[2029], 1_150_000, 1_300_000);
        Assert.True(prices.Index[2031] > prices.Index[2030]);
    }

    /// <summary>An agency costs more than own carers, a connected person less, a children's home the most: what strategies turn on.</summary>
    [Fact]
    public void Homes_cost_in_the_order_that_everybody_knows()
    {
        long[] nights = s_parameters.Regimes[0].Rates.Prices.Night;
        for (int need = 0; need < PriceClass.Needs; need++)
        {
            long[] ascending =
            [
                .. new[] { HomeKind.ConnectedPerson, HomeKind.InHouseFoster, HomeKind.EmergencyBed, HomeKind.AgencyFoster, HomeKind.SpotPurchase, HomeKind.ChildrensHome }
                    .Select(home => nights[PriceClass.Of(home, 4, need, unaccompanied: false)]),
            ];
            Assert.Equal(ascending.Order(), ascending);
        }
    }

    /// <summary>The lead-in is a year, so the 12 months to the start are full: with a month missing the sum would be a twelfth short.</summary>
    [Fact]
    public void The_year_before_the_start_is_full()
    {
        double atStart = s_baseline.Value.Of("cost-real/total", 0).Mean;
        double yearOn = s_baseline.Value.Of("cost-real/total", 12).Mean;

        Assert.InRange(atStart / yearOn, 0.94, 1.06);
    }

    [Fact]
    public void Until_March_2020_prices_are_those_of_the_start_and_a_year_on_they_have_risen()
    {
        RealRun run = s_baseline.Value;
        double rise = s_parameters.Regimes[0].Rates.Prices.Index[2020] / (double)PriceIndex.Par;

        Assert.Equal(run.Values("cost-real/total", March2020), run.Values("cost/total", March2020));
        Assert.Equal(rise, run.Of("cost/total", March2021).Mean / run.Of("cost-real/total", March2021).Mean, 0.001);
    }

    /// <summary>
    /// An order of magnitude, no more: the council's budget holds what is not modelled (disabled children's services, guardianship and
    /// adoption allowances, legal services, overheads). The model should explain at least half of it, and not more than all.
    /// </summary>
    [Fact]
    public void The_budget_year_2019_20_is_of_the_size_of_the_council_s_budget()
    {
        EvidenceLibrary evidence = EvidenceLibrary.Load(DataFolder.Locate());
        double Budgeted(string measure) => Assert.Single(evidence.At(measure, "Kent", new DateOnly(2020, 3, 31))).Value!.Value;
        double net = s_baseline.Value.Of("cost/total", March2020).Mean;
        double gross = net - s_baseline.Value.Of("cost/uasc-grant", March2020).Mean;

        Assert.InRange(net / Budgeted("childrens-social-care-net-spend-target"), 0.5, 1);
        Assert.InRange(gross / Budgeted("childrens-social-care-spend-target"), 0.5, 1);
    }

    [Fact]
    public void A_price_moves_money_and_nothing_else()
    {
        RealRun dearer = Run("""
            levers:
              - lever: agency-price
                scale: 2
                from: 2019-08-01
            """);
        RealRun baseline = s_baseline.Value;
        string[] follow = ["cost/agency-fostering", "cost-real/agency-fostering", "cost/total", "cost-real/total", "cost-per-week/agency-fostering"];
        int[] moved = [.. follow.Select(id => baseline.Measures.Index().Single(m => m.Item.Id == id).Index)];
        for (int replication = 0; replication < Replications; replication++)
        {
            for (int date = 0; date < baseline.Dates.Count; date++)
            {
                int[] differ = [.. Enumerable.Range(0, baseline.Row(replication, date).Length / 2).Where(measure => !Same(baseline, dearer, replication, date, measure))];
                Assert.Equal(date == 0 ? [] : moved.Order(), differ);
            }
        }

        double[] before = baseline.Values("cost-real/agency-fostering", March2021);
        Assert.All(dearer.Values("cost-real/agency-fostering", March2021).Zip(before), pair => Assert.Equal(2, pair.First / pair.Second, 1e-4));
    }

    [Fact]
    public void What_a_scenario_costs_by_itself_lands_on_its_days()
    {
        RealRun charged = Run("""
            costs:
              - { what: desks, once: 1000, on: 2020-05-15, source: assumed }
              - { what: salaries, a-year: 36600, from: 2020-03-01, to: 2020-03-31, source: assumed }
            """);
        double Strategy(int month) => charged.Of("cost-real/strategy", month).Mean;

        Assert.Equal(0, Strategy(March2020 - 1));
        Assert.Equal(3100, Strategy(March2020), 0.01);       // 31 of 366 days
        Assert.Equal(3100, Strategy(March2020 + 1), 0.01);
        Assert.Equal(4100, Strategy(March2020 + 2), 0.01);
        Assert.Equal(1000, Strategy(March2021), 0.01);
        Assert.Equal(0, Strategy(March2021 + 2));
        Assert.Equal(4100, s_baseline.Value.Differences(charged, "cost-real/total", March2020 + 2).Mean, 0.01);
    }

    private static bool Same(RealRun one, RealRun other, int replication, int date, int measure) =>
        one.Row(replication, date).Slice(2 * measure, 2).SequenceEqual(other.Row(replication, date).Slice(2 * measure, 2));

    private static RealRun Run(string changes)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("changed.yaml", $"name: changed\ntitle: t\nsource: s\nextends: baseline-2019\n{changes}\n");
        return RealCounty.Run(RealCounty.Compile(path, years: 2), Replications);
    }
}
