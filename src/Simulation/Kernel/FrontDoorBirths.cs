using System.Runtime.Intrinsics;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.FrontDoor;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>The ages at which children come to the front door, for many at once: those of <see cref="FrontDoorRules"/>, with the words of the first wake.</summary>
/// <param name="most">How many children there is room for: whole vectors.</param>
internal sealed class FrontDoorBirths(int most)
{
    private readonly ulong[] _first = new ulong[most];
    private readonly ulong[] _firstHalves = new ulong[most];
    private readonly ulong[] _secondHalves = new ulong[most];
    private readonly double[] _uniforms = new double[most];
    private readonly double[] _months = new double[most];
    private readonly int[] _years = new int[most];
    private readonly int[] _days = new int[most];
    private readonly int[] _infants = new int[most];

    /// <summary>Ages in days.</summary>
    /// <param name="key">Seed and replication.</param>
    /// <param name="ids">The children, no more than there is room for.</param>
    /// <param name="rates">The rates in force when they come.</param>
    /// <returns>An age for each, valid until the next call.</returns>
    public ReadOnlySpan<int> Of(DrawKey key, ReadOnlySpan<ulong> ids, FrontDoorRates rates)
    {
        int count = ids.Length;
        Philox4x32.Fill(key, ids, (ushort)Process.FrontDoor, _first.AsSpan(0, count), _firstHalves.AsSpan(0, count), _secondHalves.AsSpan(0, count));
        for (int i = 0; i < count; i += Vector256<ulong>.Count)
        {
            Vector256<ulong> words = Vector256.Create(_secondHalves, i);
            Uniforms.Of(words >>> 32).CopyTo(_uniforms, i);
            Uniforms.Of(words & Vector256.Create(0xFFFF_FFFFUL)).CopyTo(_months, i);
        }

        rates.AgeAtReferral.Sample(_uniforms.AsSpan(0, count), _years);
        int infants = 0;
        for (int i = 0; i < count; i++)
        {
            _infants[infants] = i;
            infants += _years[i] == 0 ? 1 : 0;
        }

        foreach (int infant in _infants.AsSpan(0, infants))
        {
            _months[infant] = Elementary.Pow(_months[infant], rates.NewbornSkew);
        }

        for (int i = 0; i < count; i++)
        {
            _days[i] = FrontDoorRules.DaysOld(_years[i], _months[i]);
        }

        return _days.AsSpan(0, count);
    }
}
