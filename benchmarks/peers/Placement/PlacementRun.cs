using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Time;

namespace KentSufficiency.Peers.Placement;

/// <summary>W2 on the engine's own pieces: its day wheel, turned by hours, its register of homes, its laws and its addressed draws.</summary>
internal sealed class PlacementRun
{
    private const int Types = 4;
    private readonly HomeRegister _register = new();
    private readonly DayWheel _wheel = new(0, slotsLog2: 14);
    private readonly RequestStream _requests = new();
    private readonly WaitingLine[] _lines = [.. Enumerable.Range(0, 2 * Types).Select(_ => new WaitingLine())];
    private readonly long[] _lived = new long[Types];
    private readonly Stack<int> _free = [];
    private Child[] _children = new Child[4096];
    private int[] _due = new int[64];
    private int _top;
    private int _placed;
    private int _gone;
    private long _waited;

    /// <summary>Mean wait in days, share who went out of the county, and occupancy by type.</summary>
    public double[] Replication(int number)
    {
        Reset(new DrawKey(1, (uint)number));
        for (int tick = 0; tick < ProviderTypes.End; tick++)
        {
            Live(tick);
        }

        const double counted = ProviderTypes.End - ProviderTypes.LeadIn;
        IEnumerable<double> occupied = _lived.Select((lived, type) => lived / (counted * ProviderTypes.Places[type]));
        return [_waited / (double)_placed / ProviderTypes.TicksPerDay, _gone / (double)(_placed + _gone), .. occupied];
    }

    private void Live(int tick)
    {
        int due = _wheel.Drain(tick, ref _due);
        for (int i = 0; i < due; i++)
        {
            Wake(_due[i], tick);
        }

        while (_requests.Tick == tick)
        {
            Ask(tick);
            _requests.MoveOn();
        }
    }

    private void Reset(DrawKey key)
    {
        _register.Reset();
        for (int type = 0; type < Types; type++)
        {
            _register.Add(new Home { Kind = ProviderTypes.Kinds[type], Approved = ProviderTypes.Places[type], Household = -1 });
        }

        Array.ForEach(_lines, line => line.Clear());
        Array.Clear(_lived);
        _wheel.Reset(0);
        _requests.Reset(key);
        _free.Clear();
        _top = _placed = _gone = 0;
        _waited = 0;
    }

    private void Ask(int tick)
    {
        int slot = _free.TryPop(out int used) ? used : _top++;
        if (slot == _children.Length)
        {
            Array.Resize(ref _children, 2 * slot);
        }

        RandomBlock luck = _requests.Luck;
        ref Child child = ref _children[slot];
        child = new Child { Number = _requests.Child, Asked = tick, Stay = _requests.Stay };
        int[] preference = ProviderTypes.Preferences[Group(luck.UniformB)];
        foreach (int type in preference)
        {
            if (_register[type].Free > 0)
            {
                Place(slot, type, tick);
                return;
            }
        }

        int priority = luck.UniformC < ProviderTypes.TonightShare ? 0 : 1;
        child.Waits = true;
        child.Wakes = tick + Days.Round(Exponential.Sample(luck.UniformD, ProviderTypes.Patience[priority]), child.Stay.D);
        child.Wakes = Math.Max(tick + 1, child.Wakes);
        _lines[(2 * preference[0]) + priority].Add(slot, child.Number);
        _wheel.Schedule(slot, child.Wakes);
    }

    private static int Group(double uniform)
    {
        int group = 0;
        while (uniform >= ProviderTypes.GroupsUpTo[group])
        {
            group++;
        }

        return group;
    }

    private void Place(int slot, int type, int tick)
    {
        ref Child child = ref _children[slot];
        _register.Fill(type, slot, single: false);
        child.Type = type;
        child.Waits = false;
        child.Wakes = tick + ProviderTypes.Stays[type].Days(child.Stay.Uniform53AB, child.Stay.C);
        _wheel.Schedule(slot, child.Wakes);
        _lived[type] += Math.Max(0, Math.Min(ProviderTypes.End, child.Wakes) - Math.Max(ProviderTypes.LeadIn, tick));
        bool counts = child.Asked >= ProviderTypes.LeadIn;
        _placed += counts ? 1 : 0;
        _waited += counts ? tick - child.Asked : 0;
    }

    /// <summary>The stay of a child ends, or its patience does; a child placed since has left an entry that means nothing.</summary>
    private void Wake(int slot, int tick)
    {
        ref Child child = ref _children[slot];
        if (child.Wakes != tick)
        {
            return;
        }

        child.Wakes = -1;
        bool gone = child.Waits;
        int type = child.Type;
        child.Number = -1;
        _free.Push(slot);
        if (gone)
        {
            _gone += child.Asked >= ProviderTypes.LeadIn ? 1 : 0;
            return;
        }

        _register.Release(type, slot, single: false);
        for (int priority = 0; priority < 2; priority++)
        {
            while (_lines[(2 * type) + priority].TryTake(out int next, out int number))
            {
                if (_children[next].Number == number)
                {
                    Place(next, type, tick);
                    return;
                }
            }
        }
    }

    private struct Child
    {
        public int Number;
        public int Asked;
        public int Wakes;
        public int Type;
        public bool Waits;
        public RandomBlock Stay;
    }
}
