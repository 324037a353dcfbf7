namespace KentSufficiency.Scenarios.BackCast;

/// <summary>All forecasts of the model and its rivals, scored: what was right, what was missed, and who did better. Immutable.</summary>
public sealed class ScoreBoard
{
    private ScoreBoard(IEnumerable<ScoreRow> rows, IEnumerable<NotScored> unscored)
    {
        Rows =
        [
            .. rows.OrderBy(row => row.Origin)
                .ThenBy(row => row.Observation.Measure.Id, StringComparer.Ordinal)
                .ThenBy(row => row.Observation.Measure.Geography, StringComparer.Ordinal)
                .ThenBy(row => row.Observation.Date)
                .ThenBy(row => row.Forecaster == Forecasters.Model ? "" : row.Forecaster, StringComparer.Ordinal),
        ];
        Unscored = [.. unscored];
    }

    /// <summary>One row for each forecast, by origin, measure, geography, date and forecaster, the model first.</summary>
    public IReadOnlyList<ScoreRow> Rows { get; }

    /// <summary>Observations that were understood and not scored, with the reason.</summary>
    public IReadOnlyList<NotScored> Unscored { get; }

    /// <summary>The ids of the measures that the model was scored on, in ordinal order.</summary>
    public IReadOnlyList<string> Measures => [.. Rows.Select(row => row.Observation.Measure.Id).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>
    /// Scores the forecasts of one origin. An observation that the model has no value for is told as not scored, whatever the rivals have.
    /// </summary>
    /// <param name="model">The model's forecasts.</param>
    /// <param name="rivals">The rivals'.</param>
    /// <param name="observed">The observations as seen from the origin.</param>
    /// <param name="origin">The origin of all of them.</param>
    /// <exception cref="ArgumentException">A forecast is of another origin, is of what is not to be scored, or is there twice.</exception>
    public static ScoreBoard Of(IEnumerable<Forecast> model, IEnumerable<Forecast> rivals, ObservationWindow observed, DateOnly origin)
    {
        HashSet<Observation> wanted = new(observed.Scored, ReferenceEqualityComparer.Instance);
        HashSet<(string, Observation)> seen = [];
        List<ScoreRow> rows = [];
        foreach (Forecast forecast in model.Concat(rivals))
        {
            if (forecast.Origin != origin || !wanted.Contains(forecast.Observation) || !seen.Add((forecast.Forecaster, forecast.Observation)))
            {
                string what = $"{forecast.Forecaster} of {forecast.Observation.Measure.Id} on {forecast.Observation.Date:yyyy-MM-dd}";
                throw new ArgumentException($"The forecast by {what} is there twice, of another origin or of what is not to be scored.");
            }

            if (EnsembleScore.Of(forecast.Values, forecast.Observation) is EnsembleScore score)
            {
                rows.Add(new ScoreRow(origin, forecast.Observation, forecast.Forecaster, score));
            }
        }

        HashSet<Observation> told = new(
            rows.Where(row => row.Forecaster == Forecasters.Model).Select(row => row.Observation), ReferenceEqualityComparer.Instance);
        IEnumerable<NotScored> untold = observed.Scored.Where(o => !told.Contains(o)).Select(o => new NotScored(origin, o, NotScored.NoForecast));
        return new ScoreBoard(rows.Where(row => told.Contains(row.Observation)), observed.NotScored.Concat(untold));
    }

    /// <summary>The same scores without what was not scored.</summary>
    public ScoreBoard WithoutUnscored() => new(Rows, []);

    /// <summary>The boards of several origins as one.</summary>
    public static ScoreBoard Pooled(IEnumerable<ScoreBoard> boards)
    {
        ScoreBoard[] all = [.. boards];
        return new ScoreBoard(all.SelectMany(board => board.Rows), all.SelectMany(board => board.Unscored));
    }

    /// <summary>
    /// The model beside rivals, measure by measure, pooled over origins, geographies and dates; measures in ordinal order. A measure on which no
    /// case is forecast by all of them is left out.
    /// </summary>
    /// <param name="score">By which score.</param>
    /// <param name="rivals">One or more of <see cref="Forecasters"/>.</param>
    public IReadOnlyList<MeasureComparison> Compare(ScoreKind score, params IReadOnlyList<string> rivals)
    {
        string[] all = [Forecasters.Model, .. rivals];
        return
        [
            .. from row in Rows
               where all.Contains(row.Forecaster)
               group row by (row.Origin, row.Observation) into cases
               where cases.Count() == all.Length
               from row in cases
               group row by row.Observation.Measure.Id into measure
               orderby measure.Key
               select new MeasureComparison(
                   measure.Key,
                   measure.Count() / all.Length,
                   measure.GroupBy(row => row.Forecaster).ToDictionary(own => own.Key, own => own.Average(row => ValueOf(row.Score, score)))),
        ];
    }

    /// <summary>On how many measures the model does better than all of these rivals.</summary>
    public WinShare Wins(ScoreKind score, params IReadOnlyList<string> rivals)
    {
        IReadOnlyList<MeasureComparison> compared = Compare(score, rivals);
        return new WinShare(rivals, score, compared.Sum(measure => measure.ModelBeatsAll), compared.Count);
    }

    /// <summary>How often the central 50, 80 and 95% intervals of a forecaster held the observation, with how sure that is.</summary>
    /// <param name="forecaster">One of <see cref="Forecasters"/>.</param>
    /// <param name="seed">The seed of the bootstrap.</param>
    public IReadOnlyList<CoverageShare> Coverage(string forecaster, uint seed)
    {
        ScoreRow[] rows = [.. Rows.Where(row => row.Forecaster == forecaster)];
        return
        [
            Share(0.5, row => row.Score.Covered50),
            Share(0.8, row => row.Score.Covered80),
            Share(0.95, row => row.Score.Covered95),
        ];

        CoverageShare Share(double nominal, Func<ScoreRow, bool> covered)
        {
            (double low, double high) = CoverageBootstrap.Interval(rows, covered, seed);
            return new CoverageShare(nominal, rows.Count(covered), rows.Length, low, high);
        }
    }

    /// <summary>A score as a number.</summary>
    internal static double ValueOf(EnsembleScore score, ScoreKind kind) => kind == ScoreKind.Crps ? score.Crps : score.Interval80;
}
