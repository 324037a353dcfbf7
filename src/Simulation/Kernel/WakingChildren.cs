using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>
/// The children who wake today. One pass touches their records, so that cache misses overlap instead of queueing behind the rules, and one
/// vectorised call draws the front door's luck for all of them: the same bits each would draw alone.
/// </summary>
internal sealed class WakingChildren
{
    private int[] _slots = new int[1024];
    private ulong[] _ids = new ulong[1024];
    private ulong[] _ordinals = new ulong[1024];
    private RandomBlock[] _luck = new RandomBlock[1024];

    /// <summary>Children who wake.</summary>
    public int Count { get; private set; }

    /// <summary>The slot of the n-th.</summary>
    public int Slot(int n) => _slots[n];

    /// <summary>The n-th child's luck at the front door; meaningless for those elsewhere.</summary>
    public ref readonly RandomBlock Luck(int n) => ref _luck[n];

    /// <summary>Collects those of the due who still mean to wake today.</summary>
    public void Gather(ReadOnlySpan<int> due, ChildTable children, DrawKey key, int day, bool backwards)
    {
        if (_slots.Length < due.Length)
        {
            int size = Math.Max(due.Length, 2 * _slots.Length);
            _slots = new int[size];
            _ids = new ulong[size];
            _ordinals = new ulong[size];
            _luck = new RandomBlock[size];
        }

        int count = 0;
        for (int i = 0; i < due.Length; i++)
        {
            int slot = due[backwards ? due.Length - 1 - i : i];
            ref ChildState child = ref children[slot];
            _slots[count] = slot;
            _ids[count] = child.Id;
            _ordinals[count] = child.FrontDoorUses;
            count += child.NextDay == day && child.Id != 0 ? 1 : 0;
        }

        Count = count;
        Philox4x32.Fill(key, _ids.AsSpan(0, count), (ushort)Process.FrontDoor, _ordinals.AsSpan(0, count), _luck.AsSpan(0, count));
    }
}
