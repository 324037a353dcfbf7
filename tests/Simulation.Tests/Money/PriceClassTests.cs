using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Money;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Money;

public class PriceClassTests
{
    [Fact]
    public void Every_combination_has_a_number_of_its_own()
    {
        var seen = new HashSet<int> { PriceClass.None, PriceClass.CareLeaver, PriceClass.StayingPut, PriceClass.LeaverInLodgings };
        foreach (HomeKind home in Enum.GetValues<HomeKind>())
        {
            for (int band = 0; band < PriceClass.Bands; band++)
            {
                for (int need = 0; need < PriceClass.Needs; need++)
                {
                    foreach (bool unaccompanied in new[] { false, true })
                    {
                        int number = PriceClass.Of(home, band, need, unaccompanied);
                        Assert.True(seen.Add(number));
                        Assert.Equal(CostCategories.Of(home), PriceClass.Category(number));
                        Assert.True(PriceClass.IsLookedAfter(number));
                        Assert.Equal(unaccompanied, PriceClass.IsUnaccompanied(number));
                    }
                }
            }
        }

        Assert.Equal(Enumerable.Range(0, PriceClass.Count), seen.Order());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1.99, 0)]
    [InlineData(2.01, 1)]
    [InlineData(5.01, 2)]
    [InlineData(9.01, 3)]
    [InlineData(11.01, 4)]
    [InlineData(15.99, 4)]
    [InlineData(16.01, 5)]
    public void Carers_are_paid_by_bands_of_age(double age, int band) => Assert.Equal(band, PriceClass.Band((int)(age * Age.Year)));

    [Theory]
    [InlineData(0, 2)]
    [InlineData(2, 5)]
    [InlineData(5, 9)]
    [InlineData(9, 11)]
    [InlineData(11, 16)]
    public void A_band_ends_on_a_birthday(int from, int end)
    {
        int last = PriceClass.BandEnd((int)Math.Ceiling(from * Age.Year));
        Assert.Equal((end - 1, end), (Age.Years(last - 1), Age.Years(last)));
    }

    [Fact]
    public void Only_children_looked_after_and_care_leavers_have_nights()
    {
        ChildState child = RuleBench.LookedAfter(1, HomeKind.AgencyFoster, 7);
        Assert.Equal(CostCategory.AgencyFostering, PriceClass.Category(PriceClass.Of(child, 0)));
        foreach (Phase phase in Enum.GetValues<Phase>().Except([Phase.LookedAfter, Phase.CareLeaver]))
        {
            Assert.Equal(PriceClass.None, PriceClass.Of(child with { Phase = phase }, 0));
        }

        ChildState leaver = child with { Phase = Phase.CareLeaver };
        ChildState staying = leaver with { Facts = ChildFacts.StayingPut };
        Assert.Equal(PriceClass.CareLeaver, PriceClass.Of(leaver, 0));
        Assert.Equal(PriceClass.StayingPut, PriceClass.Of(staying, 0));
        Assert.Equal(PriceClass.LeaverInLodgings, PriceClass.Of(staying with { Place = HomeKind.SupportedLodgings }, 0));
    }
}
