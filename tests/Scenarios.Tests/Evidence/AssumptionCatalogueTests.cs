using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.ScenariosTests.Evidence;

public class AssumptionCatalogueTests
{
    private const string Sound = "fostering/enquiries,590,households,year,observed,paper,211,2019-10-01,,,none,yes,Enquiries in a year.";
    private const string Share = "fostering/conversion,0.13,share,year,assumed,assumed,-,2019-10-01,0.10,0.17,logit-normal,no,Approved.";
    private const string Days = "matching/days,14,days,year,assumed,assumed,-,2019-10-01,7,28,log-normal,no,Days to match.";

    [Fact]
    public void Sound_rows_are_read_in_order_of_id()
    {
        using PlantedData data = new PlantedData().Assumptions(Days, Sound, Share);
        AssumptionCatalogue catalogue = AssumptionCatalogue.Load(data.Path);

        Assert.Equal(["fostering/conversion", "fostering/enquiries", "matching/days"], catalogue.All.Select(assumption => assumption.Id));
        Assumption enquiries = catalogue["fostering/enquiries"];
        Assert.Equal(
            new Assumption(
                "fostering/enquiries", 590, "households", "year", EvidenceKind.Observed, "paper", "211", new DateOnly(2019, 10, 1),
                null, null, RangeDistribution.None, true, "Enquiries in a year."),
            enquiries);
        Assert.Equal(0.17, catalogue["fostering/conversion"].High);
        Assert.Equal(RangeDistribution.LogNormal, catalogue["matching/days"].Distribution);
        Assert.Equal(1, catalogue.IndexOf("fostering/enquiries"));
        Assert.True(catalogue.TryGet("matching/days", out _));
        Assert.False(catalogue.TryGet("matching/Days", out _));
    }

    [Fact]
    public void An_unknown_id_is_refused_with_the_nearest_one()
    {
        using PlantedData data = new PlantedData().Assumptions(Days, Sound, Share);
        AssumptionCatalogue catalogue = AssumptionCatalogue.Load(data.Path);

        Assert.Equal("fostering/enquiries", catalogue.Nearest("fostering/enquirys"));
        KeyNotFoundException refusal = Assert.Throws<KeyNotFoundException>(() => catalogue["fostering/enquirys"]);
        Assert.Contains("Did you mean 'fostering/enquiries'?", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_assumptions_is_empty_and_suggests_nothing()
    {
        using PlantedData data = new();
        AssumptionCatalogue catalogue = AssumptionCatalogue.Load(data.Path);

        Assert.Empty(catalogue.All);
        Assert.Null(catalogue.Nearest("anything"));
    }

    [Theory]
    [InlineData("id", ",590,households,year,observed,paper,211,2019-10-01,,,none,yes,Meaning.")]
    [InlineData("id", "two words,590,households,year,observed,paper,211,2019-10-01,,,none,yes,Meaning.")]
    [InlineData("value", "a,,households,year,observed,paper,211,2019-10-01,,,none,yes,Meaning.")]
    [InlineData("value", "a,lots,households,year,observed,paper,211,2019-10-01,,,none,yes,Meaning.")]
    [InlineData("value", "a,\"1,706\",households,year,observed,paper,211,2019-10-01,,,none,yes,Meaning.")]
    [InlineData("value", "a,NaN,households,year,observed,paper,211,2019-10-01,,,none,yes,Meaning.")]
    [InlineData("value", "a,1e999,households,year,observed,paper,211,2019-10-01,,,none,yes,Meaning.")]
    [InlineData("unit", "a,590,,year,observed,paper,211,2019-10-01,,,none,yes,Meaning.")]
    [InlineData("period", "a,590,households,,observed,paper,211,2019-10-01,,,none,yes,Meaning.")]
    [InlineData("period", "a,590,households, year,observed,paper,211,2019-10-01,,,none,yes,Meaning.")]
    [InlineData("kind", "a,590,households,year,,paper,211,2019-10-01,,,none,yes,Meaning.")]
    [InlineData("kind", "a,590,households,year,guessed,paper,211,2019-10-01,,,none,yes,Meaning.")]
    [InlineData("source", "a,590,households,year,observed,,211,2019-10-01,,,none,yes,Meaning.")]
    [InlineData("source", "a,590,households,year,observed,hearsay,211,2019-10-01,,,none,yes,Meaning.")]
    [InlineData("page", "a,590,households,year,observed,paper,,2019-10-01,,,none,yes,Meaning.")]
    [InlineData("page", "a,590,households,year,observed,paper,-,2019-10-01,,,none,yes,Meaning.")]
    [InlineData("known_from", "a,590,households,year,observed,paper,211,,,,none,yes,Meaning.")]
    [InlineData("known_from", "a,590,households,year,observed,paper,211,1 October 2019,,,none,yes,Meaning.")]
    [InlineData("known_from", "a,590,households,year,observed,paper,211,2019-02-30,,,none,yes,Meaning.")]
    [InlineData("distribution", "a,590,households,year,observed,paper,211,2019-10-01,,,,yes,Meaning.")]
    [InlineData("distribution", "a,590,households,year,observed,paper,211,2019-10-01,,,normal,yes,Meaning.")]
    [InlineData("lever", "a,590,households,year,observed,paper,211,2019-10-01,,,none,,Meaning.")]
    [InlineData("lever", "a,590,households,year,observed,paper,211,2019-10-01,,,none,perhaps,Meaning.")]
    [InlineData("meaning", "a,590,households,year,observed,paper,211,2019-10-01,,,none,yes,")]
    [InlineData("distribution", "a,14,days,year,assumed,assumed,-,2019-10-01,,,none,no,Assumed without a range.")]
    [InlineData("distribution", "a,14,days,year,observed,paper,211,2019-10-01,7,28,none,no,A range of no distribution.")]
    [InlineData("low", "a,14,days,year,assumed,assumed,-,2019-10-01,,28,log-normal,no,No low.")]
    [InlineData("high", "a,14,days,year,national,paper,3,2019-10-01,7,,log-normal,no,No high.")]
    [InlineData("low", "a,14,days,year,assumed,assumed,-,2019-10-01,15,28,log-normal,no,Value below low.")]
    [InlineData("low", "a,14,days,year,assumed,assumed,-,2019-10-01,7,13,log-normal,no,Value above high.")]
    [InlineData("low", "a,14,days,year,assumed,assumed,-,2019-10-01,14,14,log-normal,no,No width.")]
    [InlineData("low", "a,14,days,year,assumed,assumed,-,2019-10-01,0,28,log-normal,no,A low of zero.")]
    [InlineData("low", "a,0.1,share,year,assumed,assumed,-,2019-10-01,0,0.2,logit-normal,no,A low of zero.")]
    [InlineData("high", "a,0.9,share,year,assumed,assumed,-,2019-10-01,0.8,1,logit-normal,no,A high of one.")]
    [InlineData("high", "a,13,share,year,assumed,assumed,-,2019-10-01,10,17,logit-normal,no,A share in per cent.")]
    [InlineData("unit", "a,0.5,miles,year,assumed,assumed,-,2019-10-01,0.4,0.6,logit-normal,no,Not a share.")]
    [InlineData("unit", "a,0.5,share,year,assumed,assumed,-,2019-10-01,0.4,0.6,log-normal,no,A share that may pass 1.")]
    [InlineData("id", "fostering/enquiries,1,households,year,observed,paper,211,2019-10-01,,,none,yes,Twice.")]
    [InlineData("-", "a,590,households,year,observed,paper,211,2019-10-01,,,none,yes,A sentence, with a comma.")]
    [InlineData("-", "a,590,households")]
    [InlineData("-", "a,590,households,year,observed,paper,211,2019-10-01,,,none,yes,\"Quoted\" at the start.")]
    public void A_wrong_row_is_refused_with_its_place(string column, string row)
    {
        using PlantedData data = new PlantedData().Assumptions(Sound, row);

        EvidenceException refusal = Assert.Throws<EvidenceException>(() => AssumptionCatalogue.Load(data.Path));

        EvidenceError error = Assert.Single(refusal.Errors);
        Assert.Equal(("assumptions/planted.csv", 3, column), (error.File, error.Line, error.Column));
        Assert.Contains($"assumptions/planted.csv line 3, {column}: {error.Rule}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_errors_are_listed_and_not_only_the_first()
    {
        using PlantedData data = new PlantedData()
            .Assumptions("a,,households,year,guessed,hearsay,211,never,,,none,yes,Meaning.")
            .Write("assumptions/twin.csv", PlantedData.AssumptionHeader, Sound, Sound);

        EvidenceException refusal = Assert.Throws<EvidenceException>(() => AssumptionCatalogue.Load(data.Path));

        Assert.Equal(["value", "source", "kind", "known_from", "id"], refusal.Errors.Select(error => error.Column).OrderBy(Order));
        static int Order(string column) => Array.IndexOf(["value", "source", "kind", "known_from", "id"], column);
    }

    [Fact]
    public void An_id_is_used_once_over_all_files()
    {
        using PlantedData data = new PlantedData().Assumptions(Sound).Write("assumptions/z.csv", PlantedData.AssumptionHeader, Sound);

        EvidenceException refusal = Assert.Throws<EvidenceException>(() => AssumptionCatalogue.Load(data.Path));

        Assert.Equal(new EvidenceError("assumptions/z.csv", 2, "id", "'fostering/enquiries' is used twice"), Assert.Single(refusal.Errors));
    }

    [Fact]
    public void The_header_is_held_to_the_letter()
    {
        using PlantedData data = new PlantedData().Write("assumptions/planted.csv", "id,value,unit", Sound);

        EvidenceException refusal = Assert.Throws<EvidenceException>(() => AssumptionCatalogue.Load(data.Path));

        Assert.Equal(1, Assert.Single(refusal.Errors).Line);
    }

    [Fact]
    public void The_law_needs_no_page_and_no_range()
    {
        using PlantedData data = new PlantedData().Assumptions(
            "care/age-of-majority,18,years,since 1989,national,statute,-,1989-11-16,,,none,no,A child is looked after until 18 at most.");

        Assert.Equal(18, AssumptionCatalogue.Load(data.Path)["care/age-of-majority"].Value);
    }
}
