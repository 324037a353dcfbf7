using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.SimulationTests.Kernel;

public class StockAttemptsTests
{
    [Fact]
    public void Luck_drawn_ahead_is_that_of_its_address()
    {
        var attempts = new StockAttempts();
        foreach (ulong id in (ulong[])[16, 32, 4096])
        {
            var lead = new Draws(new DrawKey(3, 4), id);
            attempts.Begin(lead);
            for (int attempt = 0; attempt < 40; attempt++)
            {
                attempts.GoTo(attempt);

                Assert.Equal(lead.For(Process.InitialStock, attempt), attempts.Entry);
                Assert.Equal(lead.For(Process.CareCourse, 2 * (1 + attempt)), attempts.Course);
                Assert.Equal(lead.For(Process.CareCourse, (2 * (1 + attempt)) + 1), attempts.Order);
            }
        }
    }
}
