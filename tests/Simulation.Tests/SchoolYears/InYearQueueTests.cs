using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.SchoolYears;

namespace KentSufficiency.SimulationTests.SchoolYears;

/// <summary>Who is answered first of those who seek a place on one day.</summary>
public class InYearQueueTests
{
    private static readonly DrawKey s_key = new(3, 5);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(61)]
    [InlineData(3000)]
    public void Requests_come_by_class_lot_and_address(int count)
    {
        InYearRequest[] requests =
        [
            .. Enumerable.Range(0, count).Select(n => new InYearRequest(n, 0x9E37UL * (ulong)((n * 31) % Math.Max(count, 1)) + 7, n % 5, n % 11 == 0)),
        ];
        var queue = new InYearQueue();
        foreach (InYearRequest request in requests)
        {
            queue.Add(request);
        }

        queue.Draw(s_key);
        var order = new List<InYearRequest>();
        foreach (int request in queue.InOrder())
        {
            order.Add(queue[request]);
        }

        Assert.Equal(requests.OrderBy(request => !request.Displaced).ThenBy(LotOf).ThenBy(request => request.Id), order);
    }

    [Fact]
    public void Of_one_lot_the_lower_address_comes_first_whoever_asked_first()
    {
        // The same child twice has one lot: all that is equal stays together, and the next child's place is its own.
        var queue = new InYearQueue();
        foreach ((int number, ulong id) in ((int, ulong)[])[(0, 9), (1, 4), (2, 9), (3, 4)])
        {
            queue.Add(new InYearRequest(number, id, 0, Displaced: false));
        }

        queue.Draw(s_key);
        var ids = new List<ulong>();
        foreach (int request in queue.InOrder())
        {
            ids.Add(queue[request].Id);
        }

        Assert.Equal(2, ids.Take(2).Count(id => id == ids[0]));
        Assert.Equal(2, ids.Skip(2).Count(id => id == ids[2]));
        Assert.NotEqual(ids[0], ids[2]);
    }

    private static uint LotOf(InYearRequest request) => new Draws(s_key, request.Id).For(Process.InYear, request.Applications).D;
}
