using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>
/// Lives one replication of a stock by age month by month, with constant entries and constant exit rates. Every number comes from an address of
/// its own: replication, month and band.
/// </summary>
internal sealed class AgeSimulation
{
    private const double MonthsAYear = 12;
    private const int MonthsFrom16To18 = 24;

    /// <summary>An entity that no county has, so that the rival shares no luck with the model.</summary>
    private const ulong Entity = ulong.MaxValue;

    // Processes of that entity. Ordinal: month and band; of Age18 month and arrival.
    private const ushort Exits = 1;
    private const ushort Ageing = 2;
    private const ushort Entries = 3;
    private const ushort Arrivals = 4;
    private const ushort Age18 = 5;
    private const int ArrivalBits = 20;

    private readonly AgeRates _rates;
    private readonly GivenArrivals? _given;
    private readonly DateOnly _origin;
    private readonly int _bands = AgeRates.Bands.Count;
    private readonly int[] _stock;
    private readonly int[] _turning18;
    private readonly Draws _draws;

    public AgeSimulation(AgeRates rates, GivenArrivals? given, DateOnly origin, DrawKey key, int months)
    {
        _rates = rates;
        _given = given;
        _origin = origin;
        _draws = new Draws(key, Entity);
        _stock = [.. rates.Stock.Select(count => (int)Math.Round(count))];
        _turning18 = new int[months + MonthsFrom16To18 + 1];
        Stock = new int[months + 1, _bands];
        Started = new int[months + 1, _bands];
        Ceased = new int[months + 1, _bands];
        Tell(0);
        for (int month = 1; month <= months; month++)
        {
            Live(month);
            Tell(month);
        }
    }

    /// <summary>Children at the end of a month, by band; month 0 is the last known day.</summary>
    public int[,] Stock { get; }

    /// <summary>Starts in a month.</summary>
    public int[,] Started { get; }

    /// <summary>Ends in a month.</summary>
    public int[,] Ceased { get; }

    // Given arrivals of 16 and over, who stay until they are 18, are not in _stock: its exit rate is not theirs.
    private int AwaitingMajority { get; set; }

    private void Tell(int month)
    {
        for (int band = 0; band < _bands; band++)
        {
            Stock[month, band] = _stock[band] + (band == _bands - 1 ? AwaitingMajority : 0);
        }
    }

    private void Live(int month)
    {
        Span<int> ageing = stackalloc int[_bands];
        for (int band = 0; band < _bands; band++)
        {
            ulong address = Address(month, band);
            double leaves = Math.Min(1, _rates.ExitRates[band] / MonthsAYear);
            int exits = new Binomial(_stock[band], leaves).Sample(_draws, Exits, address);
            _stock[band] -= exits;
            Ceased[month, band] += exits;
            ageing[band] = band < _bands - 1 ? new Binomial(_stock[band], Ages(band, leaves)).Sample(_draws, Ageing, address) : 0;
        }

        for (int band = 0; band < _bands; band++)
        {
            _stock[band] += (band > 0 ? ageing[band - 1] : 0) - ageing[band];
            Enter(month, band);
        }

        int adults = _turning18[month];
        AwaitingMajority -= adults;
        Ceased[month, _bands - 1] += adults;
    }

    /// <summary>The chance that a child who does not leave in a month grows out of its band in it: of all children one in its months.</summary>
    private static double Ages(int band, double leaves) =>
        leaves >= 1 ? 0 : Math.Min(1, 1 / (AgeRates.Widths[band] * MonthsAYear) / (1 - leaves));

    private void Enter(int month, int band)
    {
        DateOnly from = _rates.Date.AddMonths(month - 1);
        GivenArrivals? given = from >= _origin ? _given : null;
        double room = (given?.LastYear ?? 0) * (given?.AgeShares[band] ?? 0);
        double entries = Math.Max(0, _rates.Started[band] - room) / MonthsAYear;
        int entered = new Poisson(entries).Sample(_draws, Entries, Address(month, band));
        _stock[band] += entered;
        Started[month, band] += entered;
        if (given is not null)
        {
            Arrive(month, band, given.AYearOn(from) * given.AgeShares[band] / MonthsAYear);
        }
    }

    private void Arrive(int month, int band, double mean)
    {
        int arrivals = new Poisson(mean).Sample(_draws, Arrivals, Address(month, band));
        Started[month, band] += arrivals;
        if (band < _bands - 1)
        {
            _stock[band] += arrivals;
            return;
        }

        AwaitingMajority += arrivals;
        for (int arrival = 0; arrival < arrivals; arrival++)
        {
            double luck = _draws.Block(Age18, ((ulong)month << ArrivalBits) + (ulong)arrival).UniformA;
            int leaves = month + (int)((luck * MonthsFrom16To18) + 0.5);
            if (leaves < _turning18.Length)
            {
                _turning18[leaves]++;
            }
        }
    }

    private ulong Address(int month, int band) => (ulong)((month * _bands) + band);
}
