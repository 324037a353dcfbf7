using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Simulation.Measures;
using KentSufficiency.Simulation.Numerics;
using KentSufficiency.Simulation.Randomness;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>
/// The rival that stock-and-flow tools are: children by age, who age, enter at the last known number a year and leave at the last known rate,
/// with Poisson and binomial chance. What is not a stock or flow by age is a constant share of one. Immutable once made.
/// </summary>
public sealed class ConstantRates
{
    private const double DaysAMonth = 365.25 / 12;
    private const double Hundred = 100;
    private const int Year = 12;

    // The chance of a share: an entity apart from that of the stock, for each measure; ordinal: month.
    private const ushort ShareProcess = 6;

    private readonly KnownPast _past;
    private readonly AgeRates _rates;
    private readonly string _geography;
    private readonly uint _seed;
    private readonly AgeSimulation[] _replications;

    private ConstantRates(KnownPast past, AgeRates rates, string geography, uint seed, AgeSimulation[] replications)
    {
        _past = past;
        _rates = rates;
        _geography = geography;
        _seed = seed;
        _replications = replications;
    }

    /// <summary>Makes the rival.</summary>
    /// <param name="past">What is known.</param>
    /// <param name="geography">The geography, usually "Kent".</param>
    /// <param name="horizon">The last day it is asked for, not before the origin.</param>
    /// <param name="seed">The seed of its draws.</param>
    /// <param name="replications">How many replications, at least 2.</param>
    /// <param name="given">Arrivals of unaccompanied children that it is given from the origin on, or null.</param>
    /// <returns>The rival, or null where stock, starts and ends by age are not all known for one day.</returns>
    public static ConstantRates? From(
        KnownPast past, string geography, DateOnly horizon, uint seed, int replications = RivalSpread.Members, GivenArrivals? given = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, past.Origin);
        ArgumentOutOfRangeException.ThrowIfLessThan(replications, 2);
        if (AgeRates.From(past, geography) is not AgeRates rates)
        {
            return null;
        }

        int months = Months(rates.Date, horizon);
        AgeSimulation[] lives =
            [.. Enumerable.Range(0, replications).Select(n => new AgeSimulation(rates, given, past.Origin, new DrawKey(seed, (uint)n), months))];
        return new ConstantRates(past, rates, geography, seed, lives);
    }

    /// <summary>The forecast of a measure, or null where it is neither of children by age nor a known share of such.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="date">The day, from the origin to the horizon.</param>
    public double[]? Forecast(ComparedMeasure measure, DateOnly date)
    {
        if (measure.Geography != _geography)
        {
            return null;
        }

        int month = Months(_rates.Date, date);
        return ByAge(measure.Id, month) ?? Share(measure, month);
    }

    private static int Months(DateOnly from, DateOnly to) => (int)Math.Round((to.DayNumber - from.DayNumber) / DaysAMonth);

    private double[]? ByAge(string measure, int month)
    {
        string[] parts = measure.Split('/', 2);
        int band = parts.Length == 2 ? AgeRates.Bands.ToList().IndexOf(parts[1]) : -1;
        int[] bands = parts.Length == 2 ? [band] : [.. Enumerable.Range(0, AgeRates.Bands.Count)];
        return (parts[0], parts.Length == 2) switch
        {
            (Totals.LookedAfter, false) => Each(life => bands.Sum(b => life.Stock[month, b])),
            ("cla-by-age", true) when band >= 0 => Each(life => life.Stock[month, band]),
            (Totals.Started, false) or ("cla-started-by-age", true) when bands[0] >= 0 =>
                Each(life => bands.Sum(b => InYear(life.Started, _rates.Started[b], b, month))),
            (Totals.Ceased, false) or ("cla-ceased-by-age", true) when bands[0] >= 0 =>
                Each(life => bands.Sum(b => InYear(life.Ceased, _rates.Ceased[b], b, month))),
            _ => null,
        };
    }

    /// <summary>Flows in the 12 months to a month; what lies before the last known day is an equal share of the year known.</summary>
    private static double InYear(int[,] flows, double known, int band, int month)
    {
        int simulated = Math.Min(Year, month);
        double sum = known * (Year - simulated) / Year;
        for (int m = month - simulated + 1; m <= month; m++)
        {
            sum += flows[m, band];
        }

        return sum;
    }

    private double[]? Share(ComparedMeasure measure, int month)
    {
        if (Totals.Of(measure.Id) is not string total || _past.Latest(measure.Id, _geography) is not KnownValue last
            || measure.Kind is not (MeasureKind.Count or MeasureKind.Percentage))
        {
            return null;
        }

        double? of = measure.Kind == MeasureKind.Percentage ? Hundred : _past.On(total, _geography, last.Date);
        if (of is not > 0 || ByAge(total, month) is not double[] totals)
        {
            return null;
        }

        double share = Math.Clamp(last.Value / of.Value, 0, 1);
        ulong entity = AssumptionDraws.AddressOf(measure.Id); // So that one measure more moves no other's chance.
        return [.. totals.Select((count, n) => Part(measure.Kind, (int)Math.Round(count), share, new Draws(new DrawKey(_seed, (uint)n), entity), month))];
    }

    private static double Part(MeasureKind kind, int total, double share, in Draws draws, int month)
    {
        int part = new Binomial(total, share).Sample(draws, ShareProcess, (ulong)month);
        return kind == MeasureKind.Count ? part : total == 0 ? double.NaN : Hundred * part / total;
    }

    private double[] Each(Func<AgeSimulation, double> value) => [.. _replications.Select(value)];
}
