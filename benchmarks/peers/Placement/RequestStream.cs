using System.Runtime.CompilerServices;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Peers.Placement;

/// <summary>The luck of the children of one replication, drawn at their addresses many at a time: one block when they ask, one for the stay.</summary>
internal sealed class RequestStream
{
    private const int Batch = 256;
    private const ushort Asking = 1;
    private const ushort Staying = 2;
    private readonly ulong[] _children = new ulong[Batch];
    private readonly ulong[] _zeros = new ulong[Batch];
    private readonly RandomBlock[] _asking = new RandomBlock[Batch];
    private readonly RandomBlock[] _staying = new RandomBlock[Batch];
    private DrawKey _key;
    private double _time;

    /// <summary>Children who asked so far, the next one included.</summary>
    public int Child { get; private set; }

    /// <summary>The tick on which the next child asks.</summary>
    public int Tick { get; private set; }

    public RandomBlock Luck => _asking[Child % Batch];

    public RandomBlock Stay => _staying[Child % Batch];

    public void Reset(DrawKey key)
    {
        _key = key;
        _time = 0;
        Child = -1;
        MoveOn();
    }

    public void MoveOn()
    {
        Child++;
        if (Child % Batch == 0)
        {
            for (int i = 0; i < Batch; i++)
            {
                _children[i] = (ulong)(Child + i);
            }

            Draw(Asking, _asking);
            Draw(Staying, _staying);
        }

        _time += Exponential.Sample(Luck.UniformA, ProviderTypes.MeanGap);
        Tick = (int)_time;
    }

    /// <summary>A call of its own: within a larger method the compiler's patience ends before the vectors are done.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Draw(ushort process, RandomBlock[] blocks) => Philox4x32.Fill(_key, _children, process, _zeros, blocks);
}
