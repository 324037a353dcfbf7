using System.Globalization;
using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.Scenarios.Calibration;
using KentSufficiency.Scenarios.Experiments;
using KentSufficiency.ScenariosTests.Calibration;
using Shouldly;

namespace KentSufficiency.ScenariosTests.BackCast;

public sealed class BackCastRunTests : IDisposable
{
    private static readonly DateOnly s_origin = new(2015, 3, 31);
    private static readonly CalibrationSettings s_quick = new(Particles: 20, Replications: 2, Rounds: 1, Rows: 10, Seed: 1);
    private static readonly BackCastSettings s_settings = new(
        s_origin, new DateOnly(2016, 3, 31), GivenThings.None, PublishedOnly: false, Estimated: true, Replications: 8, s_quick, Threads: 2);

    private readonly PastData _data = new();

    public void Dispose() => _data.Dispose();

    /// <summary>
    /// An impossible future is planted everywhere: in the evidence of later days, in what was published later of earlier days by others than the
    /// council, and in assumptions that were not known. Nothing changes.
    /// </summary>
    [Fact]
    public void Nothing_that_was_not_known_at_the_origin_changes_the_back_cast()
    {
        string before = Digest(s_settings);
        _data.Edit("evidence/dfe-2015-2017.csv", lines => lines.Select(line => IsOf(line, "2016-03-31", "2017-03-31") ? With(line, 4, "987654") : line));
        _data.Edit("evidence/scorecard-2019.csv", lines => [.. lines,
            "planted/kent/2015-03-31,cla-by-age/1-4,Kent,2015-03-31,99999,children,observed,kcc-2019-10,290,2019-10-01,published later"]);
        foreach (string file in (string[])["care", "placement", "fostering", "unaccompanied", "front-door", "initial"])
        {
            _data.Edit($"assumptions/{file}.csv", lines => lines.Select(line =>
                line.EndsWith("meaning", StringComparison.Ordinal) || !line.Contains(",log-normal,", StringComparison.Ordinal) || !Known2019(line) ? line : Absurd(line)));
        }

        Digest(s_settings).ShouldBe(before);
    }

    [Fact]
    public void What_was_known_changes_it()
    {
        string before = Digest(s_settings);
        _data.Edit("evidence/dfe-2015-2017.csv", lines => lines.Select(line =>
            line.StartsWith("cla-started/kent/2015-03-31,", StringComparison.Ordinal) ? With(line, 4, "700") : line));
        Digest(s_settings).ShouldNotBe(before);
    }

    [Fact]
    public void Arrivals_are_read_from_the_future_only_where_they_are_given()
    {
        BackCastSettings given = s_settings with { Given = GivenThings.UascArrivals, Estimated = false };
        using BackCastResult without = Run(given with { Given = GivenThings.None });
        using BackCastResult with = Run(given);
        without.Future.Levers.ShouldBeEmpty();
        with.Future.Levers.Select(lever => lever.Value).ShouldBe([910]);
        Mean(with, "cla-started-uasc", 12).ShouldBeInRange(850, 970); // Poisson about 910, eight times: a standard error of 11.
        Mean(without, "cla-started-uasc", 12).ShouldBeLessThan(700);
    }

    [Fact]
    public void The_county_starts_with_the_children_that_were_counted()
    {
        using BackCastResult result = Run(s_settings with { Estimated = false });
        foreach ((string measure, double counted) in (ReadOnlySpan<(string, double)>)[("cla", 1870), ("cla-uasc", 367), ("cla-by-age/under-1", 74), ("cla-by-age/1-4", 130), ("cla-by-age/10-15", 705)])
        {
            Values(result, measure, 0).ShouldAllBe(value => value == counted);
        }

        // Placements are met as nearly as homes allow.
        Mean(result, "cla-by-group/foster", 0).ShouldBe(1380, 60);
        Mean(result, "cla-by-group/community", 0).ShouldBe(197, 40);
        result.County!.Remarks.ShouldContain(remark => remark.Contains("derived from 1292 children with provider PR1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2013-03-31", true, "cla-by-age/under-1")]
    [InlineData("2014-03-31", true, "cla-by-age/under-1")]
    [InlineData("2013-03-31", false, "cla, cla-uasc")]
    public void A_day_of_which_too_little_is_known_is_refused_with_the_series_that_is_missing(string from, bool estimated, string missing)
    {
        BackCastSettings settings = s_settings with { From = DateOnly.Parse(from, CultureInfo.InvariantCulture), Estimated = estimated };
        Should.Throw<BackCastException>(() => Run(settings)).Message.ShouldContain(missing);
    }

    [Fact]
    public void With_published_figures_only_the_council_starts_from_those_of_the_year_before()
    {
        BackCastSettings published = s_settings with { From = new DateOnly(2016, 3, 31), To = new DateOnly(2017, 3, 31), PublishedOnly = true, Estimated = false };
        using BackCastResult result = Run(published);
        result.County!.Date.ShouldBe(new DateOnly(2015, 3, 31));
    }

    private BackCastResult Run(BackCastSettings settings) =>
        new BackCastRun(_data.Data, _data.Evidence, PastData.Scenarios, _data.Scratch).Run(settings, progress: null, CancellationToken.None);

    private string Digest(BackCastSettings settings)
    {
        using BackCastResult result = Run(settings);
        return string.Join('\n', result.Results.ComputeDigest(), PosteriorFile.Digest(result.Estimated!.Sample));
    }

    private static double[] Values(BackCastResult result, string measure, int record)
    {
        ScenarioResults ensemble = result.Results.Scenarios[0];
        return ensemble.Read(record, ensemble.Measures.Index().First(item => item.Item.Id == measure && item.Item.Geography == "Kent").Index);
    }

    private static double Mean(BackCastResult result, string measure, int record) => Values(result, measure, record).Average();

    private static bool IsOf(string line, params string[] dates) =>
        dates.Any(date => line.Contains($",Kent,{date},", StringComparison.Ordinal) && !line.Contains($",Kent,{date},,", StringComparison.Ordinal));

    private static bool Known2019(string line) => line.Contains(",2019-10-01,", StringComparison.Ordinal) || line.Contains(",2017-09-28,", StringComparison.Ordinal);

    private static string With(string line, int column, string value)
    {
        string[] fields = line.Split(',');
        fields[column] = value;
        return string.Join(',', fields);
    }

    /// <summary>A thousand times the value and its range; in rows without quotation marks, whose commas part fields.</summary>
    private static string Absurd(string line)
    {
        string[] fields = line.Split(',');
        int known = Array.FindIndex(fields, field => field is "2019-10-01" or "2017-09-28");
        foreach (int column in (int[])[1, known + 1, known + 2])
        {
            fields[column] = (1000 * double.Parse(fields[column], CultureInfo.InvariantCulture)).ToString("R", CultureInfo.InvariantCulture);
        }

        return string.Join(',', fields);
    }
}
