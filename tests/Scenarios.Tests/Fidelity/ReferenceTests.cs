using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Fidelity;
using KentSufficiency.Scenarios.Fidelity.Facts;
using KentSufficiency.Scenarios.Fidelity.Page;
using KentSufficiency.Scenarios.Fidelity.Reference;
using KentSufficiency.Scenarios.Report;
using KentSufficiency.ScenariosTests.Output;
using KentSufficiency.ScenariosTests.Ssda903;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Fidelity;

/// <summary>What a cohort is compared with.</summary>
public sealed class ReferenceTests : IDisposable
{
    private const string Header = "measure,geography,date,value\n";

    private static readonly EvidenceReference s_evidence = EvidenceReference.OfKent(EvidenceLibrary.Load(DataFolder.Locate()), null);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(2014, 2015)]
    [InlineData(2016, 2016)]
    [InlineData(2024, 2017)]
    public void The_release_of_the_nearest_day_is_taken(int year, int expected)
    {
        var near = new DateOnly(year, 3, 31);
        s_evidence.Table(Marginal.Age, near)!.Date.ShouldBe(new DateOnly(expected, 3, 31));
        s_evidence.Value(NumberIds.TwelveMonths, near)!.Date.ShouldBe(new DateOnly(expected, 3, 31));
    }

    [Fact]
    public void Rates_are_over_the_mean_of_the_stocks_of_both_ends_of_the_year()
    {
        s_evidence.Value(NumberIds.Ends, new DateOnly(2017, 3, 31))!.Value.ShouldBe(1310 / ((1898 + 2310) / 2.0), 1e-12);
        s_evidence.Value(NumberIds.Moves, new DateOnly(2017, 3, 31))!.Value.ShouldBe(1468 / ((1898 + 2310) / 2.0), 1e-12);
    }

    [Fact]
    public void A_file_is_read_with_what_its_publisher_withheld()
    {
        EvidenceReference file = Read("cla-by-sex/female,Kent,2024-03-31,600\ncla-by-sex/male,Kent,2024-03-31,900\ncla-by-age/under-1,Kent,2024-03-31,x\n");
        ReferenceTable sexes = file.Table(Marginal.All.Single(marginal => marginal.Id == "sex"), new DateOnly(2020, 3, 31))!;
        sexes.Counts["male"].ShouldBe(900);
        file.Table(Marginal.Age, new DateOnly(2024, 3, 31)).ShouldBeNull();
        file.UnaccompaniedShare(new DateOnly(2024, 3, 31)).ShouldBeNull();
    }

    [Fact]
    public void Of_several_places_one_must_be_Kent()
    {
        Should.Throw<FidelityException>(() => Read("cla,Surrey,2024-03-31,900\ncla,Essex,2024-03-31,1000\n")).Message.ShouldContain("none is Kent");
        Read("cla,Surrey,2024-03-31,900\n").Title.ShouldContain("Surrey");
    }

    [Fact]
    public void A_row_that_cannot_be_used_is_refused_with_its_line()
    {
        Should.Throw<ObservationException>(() => Read("cla,Kent,31/03/2024,900\n")).Errors[0].Line.ShouldBe(2);
        Should.Throw<ObservationException>(() => Read("cla,Kent,2024-03-31,-5\n")).Message.ShouldContain("negative");
    }

    [Fact]
    public void What_is_neither_a_file_nor_a_folder_is_refused()
    {
        ReturnFolders.Write(_folder.In("small"), SmallReturn.Both);
        Should.Throw<FidelityException>(() => new FidelityStudy(DataFolder.Locate()).Run("small", "nothing.csv", _folder.Path)).Message.ShouldContain("neither a file nor a folder");
    }

    [Fact]
    public void The_page_of_returns_without_a_manifest_warns_that_they_may_be_real()
    {
        CareFacts facts = ReturnFacts.Of("small", SmallReturn.Both, synthetic: false);
        ReportDocument page = FidelityPage.Compose(new FidelityStudy(DataFolder.Locate()).Compare(facts, s_evidence));
        page.Sections[0].Blocks.OfType<Notice>().ShouldHaveSingleItem().Text.ShouldContain("Small numbers on this page are not withheld");
        HtmlReport.Render(page, null).ShouldNotContain("All people in it are synthetic");
    }

    private EvidenceReference Read(string rows) => PublishedFile.Read(_folder.Write("counts.csv", Header + rows), "counts.csv", null);
}
