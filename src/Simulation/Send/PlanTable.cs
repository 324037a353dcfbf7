namespace KentSufficiency.Simulation.Send;

/// <summary>All requests and plans, and which child has which. A slot is used again; its number means nothing.</summary>
public sealed class PlanTable
{
    private const int None = -1;

    // Few children have one: this is a fraction of what an entry for every child would be, and stays nearer.
    private readonly Dictionary<int, int> _ofChild = [];
    private PlanState[] _plans = new PlanState[1024];
    private int[] _free = new int[256];
    private int _freeCount;
    private int _serial;

    /// <summary>Slots in use or free again: slots are 0 to this, excluded.</summary>
    public int Slots { get; private set; }

    /// <summary>Requests and plans that are there.</summary>
    public int Count => Slots - _freeCount;

    /// <summary>A request or plan by its slot.</summary>
    public ref PlanState this[int slot] => ref _plans[slot];

    /// <summary>The request or plan of a child, by the child's slot with the engine; -1 without one.</summary>
    public int Of(int child) => _ofChild.TryGetValue(child, out int slot) ? slot : None;

    /// <summary>Forgets all, and keeps the memory.</summary>
    public void Clear()
    {
        Slots = 0;
        _freeCount = 0;
        _serial = 0;
        _ofChild.Clear();
    }

    /// <summary>Adds one.</summary>
    /// <exception cref="InvalidOperationException">The child has one already.</exception>
    public int Add(PlanState plan)
    {
        int slot = _freeCount > 0 ? _free[_freeCount - 1] : Slots;
        if (plan.Child >= 0 && !_ofChild.TryAdd(plan.Child, slot))
        {
            throw new InvalidOperationException($"Child {plan.Child} has a plan or a request already.");
        }

        (Slots, _freeCount) = slot == Slots ? (Slots + 1, _freeCount) : (Slots, _freeCount - 1);
        if (slot == _plans.Length)
        {
            Array.Resize(ref _plans, 2 * slot);
        }

        plan.Serial = ++_serial;
        _plans[slot] = plan;
        return slot;
    }

    /// <summary>Takes one out.</summary>
    public void Remove(int slot)
    {
        Release(slot);
        _plans[slot] = default;
        if (_freeCount == _free.Length)
        {
            Array.Resize(ref _free, 2 * _freeCount);
        }

        _free[_freeCount++] = slot;
    }

    /// <summary>Parts a plan from the child, who is no longer a resident under 18.</summary>
    public void Release(int slot)
    {
        ref PlanState plan = ref _plans[slot];
        if (plan.Child >= 0)
        {
            _ofChild.Remove(plan.Child);
            plan.Child = PlanState.NoChild;
        }
    }

    /// <summary>Becomes a copy.</summary>
    public void CopyFrom(PlanTable other)
    {
        Slots = other.Slots;
        _freeCount = other._freeCount;
        _serial = other._serial;
        Copy(other._plans, ref _plans, other.Slots);
        Copy(other._free, ref _free, other._freeCount);
        _ofChild.Clear();
        foreach ((int child, int slot) in other._ofChild)
        {
            _ofChild.Add(child, slot);
        }
    }

    private static void Copy<T>(T[] from, ref T[] to, int count)
    {
        if (to.Length < count)
        {
            to = new T[from.Length];
        }

        Array.Copy(from, to, count);
    }
}
