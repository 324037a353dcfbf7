using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.SimulationTests.Randomness;

/// <summary>Numbers for tests that try many cases in a row; a seed always gives the same.</summary>
internal sealed class Dice(int seed)
{
    private readonly Draws _draws = new(new DrawKey((uint)seed, 0), 1);
    private ulong _thrown;

    /// <summary>A whole number from 0 to below a limit.</summary>
    public int Next(int limit) => (int)(_draws.Block(0, _thrown++).UniformA * limit);

    /// <summary>A whole number from a least one to below a limit.</summary>
    public int Next(int least, int limit) => least + Next(limit - least);
}
