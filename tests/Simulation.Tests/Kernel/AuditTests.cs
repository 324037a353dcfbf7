using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.SimulationTests.County;

namespace KentSufficiency.SimulationTests.Kernel;

/// <summary>The audit finds nothing in a sound county, and a planted leak on the day it is planted.</summary>
public class AuditTests
{
    private const int PlantedDay = 100;

    /// <summary>Breaks a law; each is planted at the end of one day.</summary>
    private static readonly Dictionary<string, Action<CountyKernel>> _leaks = new()
    {
        ["a looked-after child has no home"] = kernel => kernel.Children[FosteredChild(kernel)].Place = HomeKind.None,
        ["a child lives nowhere and its place is kept"] = kernel => kernel.Children[FosteredChild(kernel)].Home = ChildState.NoHome,
        ["a child moves in and nobody counts it"] = kernel =>
        {
            ref ChildState child = ref kernel.Children[FosteredChild(kernel)];
            child.Home = (child.Home + 1) % kernel.Service.Register.Count;
        },
        ["a bed is used twice"] = kernel =>
        {
            int slot = FosteredChild(kernel);
            kernel.Service.Register.Fill(kernel.Children[slot].Home, slot, single: false);
        },
        ["more beds are used than a home has"] = kernel =>
        {
            ref Home home = ref kernel.Service.Register[kernel.Children[FosteredChild(kernel)].Home];
            home.Respite = (byte)(home.Approved + 1);
        },
        ["a home closes with children in it"] = kernel =>
            kernel.Service.Register[kernel.Children[FosteredChild(kernel)].Home].Status = HomeStatus.Closed,
        ["a child is lost"] = kernel => kernel.Children.Remove(FosteredChild(kernel)),
        ["a child appears from nowhere"] = kernel => kernel.Children.Add(EntityId.Of(EntityKind.StockChild, 0, 0, 99_999), 0),
        ["a child counts as looked after and is not"] = kernel => kernel.Effects.Stocks[(int)Phase.LookedAfter]++,
        ["a child is gone and still there"] = kernel => kernel.Children[FosteredChild(kernel)].Phase = Phase.Gone,
        ["a child sleeps through its day"] = kernel => kernel.Children[FosteredChild(kernel)].NextDay = PlantedDay,
    };

    public static TheoryData<string> Leaks => [.. _leaks.Keys];

    [Fact]
    public void Twenty_replications_of_a_busy_county_break_no_law()
    {
        TestCounty county = TestCounty.Busy();
        county.Records = 36;
        CountyKernel kernel = county.Kernel();
        for (uint replication = 0; replication < 20; replication++)
        {
            RecordedRun.Of(kernel, seed: 11, replication);
        }
    }

    /// <summary>Homes that are scarce to the last bed make the hardest moves.</summary>
    [Fact]
    public void Ten_replications_of_a_county_without_agency_homes_in_kent_break_no_law()
    {
        TestCounty county = TestCounty.Busy();
        county.Pools = (kind, area) => kind == HomeKind.SpotPurchase || area == KentMap.Outside ? 400 : 0;
        CountyKernel kernel = county.Kernel();
        for (uint replication = 0; replication < 10; replication++)
        {
            RecordedRun.Of(kernel, seed: 12, replication);
        }
    }

    [Theory]
    [MemberData(nameof(Leaks))]
    public void A_leak_is_found_on_its_day(string leak)
    {
        TestCounty county = TestCounty.Busy();
        CountyKernel kernel = county.Kernel();
        kernel.Sabotage = day =>
        {
            if (day == PlantedDay)
            {
                _leaks[leak](kernel);
            }
        };

        var found = Assert.Throws<AuditException>(() => RecordedRun.Of(kernel));

        Assert.Equal(county.Start.AddDays(PlantedDay), found.Date);
        Assert.Contains($"{found.Date:yyyy-MM-dd}", found.Message, StringComparison.Ordinal);
    }

    /// <summary>The slot of a child in an in-house home.</summary>
    private static int FosteredChild(CountyKernel kernel)
    {
        foreach (int slot in kernel.LookedAfter.Members)
        {
            if (kernel.Children[slot].Place == HomeKind.InHouseFoster)
            {
                return slot;
            }
        }

        throw new InvalidOperationException("Nobody lives in an in-house home.");
    }
}
