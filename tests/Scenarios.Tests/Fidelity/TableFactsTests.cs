using KentSufficiency.Scenarios.Fidelity;
using KentSufficiency.Scenarios.Fidelity.Facts;
using KentSufficiency.ScenariosTests.Output;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Fidelity;

/// <summary>A cohort as CSV tables, written by hand.</summary>
public sealed class TableFactsTests : IDisposable
{
    private const string Manifest = """{ "kind": "kent-cohort", "request": { "as_of": "2020-03-31", "history": "1" } }""";

    private const string Children =
        """
        child_id,family_id,sex,birth_date,ethnicity,unaccompanied,looked_after
        1,F1,female,2010-05-01,WBRI,false,true
        2,F1,male,2012-06-01,WBRI,false,true
        3,F1,male,2018-01-01,WBRI,false,false
        4,F4,male,2003-01-01,OOTH,true,true
        5,F5,female,2009-09-09,MWBC,false,true
        """;

    private const string Episodes =
        """
        child_id,number,care_began,start_date,end_date,legal_status,need,placement,provider,placement_number,placement_began,end_reason,move_reason
        1,1,2017-01-01,2018-01-01,2019-06-01,C2,N1,U6,PR1,2,2018-01-01,X1,
        1,2,2017-01-01,2019-06-01,,C2,N1,U4,PR1,2,2018-01-01,,
        2,1,2019-05-01,2019-05-01,2019-08-01,V2,N1,U6,PR1,1,2019-05-01,X1,CARPL
        2,2,2019-05-01,2019-08-01,,C2,N1,U6,PR4,2,2019-08-01,,
        4,1,2019-10-01,2019-10-01,,V2,N8,H5,PR4,1,2019-10-01,,
        5,1,2012-01-01,2012-01-01,2013-01-01,V2,N1,U6,PR1,1,2012-01-01,E4A,
        5,2,2019-07-01,2019-07-01,2019-09-01,V2,N1,U6,PR1,1,2019-07-01,E4A,
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_tells_what_a_return_would_and_brothers_and_sisters_besides()
    {
        CareFacts facts = Read();
        (facts.First, facts.Last, facts.Synthetic).ShouldBe((new DateOnly(2019, 4, 1), new DateOnly(2020, 3, 31), true));
        facts.Of(Counted.Stock).Select(fact => fact.Child.Id).ShouldBe(["1", "2", "4"]);
        facts.Of(Counted.Started).Select(fact => fact.Child.Id).ShouldBe(["2", "4", "5"]);
        facts.Of(Counted.Ceased).Select(fact => fact.Child.Id).ShouldBe(["5"]);
        facts.Of(Counted.Moves).Select(fact => fact.Child.Id).ShouldBe(["1", "2"]);
        facts.Siblings!.Sizes.ShouldBe([1, 1, 0, 0]);
        facts.Siblings.YearsApart.ShouldBe([0, 0, 1, 0, 0, 0, 0]);
    }

    [Fact]
    public void A_change_of_code_with_the_same_carers_does_not_begin_a_placement_anew()
    {
        FactChild child = Read().Children[0];
        child.Episodes[1].NewCarers.ShouldBeFalse();
        CarePeriods.PlacementStart(child, child.Episodes[1]).ShouldBe((new DateOnly(2018, 1, 1), true));
        CarePeriods.CareStart(child, child.Episodes[1]).ShouldBe((new DateOnly(2017, 1, 1), true));
    }

    [Theory]
    [InlineData("placement_began,", "began,", "care_episodes.csv has no column placement_began")]
    [InlineData("2019-10-01,2019-10-01", "2019-10-01,soon", "start_date: 'soon' is not a date")]
    [InlineData(",E4A,", ",E4A", "12 fields where the header has 13")]
    public void What_cannot_be_read_is_refused(string text, string instead, string told)
    {
        Write(Episodes.Replace(text, instead, StringComparison.Ordinal));
        Should.Throw<FidelityException>(() => FactsReader.Read(_folder.Path, "here")).Message.ShouldContain(told);
    }

    private CareFacts Read()
    {
        Write(Episodes);
        return FactsReader.Read(_folder.Path, "here");
    }

    private void Write(string episodes)
    {
        _folder.Write("manifest.json", Manifest);
        _folder.Write("children.csv", Children);
        _folder.Write("care_episodes.csv", episodes);
    }
}
