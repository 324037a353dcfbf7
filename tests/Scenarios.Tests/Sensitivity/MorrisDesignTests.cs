using KentSufficiency.Scenarios.Sensitivity;

namespace KentSufficiency.ScenariosTests.Sensitivity;

public sealed class MorrisDesignTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(5, 4)]
    [InlineData(20, 6)]
    [InlineData(40, 4)]
    public void A_trajectory_moves_each_input_once_by_the_step_and_stays_in_the_cube(int inputs, int levels)
    {
        var design = new MorrisDesign(TestFunctions.Names(inputs), 50, levels, seed: 3);
        Assert.Equal(levels / (2.0 * (levels - 1)), design.Step, 1e-15);
        Assert.All(design.Trajectories, trajectory =>
        {
            Assert.Equal(inputs + 1, trajectory.Points.Count);
            Assert.Equal(Enumerable.Range(0, inputs), trajectory.Order.Order());
            Assert.All(trajectory.Points.SelectMany(point => point), value =>
            {
                Assert.InRange(value, 0, 1);
                Assert.Equal(Math.Round(value * (levels - 1)), value * (levels - 1), 1e-12);
            });
            for (int step = 0; step < inputs; step++)
            {
                for (int input = 0; input < inputs; input++)
                {
                    double moved = Math.Abs(trajectory.Points[step + 1][input] - trajectory.Points[step][input]);
                    Assert.Equal(input == trajectory.Order[step] ? design.Step : 0, moved, 1e-12);
                }
            }
        });
    }

    /// <summary>4 levels make 2 starts and 2 directions: over 400 walks each of the four has 100, give or take 5 standard deviations of 8.7.</summary>
    [Fact]
    public void Every_start_and_direction_is_as_likely()
    {
        var design = new MorrisDesign(TestFunctions.Names(3), 400, 4, seed: 1);
        for (int input = 0; input < 3; input++)
        {
            int[] counts = [.. design.Trajectories.GroupBy(trajectory => (trajectory.Points[0][input], trajectory.Points[^1][input])).Select(group => group.Count())];
            Assert.Equal(4, counts.Length);
            Assert.All(counts, count => Assert.InRange(count, 57, 143));
        }
    }

    [Fact]
    public void Another_input_moves_no_others_levels()
    {
        var few = new MorrisDesign(["a", "b"], 20, 4, seed: 1);
        var more = new MorrisDesign(["c", "a", "d", "b"], 20, 4, seed: 1);
        foreach ((MorrisTrajectory one, MorrisTrajectory other) in few.Trajectories.Zip(more.Trajectories))
        {
            Assert.Equal([one.Points[0][0], one.Points[0][1]], [other.Points[0][1], other.Points[0][3]]);
            Assert.Equal([one.Points[^1][0], one.Points[^1][1]], [other.Points[^1][1], other.Points[^1][3]]);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    [InlineData(22)]
    public void Levels_that_a_step_does_not_halve_are_refused(int levels) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MorrisDesign(["a"], 1, levels, 1));
}
