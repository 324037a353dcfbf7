using System.Runtime.Intrinsics;
using KentSufficiency.Simulation.County;
using KentSufficiency.Simulation.FrontDoor;

namespace KentSufficiency.Simulation.Kernel;

/// <summary>The chains of all days of a replication in one table each, and what has been counted in each stretch of days.</summary>
internal sealed class FrontDoorCalendar
{
    /// <summary>How far the cell of a law stands from the right in a word.</summary>
    public const int CellShift = 23;

    /// <summary>The bits of a stretch that tell its chain; above them stands the number of the stretch.</summary>
    public const uint ChainMask = (1 << StretchBit) - 1;

    /// <summary>How far a stretch without its chain is to be shifted to the right to be the number of its first event.</summary>
    public const int EventsShift = StretchBit - FrontDoorEvents.MostLog2;

    private const int StretchBit = 8;
    private const int Edges = DurationLaw.Cells + 1;

    private readonly uint[] _stretchOf;
    private readonly int _firstDay;
    private readonly List<FrontDoorChain> _chains = [];
    private readonly List<FrontDoorRates> _rates = [];
    private readonly List<(int Note, int Chain)> _stretches = [];
    private Regime[] _regimes = [];

    /// <summary>Creates a calendar.</summary>
    public FrontDoorCalendar(int firstDay, int lastDay)
    {
        _firstDay = firstDay;
        LastDay = lastDay;
        _stretchOf = new uint[lastDay - firstDay + 1];
    }

    /// <summary>The last day.</summary>
    public int LastDay { get; }

    /// <summary>The first day.</summary>
    public int FirstDay => _firstDay;

    /// <summary>For each day from the first on the stretch it belongs to: days noted together, under one chain.</summary>
    public ReadOnlySpan<uint> StretchOf => _stretchOf;

    /// <summary>The last words of the ways from each place of each chain.</summary>
    public Vector128<uint>[] Partings { get; private set; } = [];

    /// <summary>The ways from each place of each chain.</summary>
    public Way[] Ways { get; private set; } = [];

    /// <summary>The quantiles of each law of each chain.</summary>
    public double[] Quantiles { get; private set; } = [];

    /// <summary>How often each event happened in each stretch of days.</summary>
    public int[] Counts { get; private set; } = [];

    /// <summary>Takes the rates of a replication; where they are those of the one before, all is there already.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="noteOf">For each day the number of the date at whose end it is noted.</param>
    public void Begin(CountyParameters parameters, int[] noteOf)
    {
        if (!IsOf(parameters.Regimes))
        {
            Build(parameters, noteOf);
        }

        Array.Clear(Counts);
    }

    /// <summary>Adds what was counted to the flows and stocks between dates.</summary>
    public void AddTo(Effects[] between)
    {
        for (int i = 0; i < _stretches.Count; i++)
        {
            _chains[_stretches[i].Chain].Add(Counts.AsSpan(i * FrontDoorEvents.Most, FrontDoorEvents.Most), between[_stretches[i].Note]);
        }
    }

    /// <summary>The law to which an entry of <see cref="Quantiles"/> belongs.</summary>
    public DurationLaw LawAt(int quantile) => _chains[quantile / (FrontDoorChain.LawCount * Edges)].Laws[quantile / Edges % FrontDoorChain.LawCount];

    private void Build(CountyParameters parameters, int[] noteOf)
    {
        _regimes = parameters.Regimes;
        _chains.Clear();
        _rates.Clear();
        _stretches.Clear();
        int[] chainOf = [.. parameters.Regimes.Select(regime => NumberOf(regime.Rates))];
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_chains.Count, (int)ChainMask + 1, nameof(parameters));
        (int Note, int Chain) last = (-1, -1);
        for (int i = 0; i < noteOf.Length; i++)
        {
            (int Note, int Chain) now = (noteOf[i], chainOf[parameters.RegimeOn(_firstDay + i)]);
            if (now != last)
            {
                _stretches.Add(now);
            }

            last = now;
            _stretchOf[i] = (uint)(((_stretches.Count - 1) << StretchBit) | now.Chain);
        }

        Partings = [.. _chains.SelectMany(chain => chain.Partings)];
        Ways = [.. _chains.SelectMany((chain, number) => chain.Ways.Select(way => way.Under(((number * FrontDoorChain.LawCount) + way.Law) * Edges)))];
        Quantiles = [.. _chains.SelectMany(chain => chain.Laws).SelectMany(Inner)];
        Counts = new int[_stretches.Count * FrontDoorEvents.Most];
    }

    /// <summary>The quantiles of a law, but for those that only the outer cells touch.</summary>
    private static double[] Inner(DurationLaw law)
    {
        double[] quantiles = law.Quantiles.ToArray();
        quantiles[0] = quantiles[^1] = double.NaN;
        return quantiles;
    }

    private int NumberOf(CountyRates rates)
    {
        int known = _rates.IndexOf(rates.FrontDoor);
        if (known >= 0)
        {
            return known;
        }

        _rates.Add(rates.FrontDoor);
        _chains.Add(FrontDoorChain.Of(rates));
        return _rates.Count - 1;
    }

    private bool IsOf(Regime[] regimes)
    {
        bool same = regimes.Length == _regimes.Length;
        for (int i = 0; same && i < regimes.Length; i++)
        {
            same = regimes[i].FromDay == _regimes[i].FromDay && ReferenceEquals(regimes[i].Rates.FrontDoor, _regimes[i].Rates.FrontDoor);
        }

        return same;
    }
}
