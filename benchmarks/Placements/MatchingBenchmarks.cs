using BenchmarkDotNet.Attributes;
using KentSufficiency.Benchmarks.County;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.Kernel;
using KentSufficiency.Simulation.Placements;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Benchmarks.Placements;

/// <summary>
/// The placement service on one day: some of Kent's looked-after children have lost their homes and ask for others, which are in use but for those that
/// were left. The baseline puts children, homes and queue back to the morning, which every measurement begins with; what is more is the matching.
/// </summary>
[MemoryDiagnoser]
public class MatchingBenchmarks
{
    private static readonly DrawKey _key = new(1, 0);

    private CountyState _morning = null!;
    private CountyState _county = null!;
    private Today _today;

    /// <summary>Children who ask. A usual day has about ten.</summary>
    [Params(10, 100, 1000)]
    public int Asking { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        CountyParameters kent = RealCounty.WithoutSchools(RealCounty.Kent(years: 1));
        _morning = CountySnapshot.Of(kent, seed: 1, replication: 0, day: -1).State;
        _county = new CountyState(kent);
        _today = new Today(0, kent.Start.Month, _morning.Effects.UnaccompaniedLookedAfter, kent.RatesOn(0));
        foreach (int slot in _morning.LookedAfter.Members[..Asking].ToArray())
        {
            Ask(slot);
        }
    }

    [Benchmark(Baseline = true)]
    public int Morning()
    {
        _county.Children.CopyFrom(_morning.Children);
        _county.Pools.CopyFrom(_morning.Pools);
        _county.Service.CopyFrom(_morning.Service);
        _county.Effects.ClearDay();
        return _county.Service.WaitingCount;
    }

    [Benchmark]
    public int Match()
    {
        Morning();
        _county.Service.Resolve(_county.Children, _key, _today, _county.Effects);
        return _county.Service.WaitingCount;
    }

    private void Ask(int slot)
    {
        ref ChildState child = ref _morning.Children[slot];
        var draws = new Draws(_key, child.Id);
        if (child.Home != ChildState.NoHome)
        {
            _morning.Service.Release(child.Home, slot, child);
        }

        _morning.Effects.ClearDay();
        _morning.Effects.Slot = slot;
        PlacementRules.LeaveHome(ref child, MoveReason.CarerOther, draws, _today, _morning.Effects);
        PlacementRules.Want(ref child, draws, MoveReason.CarerOther, _today, _morning.Effects);
        _morning.Service.Add(_morning.Effects.Wanted[^1]);
    }
}
