using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.SimulationTests.County;
using KentSufficiency.SimulationTests.Randomness;

namespace KentSufficiency.SimulationTests.Placements;

public class PoolIndexTests
{
    [Fact]
    public void Room_is_found_as_by_looking_whoever_came_left_or_was_told_of_before()
    {
        var dice = new Dice(4);
        PoolSize[] pools = [.. Enumerable.Range(0, KentMap.Outside + 1).Select(area => new PoolSize(HomeKind.AgencyFoster, area, 2))];
        var bench = new ServiceBench(ServiceBench.Certain(), pools);
        for (int n = 0; n < 5000; n++)
        {
            int area = dice.Next(KentMap.Outside + 1);
            int home = bench.Index.Find(HomeKind.AgencyFoster, area);
            switch (dice.Next(20))
            {
                case < 9 when bench.Register[home].Free > 0:
                    bench.Register.Fill(home, n, single: false);
                    break;
                case < 16 when bench.Register[home].Filled > 0:
                    bench.Register.Release(home, n, single: false);
                    break;
                case 16:
                    bench.Index.Resize(bench.Register, [new PoolSize(HomeKind.AgencyFoster, area, dice.Next(4))]);
                    break;
                case 17:
                    bench.Register[home].StayingPut = dice.Next(2);
                    bench.Register.Update(home);
                    break;
                default:
                    break;
            }

            foreach (bool inKentOnly in (bool[])[true, false])
            {
                int places = 1 + dice.Next(2);
                bool expected = Enumerable.Range(0, inKentOnly ? KentMap.Outside : KentMap.Outside + 1)
                    .Any(at => bench.Register[bench.Index.Find(HomeKind.AgencyFoster, at)].Free >= places);

                Assert.Equal(expected, bench.Index.HaveRoom(bench.Register, HomeKind.AgencyFoster, places, inKentOnly));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    public void Another_authoritys_child_is_given_the_pool_that_a_search_in_Kent_would_find(double accepts)
    {
        var dice = new Dice(6);
        TestRates rates = ServiceBench.Certain();
        rates.PoolAccepts = accepts;
        PoolSize[] pools = [.. Enumerable.Range(0, KentMap.Outside + 1).Select(area => new PoolSize(HomeKind.AgencyFoster, area, 1))];
        var bench = new ServiceBench(rates, pools);
        for (int n = 1; n < 2000; n++)
        {
            int home = bench.Index.Find(HomeKind.AgencyFoster, dice.Next(KentMap.Outside + 1));
            if (bench.Register[home].Free > 0)
            {
                bench.Register.Fill(home, n, single: false);
            }
            else if (dice.Next(2) == 0)
            {
                bench.Register.Release(home, n, single: false);
            }

            ChildState one = ChildTable.Unknown((ulong)n, dice.Next(KentMap.Districts));
            ChildState other = one;
            var draws = new Draws(new DrawKey(1, 2), one.Id);
            Found searched = bench.Service.Search.InPools(ref one, HomeKind.AgencyFoster, draws, bench.On(0), inKentOnly: true);
            int given = bench.Service.Search.PoolInKent(ref other, HomeKind.AgencyFoster, draws, bench.On(0));

            Assert.Equal(searched.IsHome ? searched.Home : ChildState.NoHome, given);
            Assert.Equal(one.OfferUses, other.OfferUses);
        }
    }
}
