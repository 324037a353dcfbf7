using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.ScenariosTests.Evidence;

public class EvidenceLibraryTests
{
    private const string Sound = "cla/1,cla,Kent,2019-07-31,1706,children,observed,paper,290,2019-10-01,";

    private static readonly DateOnly July = new(2019, 7, 31);

    [Fact]
    public void Sources_that_disagree_are_both_returned()
    {
        using PlantedData data = new PlantedData().Evidence(
            Sound, "cla/2,cla,Kent,2019-07-31,1700,children,assumed,assumed,-,2019-10-01,rounded");
        EvidenceLibrary library = EvidenceLibrary.Load(data.Path);

        Assert.Equal([1700.0, 1706.0], library.At("cla", "Kent", July).Select(value => value.Value));
        Assert.Empty(library.At("cla", "Thanet", July));
        Assert.True(library.TryGet("cla/1", out ObservedValue? value));
        Assert.Equal(EvidenceKind.Observed, value.Kind);
    }

    [Fact]
    public void A_series_leaves_out_what_was_not_yet_known()
    {
        using PlantedData data = new PlantedData().Evidence(Sound, "cla/0,cla,Kent,2018-03-31,1650,children,observed,paper,2,2018-11-15,");
        EvidenceLibrary library = EvidenceLibrary.Load(data.Path);

        Assert.Equal([1650.0, 1706.0], library.Series("cla", "Kent").Select(value => value.Value));
        Assert.Equal([1650.0], library.Series("cla", "Kent", knownBy: new DateOnly(2019, 9, 30)).Select(value => value.Value));
        Assert.Equal(2, library.Series("cla", "Kent", knownBy: new DateOnly(2019, 10, 1)).Count);
    }

    [Fact]
    public void A_suppressed_value_is_kept_and_says_so()
    {
        using PlantedData data = new PlantedData().Evidence("x,cla,Kent,2019-07-31,,children,observed,paper,290,2019-10-01,suppressed");

        Assert.True(Assert.Single(EvidenceLibrary.Load(data.Path).All).Suppressed);
    }

    [Theory]
    [InlineData("id", ",cpp,Kent,2019-07-31,1,children,observed,paper,290,2019-10-01,")]
    [InlineData("id", "cla/1,cpp,Kent,2019-07-31,1,children,observed,paper,290,2019-10-01,")]
    [InlineData("measure", "x,,Kent,2019-07-31,1,children,observed,paper,290,2019-10-01,")]
    [InlineData("measure", "x,cla,Kent,2019-07-31,1,children,observed,paper,290,2019-10-01,a second value of one source")]
    [InlineData("geography", "x,cpp,,2019-07-31,1,children,observed,paper,290,2019-10-01,")]
    [InlineData("date", "x,cpp,Kent,2019-07,1,children,observed,paper,290,2019-10-01,")]
    [InlineData("value", "x,cpp,Kent,2019-07-31,,children,observed,paper,290,2019-10-01,")]
    [InlineData("value", "x,cpp,Kent,2019-07-31,1,children,observed,paper,290,2019-10-01,suppressed")]
    [InlineData("value", "x,cpp,Kent,2019-07-31,Infinity,children,observed,paper,290,2019-10-01,")]
    [InlineData("unit", "x,cpp,Kent,2019-07-31,1,,observed,paper,290,2019-10-01,")]
    [InlineData("kind", "x,cpp,Kent,2019-07-31,1,children,seen,paper,290,2019-10-01,")]
    [InlineData("source", "x,cpp,Kent,2019-07-31,1,children,observed,hearsay,290,2019-10-01,")]
    [InlineData("page", "x,cpp,Kent,2019-07-31,1,children,observed,paper,-,2019-10-01,")]
    [InlineData("known_from", "x,cpp,Kent,2019-07-31,1,children,observed,paper,290,2019-07-30,known before its day")]
    [InlineData("-", "x,cpp,Kent,2019-07-31,1,children,observed,paper,290")]
    public void A_wrong_row_is_refused_with_its_place(string column, string row)
    {
        using PlantedData data = new PlantedData().Evidence(Sound, row);

        EvidenceException refusal = Assert.Throws<EvidenceException>(() => EvidenceLibrary.Load(data.Path));

        EvidenceError error = Assert.Single(refusal.Errors);
        Assert.Equal(("evidence/planted.csv", 3, column), (error.File, error.Line, error.Column));
    }

    [Fact]
    public void A_target_is_known_before_its_date()
    {
        using PlantedData data = new PlantedData().Evidence("x,scs19-target,Kent,2020-03-31,85,%,observed,paper,292,2019-10-01,");

        Assert.Single(EvidenceLibrary.Load(data.Path).All);
    }
}
