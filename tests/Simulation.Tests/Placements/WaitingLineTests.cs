using KentSufficiency.Simulation.Placements;
using KentSufficiency.SimulationTests.Randomness;

namespace KentSufficiency.SimulationTests.Placements;

public class WaitingLineTests
{
    [Fact]
    public void The_line_is_in_the_order_of_all_its_keys_whoever_comes_asks_again_or_goes()
    {
        var dice = new Dice(2);
        var line = new WaitingLine();
        var expected = new List<WaitingRequest>();
        for (int day = -50; day < 400; day++)
        {
            for (int n = dice.Next(6); n > 0; n--)
            {
                var request = new WaitingRequest((byte)dice.Next(2), int.MinValue, (uint)dice.Next(3), (ulong)dice.Next(60), n, MoveReason.Entry);
                line.Add(request);
                expected.RemoveAll(other => other.Id == request.Id);
                expected.Add(request with { Since = day });
            }

            line.Order(day);
            expected.Sort();
            Assert.Equal(expected, line.All.ToArray());
            if (dice.Next(10) == 0)
            {
                WaitingRequest[] kept = [.. line.All.ToArray().OrderBy(_ => dice.Next(1000))];
                line.Clear(); // As when a county goes on from what was kept.
                line.AddRange(kept.AsEnumerable());
            }
            else
            {
                int stay = KeepEverySecond(line.All);
                line.Keep(stay);
                expected = [.. expected.Where((_, i) => i % 2 == 0)];
            }
        }
    }

    [Fact]
    public void Tonight_comes_before_planned_and_the_longest_wait_before_the_lot()
    {
        WaitingRequest[] inOrder =
        [
            new(0, -3, 9, 9, 0, MoveReason.Entry), new(0, 5, 0, 4, 0, MoveReason.Entry), new(0, 5, 0, 5, 0, MoveReason.Entry),
            new(0, 5, 1, 1, 0, MoveReason.Entry), new(1, -9, 0, 0, 0, MoveReason.CarePlan), new(1, int.MaxValue, 0, 0, 0, MoveReason.CarePlan),
        ];

        Assert.Equal(inOrder, inOrder.Reverse().Order());
    }

    private static int KeepEverySecond(Span<WaitingRequest> all)
    {
        int kept = 0;
        for (int i = 0; i < all.Length; i += 2)
        {
            all[kept++] = all[i];
        }

        return kept;
    }
}
