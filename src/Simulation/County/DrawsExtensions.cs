using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.County;

/// <summary>Names the process of a draw.</summary>
public static class DrawsExtensions
{
    /// <summary>The block of four words at (entity, process, ordinal).</summary>
    public static RandomBlock For(this in Draws draws, Process process, int ordinal) => draws.Block((ushort)process, (ulong)(uint)ordinal);

    /// <summary>The block at (entity, process, day): for what an entity does at most once a day.</summary>
    public static RandomBlock OnDay(this in Draws draws, Process process, int day) => draws.For(process, day + EntityId.DayOffset);
}
