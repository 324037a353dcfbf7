using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Experiments;

namespace KentSufficiency.Scenarios.BackCast;

/// <summary>Holds a back-cast and its rivals against what was observed.</summary>
public static class BackCastScores
{
    private const string Kent = "Kent";

    /// <summary>Scores a back-cast. The rivals know what it knew, and are given what it was given.</summary>
    /// <param name="result">The back-cast.</param>
    /// <param name="evidence">All evidence.</param>
    /// <param name="extra">Observations of the user's, which take the place of the evidence's; null for none.</param>
    /// <param name="measures">What can be compared.</param>
    public static ScoreBoard Of(BackCastResult result, EvidenceLibrary evidence, Observations? extra, ComparedMeasures measures)
    {
        BackCastSettings settings = result.Settings;
        Observations observed = Observations.FromEvidence(evidence, measures);
        Observations known = Observations.FromEvidence(evidence.KnownOn(settings.From, settings.PublishedOnly), measures);
        ObservationWindow window = (extra is null ? observed : observed.With(extra)).Within(settings.From, settings.To);
        var past = new KnownPast(settings.From, known.KnownAt(settings.From));
        IReadOnlyList<Forecast> rivals = Rivals.Of(past, window.Scored, settings.To, settings.Calibration.Seed, Given(result, past));
        return ScoreBoard.Of(Model(result, window), rivals, window, settings.From);
    }

    private static IEnumerable<Forecast> Model(BackCastResult result, ObservationWindow window)
    {
        ScenarioResults ensemble = result.Results.Scenarios[0];
        Dictionary<(string, string), int> indices = ensemble.Measures.Index().ToDictionary(item => (item.Item.Id, item.Item.Geography), item => item.Index);
        Dictionary<DateOnly, int> dates = ensemble.Dates.Index().ToDictionary(item => item.Item, item => item.Index);
        foreach (Observation observation in window.Scored)
        {
            if (dates.TryGetValue(observation.RecordDate(result.Settings.To), out int date))
            {
                double[] values = observation.Measure.Sum(id => ensemble.Read(date, indices[(id, observation.Measure.Geography)]));
                yield return new Forecast(result.Settings.From, Forecasters.Model, observation, values);
            }
        }
    }

    private static GivenArrivals? Given(BackCastResult result, KnownPast past)
    {
        if (!result.Settings.Given.HasFlag(GivenThings.UascArrivals) || result.County is null || result.Future.Levers.Count == 0)
        {
            return null;
        }

        AssumptionCatalogue assumptions = result.County.Assumptions;
        double Share(int from, int to) => Enumerable.Range(from, to - from + 1).Sum(age => assumptions[$"uasc/age/{age}"].Value);
        return new GivenArrivals(
            [.. result.Future.Levers.Select(lever => (lever.From, lever.Value))],
            [0, 0, 0, Share(13, 15), Share(16, 17)],
            past.On(CountyOnDay.Arrivals, Kent, result.County.Date));
    }
}
