namespace KentSufficiency.Scenarios.BackCast;

/// <summary>What a forecaster knows at an origin. It holds nothing of a later day: a rival that looked ahead would be no rival.</summary>
public sealed class KnownPast
{
    private readonly Dictionary<(string Measure, string Geography), KnownValue[]> _series;

    /// <summary>Gathers what is known.</summary>
    /// <param name="origin">The origin.</param>
    /// <param name="values">The values, in any order.</param>
    /// <exception cref="ArgumentException">A value is of a day after the origin, or a measure has two of one day.</exception>
    public KnownPast(DateOnly origin, IEnumerable<KnownValue> values)
    {
        Origin = origin;
        _series = values
            .GroupBy(value => (value.Measure.Id, value.Measure.Geography))
            .ToDictionary(group => group.Key, group => group.OrderBy(value => value.Date).ToArray());
        foreach (KnownValue[] series in _series.Values)
        {
            Check(series);
        }
    }

    /// <summary>The origin.</summary>
    public DateOnly Origin { get; }

    /// <summary>The known values of a measure by date; none where nothing is known.</summary>
    public IReadOnlyList<KnownValue> Series(string measure, string geography) =>
        _series.TryGetValue((measure, geography), out KnownValue[]? series) ? series : [];

    /// <summary>The latest known value of a measure, or null.</summary>
    public KnownValue? Latest(string measure, string geography) => Series(measure, geography) is { Count: > 0 } series ? series[^1] : null;

    /// <summary>The value of a measure on a day, or null.</summary>
    public double? On(string measure, string geography, DateOnly date)
    {
        foreach (KnownValue value in Series(measure, geography))
        {
            if (value.Date == date)
            {
                return value.Value;
            }
        }

        return null;
    }

    /// <summary>Years from the origin, or from a known value, to a day.</summary>
    internal static double Years(DateOnly from, DateOnly to) => (to.DayNumber - from.DayNumber) / 365.25;

    private void Check(KnownValue[] series)
    {
        string what = $"{series[0].Measure.Id} ({series[0].Measure.Geography})";
        if (series[^1].Date > Origin)
        {
            throw new ArgumentException($"{what} on {series[^1].Date:yyyy-MM-dd} was not known on {Origin:yyyy-MM-dd}.");
        }

        for (int i = 1; i < series.Length; i++)
        {
            if (series[i].Date == series[i - 1].Date)
            {
                throw new ArgumentException($"{what} has two values on {series[i].Date:yyyy-MM-dd}.");
            }
        }
    }
}
