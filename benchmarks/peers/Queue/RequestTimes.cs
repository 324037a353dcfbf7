using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Peers.Queue;

/// <summary>When children are asked for, at random at one rate; the draws are made ahead in blocks, as the engine makes those of its own arrivals.</summary>
internal sealed class RequestTimes(double perDay)
{
    private const int Ahead = 512;
    private readonly DurationLaw _gap = new(u => Exponential.Sample(u, 1 / perDay));
    private readonly ulong[] _addresses = new ulong[Ahead];
    private readonly ulong[] _ordinals = new ulong[Ahead];
    private readonly RandomBlock[] _luck = new RandomBlock[Ahead];
    private DrawKey _key;

    /// <summary>The next time, in days.</summary>
    public double Next { get; private set; }

    /// <summary>How many times have been passed.</summary>
    public int Passed { get; private set; }

    public void Begin(DrawKey key)
    {
        _key = key;
        Array.Fill(_addresses, EntityId.Of(EntityKind.District, 0, 0, 0));
        Passed = 0;
        Next = Gap();
    }

    public void Pass()
    {
        Passed++;
        Next += Gap();
    }

    private double Gap()
    {
        int at = Passed % Ahead;
        if (at == 0)
        {
            for (int i = 0; i < Ahead; i++)
            {
                _ordinals[i] = (ulong)(Passed + i);
            }

            Philox4x32.Fill(_key, _addresses, (ushort)Process.Arrivals, _ordinals, _luck);
        }

        return _gap.At(_luck[at].Uniform53AB);
    }
}
