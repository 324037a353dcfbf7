using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.ScenariosTests.BackCast;

/// <summary>The project's evidence as observations. Expected values are printed ones, added by hand.</summary>
public sealed class EvidenceObservationsTests
{
    private static readonly Lazy<Observations> s_all = new(() => Observations.FromEvidence(EvidenceLibrary.Load(DataFolder.Locate()), Planted.Measures()));

    [Theory]
    [InlineData("cla", 2016, 2310.0)]
    [InlineData("cla-by-provider/PR4", 2017, 662.0)] // 24 + 10 + 546 + 82.
    [InlineData("cla-ceased-by-reason/E11-E12", 2017, 80.0)]
    [InlineData("cla-ceased-by-reason/E4A-E4B", 2016, 209.0)]
    [InlineData("cla-ceased-by-reason/E45", 2015, 55.0)]
    [InlineData("cla-ceased-by-reason/E5-E6-E8-E17", 2017, 585.0)] // 414 + 52 + 109 + 7, and a suppressed one of 1 to 5.
    [InlineData("cla-ceased-by-reason/E9", 2016, null)]
    [InlineData("cla-by-group/residential-school", 2015, null)]
    [InlineData("placed-over-20-miles", 2017, 19.4)]
    [InlineData("enquiries", 2018, 597.0)]
    [InlineData("households-approved", 2018, 81.0)]
    public void What_is_compared_is_what_was_printed(string measure, int year, double? value) => Assert.Equal(value, At(measure, year).Value);

    [Fact]
    public void All_reasons_of_ending_add_up_to_all_who_ceased()
    {
        string[] reasons = ["E11-E12", "E13", "E15", "E2", "E3", "E41", "E45", "E4A-E4B", "E5-E6-E8-E17", "E7", "E9"];
        double sum = reasons.Sum(reason => At($"cla-ceased-by-reason/{reason}", 2017).Value ?? 3);
        Assert.Equal(At("cla-ceased", 2017).Value!.Value, sum, tolerance: 4); // Two suppressed ones, each 2 at most from 3.
    }

    [Fact]
    public void What_Ofsted_rounded_is_known_to_be_rounded() =>
        Assert.Equal((725, 5), (At("households", 2018).Value!.Value, At("households", 2018).RoundedTo));

    [Theory]
    [InlineData("cla-ceased-by-reason/E11")]
    [InlineData("unplanned-endings")]
    [InlineData("placed-out-of-county-count")]
    public void What_means_something_else_is_left_out_with_the_reason(string measure)
    {
        Assert.DoesNotContain(s_all.Value.All, observation => observation.Measure.Id == measure);
        Assert.NotEmpty(Planted.Measures().NotCompared[measure]);
    }

    [Fact]
    public void A_suppressed_part_that_matters_suppresses_the_sum()
    {
        EvidencePart[] parts = [new("cla-by-group/residential-school", null), new("cla-by-group/parents", null)];
        ComparedMeasure measure = Planted.Measure("sum") with { EvidenceParts = parts };
        EvidenceSum sum = EvidenceSum.Of(EvidenceLibrary.Load(DataFolder.Locate()), measure).First(s => s.First.Date.Year == 2015);
        Assert.True(sum.First.Suppressed); // 31 and one of 1 to 5: 4 is more than a twentieth of 31.
    }

    [Fact]
    public void The_first_publication_counts_and_later_ones_are_kept_beside_it()
    {
        ComparedMeasure measure = Planted.Measure("enquiries");
        EvidenceSum sum = EvidenceSum.Of(EvidenceLibrary.Load(DataFolder.Locate()), measure).First(s => s.First.Date.Year == 2018);
        Assert.Equal((605, 597), (sum.First.Value!.Value, Assert.Single(sum.Later).Value!.Value));
    }

    [Fact]
    public void Every_row_of_the_data_names_measures_of_the_evidence()
    {
        EvidenceLibrary evidence = EvidenceLibrary.Load(DataFolder.Locate());
        IEnumerable<string> unknown = ComparisonRule.Load(DataFolder.Locate()).Values
            .Where(rule => rule.Compared)
            .SelectMany(rule => rule.EvidenceParts)
            .Where(part => !evidence.All.Any(value => value.Measure == part.Measure && (part.Source is null || value.Source == part.Source)))
            .Select(part => part.Measure);
        Assert.Empty(unknown);
    }

    [Fact]
    public void An_origin_knows_nothing_later_and_where_asked_nothing_unpublished()
    {
        Assert.All(s_all.Value.KnownAt(Planted.Origin), known => Assert.True(known.Date <= Planted.Origin));
        Assert.Contains(s_all.Value.KnownAt(Planted.Origin), known => known.Date == Planted.Origin);
        Assert.DoesNotContain(s_all.Value.KnownAt(Planted.Origin, publishedBy: Planted.Origin), known => known.Date == Planted.Origin);
    }

    [Fact]
    public void Every_observation_is_scored_or_told_why_not()
    {
        ObservationWindow window = s_all.Value.Within(Planted.Origin, new DateOnly(2018, 3, 31));
        Assert.Equal(s_all.Value.All.Count, window.Scored.Count + window.NotScored.Count);
        string Reason(string measure, int year) => window.NotScored.Single(n => n.Observation.Measure.Id == measure && n.Observation.Date.Year == year).Reason;
        Assert.Equal(NotScored.BeforeOrigin, Reason("cla-uasc", 2016));
        Assert.Equal(NotScored.Suppressed, Reason("cla-ceased-by-reason/E2", 2017));
        Assert.Equal(NotScored.AfterHorizon, Reason("enquiries", 2019));
    }

    [Fact]
    public void Others_take_the_place_of_what_is_there()
    {
        Observations file = new([At("cla", 2017) with { Value = 1899 }], []);
        Observations both = s_all.Value.With(file);
        Assert.Equal(s_all.Value.All.Count, both.All.Count);
        Assert.Equal(1899, both.All.Single(o => o.Measure.Id == "cla" && o.Date.Year == 2017 && o.Measure.Geography == "Kent").Value);
    }

    [Theory]
    [InlineData(RecordRule.Near, "2019-03-27", "2019-03-31")]
    [InlineData(RecordRule.Near, "2019-04-03", "2019-03-31")]
    [InlineData(RecordRule.Near, "2019-04-15", "2019-04-15")]
    [InlineData(RecordRule.JanuaryBefore, "2018-07-31", "2018-01-31")]
    [InlineData(RecordRule.JanuaryBefore, "2018-01-15", "2017-01-31")]
    [InlineData(RecordRule.JanuaryAfter, "2018-04-16", "2019-01-31")]
    [InlineData(RecordRule.JanuaryAfter, "2019-04-16", "2019-07-31")]
    public void A_day_is_compared_with_a_record_date(RecordRule rule, string day, string expected)
    {
        Observation observation = new(Planted.Measure("a", recorded: rule), DateOnly.Parse(day), 1, 0, null, "", "");
        Assert.Equal(DateOnly.Parse(expected), observation.RecordDate(new DateOnly(2019, 7, 31)));
    }

    [Fact]
    public void Parts_of_a_run_are_added_replication_by_replication()
    {
        ComparedMeasure measure = Planted.Measure("sum") with { ModelParts = ["a", "b"] };
        Assert.Equal([11, 22], measure.Sum(part => part == "a" ? [1, 2] : [10, 20]));
    }

    private static Observation At(string measure, int year) =>
        s_all.Value.All.Single(o => o.Measure.Id == measure && o.Measure.Geography == "Kent" && o.Date == new DateOnly(year, 3, 31));
}
