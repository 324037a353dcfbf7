using System.Text;
using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.Scenarios.Output;
using KentSufficiency.ScenariosTests.Output;
using static KentSufficiency.ScenariosTests.BackCast.Planted;

namespace KentSufficiency.ScenariosTests.BackCast;

public sealed class ScoreBoardTests
{
    private static readonly DateOnly s_horizon = new(2019, 7, 31);
    private static readonly double[] s_wide = [.. Enumerable.Range(0, 101).Select(i => (double)i)];

    [Fact]
    public void Every_observation_has_rows_or_a_reason()
    {
        Observation[] all = [Observed(50), Observed(60, "cla-uasc"), Observed(null, "households"), Observed(70, year: 2016), Observed(70, year: 2020)];
        ObservationWindow window = new Observations(all, []).Within(Origin, s_horizon);
        Observation cla = window.Scored.Single(o => o.Measure.Id == "cla");
        Observation uasc = window.Scored.Single(o => o.Measure.Id == "cla-uasc");
        ScoreBoard board = ScoreBoard.Of(
            [Model(cla, s_wide), Model(uasc, [double.NaN])], [Rival(cla, Forecasters.LastValue, [40]), Rival(uasc, Forecasters.LastValue, [40])], window, Origin);
        Assert.Equal([("cla", Forecasters.Model), ("cla", Forecasters.LastValue)], board.Rows.Select(row => (row.Observation.Measure.Id, row.Forecaster)));
        Assert.Equal(
            [NotScored.AfterHorizon, NotScored.BeforeOrigin, NotScored.Suppressed, NotScored.NoForecast],
            board.Unscored.Select(other => other.Reason).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_forecast_that_does_not_belong_is_refused()
    {
        ObservationWindow window = new Observations([Observed(50)], []).Within(Origin, s_horizon);
        Observation cla = window.Scored[0];
        Assert.Throws<ArgumentException>(() => ScoreBoard.Of([Model(cla, [1]), Model(cla, [1])], [], window, Origin));
        Assert.Throws<ArgumentException>(() => ScoreBoard.Of([Model(Observed(50), [1])], [], window, Origin));
        Assert.Throws<ArgumentException>(() => ScoreBoard.Of([Model(cla, [1])], [], window, Origin.AddDays(1)));
    }

    [Fact]
    public void Who_wins_is_decided_on_common_cases_and_a_tie_is_half()
    {
        // cla: the rival has the first case only, where it is worse; on the second, which it has not, the model is far off.
        ScoreBoard board = Board(
            (Observed(50, year: 2017), [52], [55], null),
            (Observed(50, year: 2018), [500], null, null),
            (Observed(50, "cla-uasc"), [60], [40], [50]),
            (Observed(50, "households"), [70], [60], [90]));
        MeasureComparison cla = board.Compare(ScoreKind.Crps, Forecasters.LastValue)[0];
        Assert.Equal(("cla", 1, 2.0, 5.0), (cla.Measure, cla.Cases, cla.Means[Forecasters.Model], cla.Means[Forecasters.LastValue]));
        WinShare last = board.Wins(ScoreKind.Crps, Forecasters.LastValue);
        Assert.Equal((1.5, 3), (last.Wins, last.Measures)); // Won, tied, lost.
        WinShare both = board.Wins(ScoreKind.Crps, Forecasters.LastValue, Forecasters.ConstantRates);
        Assert.Equal((0, 2), (both.Wins, both.Measures));
        Assert.Equal([Forecasters.LastValue, Forecasters.Model], board.Compare(ScoreKind.Crps, Forecasters.LastValue)[1].Best);
    }

    [Fact]
    public void The_two_scores_can_disagree_on_who_wins()
    {
        // A point 3 off, against a wide forecast about the truth: the point has the lower CRPS, the wide one the lower interval score or not.
        ScoreBoard board = Board((Observed(50), [53], s_wide, null));
        Assert.Equal(1, board.Wins(ScoreKind.Crps, Forecasters.LastValue).Wins);
        Assert.Equal(1, board.Wins(ScoreKind.Interval80, Forecasters.LastValue).Wins); // 30 against a width of 80.
        ScoreBoard far = Board((Observed(50), [58.1], s_wide, null));
        Assert.Equal((1, 0), (far.Wins(ScoreKind.Crps, Forecasters.LastValue).Wins, far.Wins(ScoreKind.Interval80, Forecasters.LastValue).Wins));
    }

    [Fact]
    public void Origins_are_pooled()
    {
        ScoreBoard one = Board((Observed(50, year: 2018), [52], [55], null));
        ScoreBoard other = Board(new DateOnly(2017, 3, 31), (Observed(50, year: 2018), [60], [51], null));
        MeasureComparison cla = Assert.Single(ScoreBoard.Pooled([one, other]).Compare(ScoreKind.Crps, Forecasters.LastValue));
        Assert.Equal((2, 6.0, 3.0), (cla.Cases, cla.Means[Forecasters.Model], cla.Means[Forecasters.LastValue]));
    }

    [Fact]
    public void Coverage_counts_and_its_interval_takes_whole_families()
    {
        // Family a: 20 cases, all inside; family b: 20 cases, all outside. Two clusters: a drawn set is all a, all b or half.
        (Observation, double[], double[]?, double[]?)[] cases =
        [
            .. Enumerable.Range(0, 20).Select(i => (Observed(50, $"a/{i}"), s_wide, (double[]?)null, (double[]?)null)),
            .. Enumerable.Range(0, 20).Select(i => (Observed(99, $"b/{i}"), s_wide, (double[]?)null, (double[]?)null)),
        ];
        IReadOnlyList<CoverageShare> coverage = Board(cases).Coverage(Forecasters.Model, 1);
        Assert.Equal([(0.5, 20, 40), (0.8, 20, 40), (0.95, 20, 40)], coverage.Select(c => (c.Nominal, c.Covered, c.Cases)));
        Assert.Equal((0.5, 0, 1), (coverage[1].Share, coverage[1].Low, coverage[1].High));
        (Observation, double[], double[]?, double[]?)[] spread = [.. Enumerable.Range(0, 40).Select(i => (Observed(i < 20 ? 50 : 99, $"f{i}"), s_wide, (double[]?)null, (double[]?)null))];
        CoverageShare many = Board(spread).Coverage(Forecasters.Model, 1)[1];
        Assert.Equal(0.5 - (1.645 * Math.Sqrt(0.25 / 40)), many.Low, 0.03); // 40 families of one case: as independent draws.
        Assert.Equal(0.5 + (1.645 * Math.Sqrt(0.25 / 40)), many.High, 0.03);
    }

    [Fact]
    public void The_file_has_a_row_for_each_forecast_and_each_observation_that_was_not_scored()
    {
        Observation[] all = [Observed(80, roundedTo: 5), Observed(null, "households")];
        ObservationWindow window = new Observations(all, []).Within(Origin, s_horizon);
        ScoreBoard board = ScoreBoard.Of([Model(window.Scored[0], s_wide)], [Rival(window.Scored[0], Forecasters.LastValuePoint, [70])], window, Origin);
        using MemoryStream stream = new();
        ScoresFile.Write(stream, board);
        string[] lines = Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');
        Assert.Equal(ScoresFile.Header, lines[0]);
        Assert.StartsWith("2016-03-31,cla,Kent,2017-03-31,1,model,101,50,2.5,10,25,75,90,97.5,80,5,-30,37.5,0,1,1,", lines[1], StringComparison.Ordinal);
        Assert.Equal("2016-03-31,cla,Kent,2017-03-31,1,last-value-point,1,70,70,70,70,70,70,70,80,5,-10,12.5,0,0,0,10,100,1,here,", lines[2]);
        Assert.Equal("2016-03-31,households,Kent,2017-03-31,1,,,,,,,,,,,0,,,,,,,,,here,suppressed", lines[3]);
        Assert.All(lines, line => Assert.Equal(ScoresFile.Header.Split(',').Length, line.Split(',').Length));
    }

    [Fact]
    public void The_folder_of_results_takes_the_file()
    {
        using TemporaryFolder folder = new();
        using OutputFolder output = OutputFolder.Open(folder.Path);
        output.Write(ScoresFile.Name, stream => ScoresFile.Write(stream, Board()));
        Assert.Equal(ScoresFile.Header + "\n", File.ReadAllText(folder.In(ScoresFile.Name)));
    }

    [Fact]
    public void Tables_show_misses_and_the_best()
    {
        ScoreBoard board = Board((Observed(50), s_wide, [52], null), (Observed(99, "cla-uasc"), s_wide, [80], [20]), (Observed(1234, "households"), [1240, 1241], null, null));
        string[] rows = MarkdownTables.ByMeasure(board, Origin).TrimEnd('\n').Split('\n');
        Assert.Equal("| `cla` | 2017-03-31 | 50.0 | 50.0 | 10.0 to 90.0 | 0.0 | 8.2 | **2.0** | - | - |", rows[2]);
        Assert.StartsWith("| `cla-uasc` | 2017-03-31 | 99.0 \\*\\* | 50.0 | 10.0 to 90.0 | -49.0 | ", rows[3], StringComparison.Ordinal);
        Assert.StartsWith("| `households` | 2017-03-31 | 1,234 \\*\\* | 1,240 ", rows[4], StringComparison.Ordinal);
        Assert.Contains("| model | 3 | 33% (", MarkdownTables.Coverage(board, 1), StringComparison.Ordinal);
        Assert.Contains("| last value | 0 of 2 (0%) | ", MarkdownTables.Wins(board), StringComparison.Ordinal);
        Assert.Equal(2, MarkdownTables.Unscored(board, Origin).TrimEnd('\n').Split('\n').Length);
    }

    private static ScoreBoard Board(params (Observation Observed, double[] Model, double[]? Last, double[]? Constant)[] cases) => Board(Origin, cases);

    private static ScoreBoard Board(DateOnly origin, params (Observation Observed, double[] Model, double[]? Last, double[]? Constant)[] cases)
    {
        ObservationWindow window = new Observations(cases.Select(c => c.Observed), []).Within(origin, s_horizon);
        IEnumerable<Forecast> rivals = cases.SelectMany(c => new[] { (Forecasters.LastValue, c.Last), (Forecasters.ConstantRates, c.Constant) }
            .Where(rival => rival.Item2 is not null)
            .Select(rival => new Forecast(origin, rival.Item1, c.Observed, rival.Item2!)));
        return ScoreBoard.Of(cases.Select(c => new Forecast(origin, Forecasters.Model, c.Observed, c.Model)), rivals, window, origin);
    }

    private static Forecast Model(Observation observation, double[] values) => new(Origin, Forecasters.Model, observation, values);

    private static Forecast Rival(Observation observation, string forecaster, double[] values) => new(Origin, forecaster, observation, values);
}
