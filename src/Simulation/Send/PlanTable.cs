namespace KentSufficiency.Simulation.Send;

/// <summary>All requests and plans, and which child has which. A slot is used again; its number means nothing.</summary>
public sealed class PlanTable
{
    private const int None = -1;
    private PlanState[] _plans = new PlanState[1024];
    private int[] _ofChild = [];
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
    public int Of(int child) => (uint)child < (uint)_ofChild.Length ? _ofChild[child] : None;

    /// <summary>Forgets all, and keeps the memory.</summary>
    public void Clear()
    {
        Slots = 0;
        _freeCount = 0;
        _serial = 0;
        Array.Fill(_ofChild, None);
    }

    /// <summary>Adds one.</summary>
    /// <exception cref="InvalidOperationException">The child has one already.</exception>
    public int Add(PlanState plan)
    {
        if (Of(plan.Child) != None)
        {
            throw new InvalidOperationException($"Child {plan.Child} has a plan or a request already.");
        }

        int slot = _freeCount > 0 ? _free[--_freeCount] : Slots++;
        if (slot == _plans.Length)
        {
            Array.Resize(ref _plans, 2 * slot);
        }

        plan.Serial = ++_serial;
        _plans[slot] = plan;
        if (plan.Child >= 0)
        {
            Reserve(plan.Child);
            _ofChild[plan.Child] = slot;
        }

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
            _ofChild[plan.Child] = None;
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
        Copy(other._ofChild, ref _ofChild, other._ofChild.Length);
        Array.Fill(_ofChild, None, other._ofChild.Length, _ofChild.Length - other._ofChild.Length);
    }

    private static void Copy<T>(T[] from, ref T[] to, int count)
    {
        if (to.Length < count)
        {
            to = new T[from.Length];
        }

        Array.Copy(from, to, count);
    }

    private void Reserve(int child)
    {
        int had = _ofChild.Length;
        if (child >= had)
        {
            Array.Resize(ref _ofChild, Math.Max(child + 1, Math.Max(4096, 2 * had)));
            Array.Fill(_ofChild, None, had, _ofChild.Length - had);
        }
    }
}
