using KentSufficiency.Grains.LivingCounty;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.LivingCounty;

namespace KentSufficiency.GrainsTests.LivingCounty;

/// <summary>Whoever looks at a county changes nothing of it; what a beginning that was cut short left behind is in no county.</summary>
public sealed class LookingTests
{
    private const uint Seed = 3;

    /// <summary>One who looks learns the marker first and looks then, when the county may be a day further.</summary>
    [Fact]
    public async Task Looking_a_day_behind_makes_nobody_be_forgotten()
    {
        List<EventRecord> expected = SmallCounty.OfKernel(Seed).Events;
        var store = new FaultyStore();
        await using (TwinCluster cluster = await TwinCluster.StartAsync(store))
        {
            await cluster.County.Begin(SmallCounty.Definition(Seed));
            for (int day = 1; day <= 40; day++)
            {
                await cluster.AdvanceAsync(day);
                await Task.WhenAll(Enumerable.Range(0, Arriving.Wards).Select(ward => LookAsync(cluster, ward, day - 1)));
            }
        }

        await using TwinCluster next = await TwinCluster.StartAsync(store);
        CountyStatus status = await next.AdvanceAsync(200);

        Assert.Null(status.Failure);
        Assert.Equal(expected.TakeWhile(happened => happened.Date <= status.Date), await next.EventsAsync());
    }

    [Fact]
    public async Task A_beginning_that_was_cut_short_leaves_nobody_to_the_next()
    {
        var stranger = new ChildState { Id = EntityId.Of(EntityKind.StockChild, 0, 0, 4000), Phase = Phase.EarlyHelp, NextDay = 1 };
        await using TwinCluster cluster = await TwinCluster.StartAsync(new FaultyStore());
        IDistrictGrain ward = cluster.Grains.GetGrain<IDistrictGrain>(CountyKeys.District(TwinCluster.Twin, 0));
        await ward.Begin(-1, new WardPeople([stranger], []));
        await cluster.County.Begin(SmallCounty.Definition(Seed));

        WardPeople people = await ward.GetPeople(-1, concerned: false);

        Assert.NotEmpty(people.Children);
        Assert.DoesNotContain(people.Children, child => child.Id == stranger.Id);
    }

    private static Task<WardPeople> LookAsync(TwinCluster cluster, int ward, int marker) =>
        cluster.Grains.GetGrain<IDistrictGrain>(CountyKeys.District(TwinCluster.Twin, ward)).GetPeople(marker, concerned: false);
}
