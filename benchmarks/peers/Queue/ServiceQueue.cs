using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.OtherAuthorities;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;
using KentSufficiency.Simulation.Time;

namespace KentSufficiency.Peers.Queue;

/// <summary>
/// W1 by the placement service: children of other authorities ask for one of 50 places of an agency, and the rules of src decide the rest. Days without a
/// request or a home given up are skipped: since the agency answers at once, nobody could be placed on them.
/// </summary>
internal sealed class ServiceQueue(CountyParameters county)
{
    private const double RequestsPerDay = 45 / ErlangScenario.CoarserMeanStay;
    private const int LeadIn = 4_500;
    private const int Counted = 33_000;
    private readonly CountyRates _rates = county.Regimes[0].Rates;
    private readonly HomeRegister _register = new();
    private readonly PoolIndex _pools = new();
    private readonly ChildTable _children = new();
    private readonly Effects _effects = new();
    private readonly DayWheel _wheel = new(0);
    private readonly RequestTimes _times = new(RequestsPerDay);
    private int[] _due = new int[16];

    private long Placed => _effects.Flows[(int)Flow.RequestsMatched];

    private long DaysWaited => _effects.Flows[(int)Flow.DaysToMatch];

    /// <summary>The mean wait of the counted children, in mean stays.</summary>
    public double Replication(int number)
    {
        var key = new DrawKey(1, (uint)number);
        var service = new PlacementService(_register, _pools);
        Reset();
        _times.Begin(key);
        (long Days, long Placed) before = (0, 0);
        for (int day = 0; Placed < LeadIn + Counted; day++)
        {
            Live(new Today(day, 1, 0, _rates), service, key);
            before = Placed <= LeadIn ? (DaysWaited, Placed) : before;
        }

        return (DaysWaited - before.Days) / ((Placed - before.Placed) * ErlangScenario.CoarserMeanStay);
    }

    private void Live(in Today today, PlacementService service, DrawKey key)
    {
        int due = _wheel.Drain(today.Day, ref _due);
        for (int i = 0; i < due; i++)
        {
            EndStay(_due[i], service);
        }

        bool asked = _times.Next < today.Day + 1;
        for (; _times.Next < today.Day + 1; _times.Pass())
        {
            Ask(new Draws(key, EntityId.Of(EntityKind.OtherAuthorityChild, 0, today.Day, _times.Passed & 0xFFFFF)), today);
        }

        if (due > 0 || asked)
        {
            Answer(service, key, today);
        }
    }

    private void Reset()
    {
        _register.Reset();
        _pools.Build(_register, county.Pools, _rates.Placements.Map);
        _children.Reset();
        _effects.Reset(telling: false);
        _wheel.Reset(0);
    }

    private void Ask(in Draws draws, in Today today)
    {
        _effects.Slot = _children.Add(draws.Entity, district: 0);
        OtherAuthorityRules.Arrive(ref _children[_effects.Slot], draws, today, _effects);
    }

    private void EndStay(int slot, PlacementService service)
    {
        ref ChildState child = ref _children[slot];
        service.Release(child.Home, slot, child);
        OtherAuthorityRules.Wake(ref child, _effects);
        _children.Remove(slot);
    }

    private void Answer(PlacementService service, DrawKey key, in Today today)
    {
        foreach (ref readonly Effect wanted in _effects.Wanted)
        {
            if (wanted.Class == EffectClass.PlacementRequest)
            {
                service.Add(wanted);
            }
        }

        _effects.ClearDay();
        service.Resolve(_children, key, today, _effects);
        foreach (int slot in service.Touched)
        {
            if (_children[slot].Home != ChildState.NoHome)
            {
                _wheel.Schedule(slot, Math.Max(today.Day + 1, _children[slot].NextDay));
            }
        }
    }
}
