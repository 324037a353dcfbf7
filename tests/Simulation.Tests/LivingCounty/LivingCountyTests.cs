using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.LivingCounty;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.LivingCounty;

/// <summary>A county in which every entity keeps itself lives the very days of the kernel.</summary>
public class LivingCountyTests
{
    private const uint Seed = 3;

    [Fact]
    public void Entities_one_by_one_tell_and_measure_what_the_kernel_does()
    {
        CountyParameters parameters = TestCounty.Changing();
        RecordedRun kernel = RecordedRun.Of(new CountyKernel(parameters), Seed);
        var living = new OneByOne(parameters, Seed);
        while (living.Day < parameters.Horizon)
        {
            living.Advance();
            living.Desk.Audit();
        }

        Assert.Equal(kernel.Events, living.Log.Events);
        Assert.Equal(kernel.Results, living.Measured);
    }

    /// <summary>A desk made again from what it kept, every few days and on both sides of every kind of day.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(31)]
    public void A_desk_that_is_made_again_goes_on_as_if_nothing_had_happened(int every)
    {
        CountyParameters parameters = TestCounty.Changing();
        RecordedRun kernel = RecordedRun.Of(new CountyKernel(parameters), Seed);
        var living = new OneByOne(parameters, Seed);
        for (int day = 0; day <= 300; day++)
        {
            living.Advance();
            if (day % every == 0)
            {
                living.Restart();
            }
        }

        Assert.Equal(kernel.Events.TakeWhile(happened => happened.Date <= parameters.Start.AddDays(300)), living.Log.Events);
        Assert.Equal(kernel.Results[..living.Measured.Count], living.Measured);
    }

    /// <summary>What a kernel holds at the end of a day, entity by entity, is what the entities hold.</summary>
    [Fact]
    public void A_county_taken_from_a_kernel_on_a_later_day_is_the_one_that_came_there_by_itself()
    {
        CountyParameters parameters = TestCounty.Changing();
        var lived = new OneByOne(parameters, Seed);
        lived.AdvanceTo(200);
        var taken = new OneByOne(parameters, Seed, day: 200);

        Assert.Equal(Known(taken), Known(lived));
        Assert.Equal(
            taken.Households.OrderBy(h => h.Key).Select(h => h.Value), lived.Households.OrderBy(h => h.Key).Select(h => h.Value));
        Assert.Equal(taken.Measured, lived.Measured);
    }

    /// <summary>The children as they know themselves; how often one who waits was offered, the desk knows.</summary>
    private static IEnumerable<ChildState> Known(OneByOne county) => county.Children.Values
        .OrderBy(child => child.Id)
        .Select(child => child.RequestDay == ChildState.Never ? child : child with { OfferUses = 0 });

    /// <summary>The replication of its own number is the county's own future; every other is another.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(222)]
    public void A_fork_begins_where_the_county_stands(int day)
    {
        CountyParameters parameters = TestCounty.Changing();
        RecordedRun kernel = RecordedRun.Of(new CountyKernel(parameters), Seed);
        var living = new OneByOne(parameters, Seed);
        living.AdvanceTo(day);
        living.Restart();
        CountySnapshot fork = Fork.Of(living.Parts, parameters);
        RecordedRun own = RecordedRun.Of(new CountyKernel(parameters, null, null, fork), Seed);
        RecordedRun other = RecordedRun.Of(new CountyKernel(parameters, null, null, fork), Seed, replication: 1);

        Assert.Equal(kernel.Results, own.Results);
        Assert.Equal(kernel.Results[..living.Measured.Count], other.Results[..living.Measured.Count]);
        Assert.NotEqual(kernel.Results, other.Results);
        living.AdvanceTo(day + 40); // A fork takes nothing from the county it was made of.
        Assert.Equal(kernel.Results[..living.Measured.Count], living.Measured);
    }
}
