namespace KentSufficiency.Scenarios.BackCast;

/// <summary>The naive rivals of the model, each of which takes only what was known at the origin.</summary>
public static class Rivals
{
    private const string Kent = "Kent";

    /// <summary>
    /// The forecasts of all rivals of the observations. A rival that has nothing to say of one (no known value, fewer than two for the trend, no
    /// breakdown by age) has no forecast of it.
    /// </summary>
    /// <param name="past">What is known at the origin.</param>
    /// <param name="observations">What is to be forecast: those of the window from the origin to the horizon.</param>
    /// <param name="horizon">The last day of the run.</param>
    /// <param name="seed">The seed of the draws of <see cref="ConstantRates"/>.</param>
    /// <param name="given">Arrivals of unaccompanied children that the ensemble was given, or null.</param>
    public static IReadOnlyList<Forecast> Of(
        KnownPast past, IReadOnlyList<Observation> observations, DateOnly horizon, uint seed, GivenArrivals? given = null)
    {
        ConstantRates? constant = ConstantRates.From(past, Kent, horizon, seed, given: given);
        List<Forecast> forecasts = [];
        foreach (Observation observation in observations)
        {
            ComparedMeasure measure = observation.Measure;
            DateOnly date = observation.RecordDate(horizon);
            Add(Forecasters.LastValue, NaiveForecasts.LastValue(past, measure, date));
            Add(Forecasters.LastValuePoint, NaiveForecasts.LastValuePoint(past, measure));
            Add(Forecasters.Trend, NaiveForecasts.Trend(past, measure, date));
            Add(Forecasters.ConstantRates, constant?.Forecast(measure, date));

            void Add(string forecaster, double[]? values)
            {
                if (values is not null)
                {
                    forecasts.Add(new Forecast(past.Origin, forecaster, observation, values));
                }
            }
        }

        return forecasts;
    }
}
