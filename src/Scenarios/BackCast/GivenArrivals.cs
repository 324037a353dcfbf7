namespace KentSufficiency.Scenarios.BackCast;

/// <summary>
/// Arrivals of unaccompanied children that a forecast is given, because nobody could have foretold them: what the ensemble was given, so that the
/// rival is compared fairly.
/// </summary>
public sealed class GivenArrivals
{
    private readonly (DateOnly From, double AYear)[] _rates;
    private readonly double[] _ageShares;

    /// <summary>Creates them.</summary>
    /// <param name="rates">Arrivals a year, from a day on until the next; ascending by day. Before the first there are none.</param>
    /// <param name="ageShares">Share of arrivals in each of the five bands of age, from under 1 to 16 and over; they are made to add to 1.</param>
    /// <param name="lastYear">
    /// How many of the starts in the last known year were unaccompanied: they make room for those given. Null where that is not known, and then
    /// those given come on top.
    /// </param>
    /// <exception cref="ArgumentException">Days do not ascend, a number is negative, or the shares do not fit the bands.</exception>
    public GivenArrivals(IReadOnlyList<(DateOnly From, double AYear)> rates, IReadOnlyList<double> ageShares, double? lastYear)
    {
        if (rates.Zip(rates.Skip(1), (a, b) => a.From >= b.From).Any(descends => descends) || rates.Any(rate => !(rate.AYear >= 0)))
        {
            throw new ArgumentException("The days must ascend, and arrivals cannot be negative.", nameof(rates));
        }

        if (ageShares.Count != AgeRates.Bands.Count || ageShares.Any(share => !(share >= 0)) || !(ageShares.Sum() > 0))
        {
            throw new ArgumentException($"There must be {AgeRates.Bands.Count} shares of 0 or more, not all 0.", nameof(ageShares));
        }

        _rates = [.. rates];
        _ageShares = [.. ageShares.Select(share => share / ageShares.Sum())];
        LastYear = lastYear;
    }

    /// <summary>Unaccompanied children among the starts of the last known year, or null.</summary>
    public double? LastYear { get; }

    /// <summary>Share of arrivals by band of age; adds to 1.</summary>
    public IReadOnlyList<double> AgeShares => _ageShares;

    /// <summary>Arrivals a year on a day.</summary>
    public double AYearOn(DateOnly date)
    {
        double rate = 0;
        foreach ((DateOnly from, double aYear) in _rates)
        {
            rate = from <= date ? aYear : rate;
        }

        return rate;
    }
}
