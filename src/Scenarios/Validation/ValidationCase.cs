using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.Scenarios.Statistics;

namespace KentSufficiency.Scenarios.Validation;

/// <summary>One back-cast of the validation: what it said, and how it was scored.</summary>
/// <param name="Origin">The day from which it starts.</param>
/// <param name="Given">What it was given of the time after.</param>
/// <param name="Estimated">Whether assumptions were estimated for it.</param>
/// <param name="Board">Its scores and those of its rivals.</param>
/// <param name="Fan">The fan of headline measures.</param>
/// <param name="Remarks">What had to be derived, a sentence each.</param>
public sealed record ValidationCase(
    DateOnly Origin, GivenThings Given, bool Estimated, ScoreBoard Board, IReadOnlyList<FanPoint> Fan, IReadOnlyList<string> Remarks)
{
    private static readonly string[] s_headlines =
        ["cla", "cla-uasc", "cla-by-age/16-over", "cla-by-group/foster", "cla-started", "cla-ceased", "roll/primary", "roll/secondary"];

    /// <summary>Takes from a back-cast what is kept of it.</summary>
    /// <param name="result">The back-cast.</param>
    /// <param name="evidence">What it is scored with.</param>
    /// <param name="measures">What can be compared.</param>
    public static ValidationCase Of(BackCastResult result, EvidenceLibrary evidence, ComparedMeasures measures) => new(
        result.Settings.From,
        result.Settings.Given,
        result.Settings.Estimated,
        BackCastScores.Of(result, evidence, extra: null, measures),
        [.. FanOf(result)],
        result.County?.Remarks ?? []);

    private static IEnumerable<FanPoint> FanOf(BackCastResult result)
    {
        ScenarioResults ensemble = result.Results.Scenarios[0];
        foreach ((int measure, var definition) in ensemble.Measures.Index().Where(item => item.Item.Geography == "Kent" && s_headlines.Contains(item.Item.Id)))
        {
            // A flow of 12 months is whole a year after the origin.
            bool isFlow = definition.Id is "cla-started" or "cla-ceased";
            for (int date = isFlow ? 12 : 0; date < ensemble.Dates.Count && ensemble.Dates[date] <= result.Settings.To; date++)
            {
                double[] values = [.. ensemble.Read(date, measure).Where(value => !double.IsNaN(value)).Order()];
                if (values.Length > 0)
                {
                    yield return FanPoint.Of(definition.Id, ensemble.Dates[date], values);
                }
            }
        }
    }
}

/// <summary>What an ensemble says of a measure on a day.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Date">The day.</param>
/// <param name="Quantiles">At the probabilities of <see cref="Probabilities"/>.</param>
public sealed record FanPoint(string Measure, DateOnly Date, IReadOnlyList<double> Quantiles)
{
    /// <summary>The probabilities: ends of the central 95, 80 and 50% intervals, and the median.</summary>
    public static IReadOnlyList<double> Probabilities { get; } = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975];

    /// <summary>The point of a sorted ensemble.</summary>
    public static FanPoint Of(string measure, DateOnly date, double[] sorted) =>
        new(measure, date, [.. Probabilities.Select(probability => Quantile.Type7(sorted, probability))]);
}
