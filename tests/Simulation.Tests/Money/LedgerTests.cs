using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Money;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Money;

/// <summary>What a county costs, held against paper and against a count of every night.</summary>
public class LedgerTests
{
    /// <summary>
    /// One child who stays: 30 nights from 17 March to 15 April 2020, 15 in each budget year, at 10.01 a night. Prices rise by a tenth on
    /// 1 April, to 11.01 (11.011). Social work costs 7.00 a day, then 7.70.
    /// </summary>
    [Fact]
    public void One_child_across_the_first_of_April_by_hand()
    {
        TestCounty county = TestCounty.Quiet();
        county.Start = new DateOnly(2020, 3, 16);
        county.WindowRecords = 1;
        county.Records = 1;
        county.LookedAfter = 1;
        county.EntryAge = [1, 0, 0, 0, 0];
        county.Rates.Plans = [0, 0, 0, 0, 0, 1, 0, 0, 0];
        county.Rates.LongTermRevised = 0;
        county.Rates.Prices = TestPrices.Nothing();
        county.Rates.Prices.Night = _ => 1001;
        county.Rates.Prices.LookedAfterDay = 700;

        RecordedRun run = RecordedRun.Of(county.Kernel());

        Assert.Equal((1, 1), run["cla", 1]);
        Assert.Equal((15 * 700) + (15 * 770), run["cost/social-work", 1].Numerator);
        Assert.Equal(30 * 700, run["cost-real/social-work", 1].Numerator);
        Assert.Equal((15 * 1001) + (15 * 1101) + (15 * 700) + (15 * 770), run["cost/total", 1].Numerator);
        Assert.Equal(30 * 1701, run["cost-real/total", 1].Numerator);
        Assert.Equal((7 * 30 * 1001, 100 * 30), Assert.Single(Weeks.Select(id => run[id, 1]), week => week.Denominator > 0));
    }

    /// <summary>Every night of every child and care leaver, priced on its own day, over lead-in, April and a change of prices within a month.</summary>
    [Fact]
    public void The_nights_are_those_of_a_count_by_the_day()
    {
        const int dearer = 100;
        const int record = 6;
        TestCounty county = TestCounty.Busy();
        county.LeadInDays = 360;
        county.Rates.Prices = OfNights(1);
        PriceBook before = county.Rates.Prices.Build();
        CountyRates later = new TestRates { Prices = OfNights(3) }.Build();
        CountyParameters parameters = county.Build((dearer, later));
        var kernel = new CountyKernel(parameters);
        long[] nominal = new long[CostCategories.Count];
        long[] real = new long[CostCategories.Count];
        int yearBegins = parameters.RecordDays[record] - 360;
        kernel.Sabotage = day =>
        {
            if (day > yearBegins && day <= yearBegins + 360)
            {
                AddNights(kernel, day, day < dearer ? before : later.Prices, before.Index[BudgetYear.Of(county.Start.AddDays(day))], nominal);
                AddNights(kernel, day, day < dearer ? before : later.Prices, PriceIndex.Par, real);
            }
        };

        long[] results = RecordedRun.ResultsOf(kernel);

        Assert.InRange(dearer, yearBegins + 1, yearBegins + 360);
        foreach (CostCategory category in Enum.GetValues<CostCategory>())
        {
            string name = CostCategories.Name(category);
            Assert.Equal((name, nominal[(int)category]), (name, RecordedRun.Read(kernel, results, $"cost/{name}", record).Numerator));
            Assert.Equal((name, real[(int)category]), (name, RecordedRun.Read(kernel, results, $"cost-real/{name}", record).Numerator));
        }

        Assert.All(nominal[..8], pence => Assert.True(pence > 0));
    }

    /// <summary>A pound a night for each band passed: a birthday counts from the end of its month at the latest, and never before.</summary>
    [Fact]
    public void A_birthday_is_paid_for_within_the_month()
    {
        TestCounty county = TestCounty.Busy();
        county.WindowRecords = county.Records;
        county.Start = new DateOnly(2018, 4, 1);
        county.Rates.Prices = TestPrices.Nothing();
        county.Rates.Prices.Night = priceClass => PriceClass.IsLookedAfter(priceClass) ? 100 * ((priceClass - 1) / (PriceClass.Needs * 2) % PriceClass.Bands) : 0;
        CountyKernel kernel = county.Kernel();
        long byTheDay = 0;
        int birthdays = 0;
        kernel.Sabotage = day =>
        {
            foreach (int slot in kernel.LookedAfter.Members)
            {
                int band = PriceClass.Band(kernel.Children[slot].AgeOn(day));
                byTheDay += day > 0 ? 100 * band : 0;
                birthdays += band - PriceClass.Band(kernel.Children[slot].AgeOn(day - 1));
            }
        };

        long[] results = RecordedRun.ResultsOf(kernel);

        long paid = RecordedRun.Read(kernel, results, "cost-real/total", county.Records).Numerator;
        Assert.True(birthdays > 10);
        Assert.InRange(byTheDay - paid, 1, 31 * 100 * birthdays);
    }

    [Fact]
    public void The_total_is_the_sum_of_the_categories_and_every_category_moves()
    {
        TestCounty county = TestCounty.Busy();
        county.LeadInDays = 360;
        RecordedRun run = Charged(county, new Charge(5, 600, 36_500, EveryYear: true));
        for (int record = 0; record <= county.Records; record++)
        {
            foreach (string money in new[] { "cost", "cost-real" })
            {
                Assert.Equal(run[$"{money}/total", record].Numerator, Categories.Sum(name => run[$"{money}/{name}", record].Numerator));
            }
        }

        Assert.All(Categories, name => Assert.NotEqual(0, run[$"cost/{name}", county.Records - 4].Numerator));
        Assert.True(run["cost/uasc-grant", 12].Numerator < 0);
    }

    [Fact]
    public void Twice_the_price_doubles_its_category_and_moves_nothing_else()
    {
        TestCounty county = TestCounty.Busy();
        county.Rates.Prices.Night = _ => 1000;
        RecordedRun once = RecordedRun.Of(county.Kernel());
        county.Rates.Prices.Night = priceClass => PriceClass.Category(priceClass) == CostCategory.AgencyFostering ? 2000 : 1000;
        RecordedRun twice = RecordedRun.Of(county.Kernel());
        string[] moved = ["cost/agency-fostering", "cost-real/agency-fostering"];
        string[] follow = [.. moved, "cost/total", "cost-real/total", "cost-per-week/agency-fostering"];

        Assert.Equal(once.Events, twice.Events);
        for (int record = 1; record <= county.Records; record++)
        {
            Assert.All(moved, id => Assert.Equal(2 * once[id, record].Numerator, twice[id, record].Numerator));
            foreach (string id in once.Engine.Measures.Where(m => m.Geography == "Kent").Select(m => m.Id).Except(follow))
            {
                Assert.Equal((id, once[id, record]), (id, twice[id, record]));
            }
        }

        Assert.True(once[moved[0], 12].Numerator > 0);
    }

    [Fact]
    public void Without_inflation_real_is_nominal()
    {
        TestCounty county = TestCounty.Busy();
        county.LeadInDays = 360;
        county.Rates.Prices.Levels = [PriceIndex.Par];
        RecordedRun run = Charged(county, new Charge(5, 600, 36_500, EveryYear: true));

        for (int record = 0; record <= county.Records; record++)
        {
            Assert.All(Categories.Append("total"), name => Assert.Equal(run[$"cost/{name}", record], run[$"cost-real/{name}", record]));
        }
    }

    /// <summary>5,000 pence at par, on day 100 (9 July 2020), when prices are a tenth up; records are 30 days apart.</summary>
    [Fact]
    public void A_one_off_lands_in_its_month_at_the_prices_of_its_year()
    {
        TestCounty county = TestCounty.Quiet();
        county.WindowRecords = 1;
        RecordedRun run = Charged(county, new Charge(100, int.MaxValue, 5000, EveryYear: false));

        for (int record = 0; record <= county.Records; record++)
        {
            Assert.Equal(record == 4 ? 5500 : 0, run["cost/strategy", record].Numerator);
            Assert.Equal(record == 4 ? 5000 : 0, run["cost-real/total", record].Numerator);
        }
    }

    /// <summary>Half the days of the stocks at both ends of the interval; here they are frozen, so it is the stock times the days.</summary>
    [Fact]
    public void Households_and_cases_are_paid_by_the_day()
    {
        TestCounty county = TestCounty.Quiet();
        county.WindowRecords = 1;
        county.Start = new DateOnly(2019, 7, 31);
        county.Records = 1;
        county.ChildrenInNeed = 10;
        county.Rates.ChildInNeed = Laws.Exponential(1e7);
        county.Rates.Prices = TestPrices.Nothing();
        county.Rates.Prices.CaseDay = stock => stock == 1 ? 110 : 0;

        RecordedRun run = RecordedRun.Of(county.Kernel());

        Assert.Equal((10, 1), run["cin", 1]);
        Assert.Equal(10 * 30 * 110, run["cost/social-work", 1].Numerator);
    }

    [Fact]
    public void Applications_and_other_happenings_are_paid_by_the_piece()
    {
        TestCounty county = TestCounty.Busy();
        county.Start = new DateOnly(2019, 4, 1);
        county.Records = 6;
        county.WindowRecords = 6;
        county.Rates.Prices = TestPrices.Nothing();
        int panel = PriceBook.Happenings.Index().Single(item => item.Item.Flow == Flow.PanelCases).Index;
        int application = PriceBook.Happenings.Index().Single(item => item.Item.Flow == Flow.Applications).Index;
        county.Rates.Prices.Happening = happening => happening == panel ? 1 : happening == application ? 10_000 : 0;

        RecordedRun run = RecordedRun.Of(county.Kernel());

        int applied = run.Events.Count(happened => happened.Kind == EventNames.Of(EventKind.Applied));
        Assert.True(applied > 0);
        Assert.Equal(run["panel-cases", 6].Numerator + (10_000 * applied), run["cost/recruitment-and-approval", 6].Numerator);
    }

    private static IEnumerable<string> Categories => Enum.GetValues<CostCategory>().Select(CostCategories.Name);

    private static IEnumerable<string> Weeks => new CountyKernel(TestCounty.Quiet().Build()).Measures
        .Select(measure => measure.Id).Where(id => id.StartsWith("cost-per-week/", StringComparison.Ordinal));

    private static RecordedRun Charged(TestCounty county, Charge charge)
    {
        county.Charges = [charge];
        return RecordedRun.Of(county.Kernel());
    }

    /// <summary>Prices of nights only. All ages cost the same, since birthdays wait for the end of the month.</summary>
    private static TestPrices OfNights(int times)
    {
        TestPrices prices = TestPrices.Nothing();
        const int byAge = PriceClass.Needs * 2;
        prices.Night = priceClass => times * (1000 + ((priceClass - 1) / (byAge * PriceClass.Bands)) + ((priceClass - 1) % byAge));
        prices.LookedAfterDay = 700 * times;
        prices.CareLeaverDay = 300 * times;
        prices.GrantNight = 5000 * times;
        prices.GrantLeaverNight = 400 * times;
        return prices;
    }

    private static void AddNights(CountyKernel kernel, int day, PriceBook prices, long level, long[] into)
    {
        for (int slot = 0; slot < kernel.Children.Top; slot++)
        {
            ref ChildState child = ref kernel.Children[slot];
            int priceClass = child.Id == 0 ? PriceClass.None : PriceClass.Of(child, day);
            if (priceClass == PriceClass.None)
            {
                continue;
            }

            bool lookedAfter = child.Phase == Phase.LookedAfter;
            into[(int)PriceClass.Category(priceClass)] += PriceIndex.At(prices.Night[priceClass], level);
            into[(int)CostCategory.SocialWork] += lookedAfter ? PriceIndex.At(prices.LookedAfterDay, level) : 0;
            into[(int)CostCategory.CareLeavers] += lookedAfter ? 0 : PriceIndex.At(prices.CareLeaverDay, level);
            into[(int)CostCategory.UascGrant] -= lookedAfter
                ? child.Is(ChildFacts.Unaccompanied) ? PriceIndex.At(prices.GrantNight, level) : 0
                : PriceIndex.At(prices.GrantLeaverNight, level);
        }
    }
}
