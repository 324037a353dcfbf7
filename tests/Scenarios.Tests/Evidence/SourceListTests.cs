using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.ScenariosTests.Evidence;

public class SourceListTests
{
    [Theory]
    [InlineData("title", "x,,A council,2019-10-01,Pages,OGL,no")]
    [InlineData("date", "x,A paper,A council,-,Pages,OGL,no")]
    [InlineData("licence", "x,A paper,A council,2019-10-01,Pages,,no")]
    [InlineData("own_return", "x,A paper,A council,2019-10-01,Pages,OGL,perhaps")]
    public void A_wrong_source_is_refused(string column, string row)
    {
        using PlantedData data = new PlantedData().Write("sources.csv", "id,title,publisher,date,reference,licence,own_return", row);

        EvidenceException refusal = Assert.Throws<EvidenceException>(() => SourceList.Load(data.Path));

        Assert.Equal(column, Assert.Single(refusal.Errors).Column);
    }

    [Fact]
    public void A_source_is_listed_once()
    {
        const string row = "x,A paper,A council,2019-10-01,Pages,OGL,no";
        using PlantedData data = new PlantedData().Write("sources.csv", "id,title,publisher,date,reference,licence,own_return", row, row);

        Assert.Equal(3, Assert.Single(Assert.Throws<EvidenceException>(() => SourceList.Load(data.Path)).Errors).Line);
    }

    [Fact]
    public void A_missing_list_is_said_to_be_missing()
    {
        using PlantedData data = new();
        File.Delete(Path.Combine(data.Path, "sources.csv"));

        Assert.Contains("missing", Assert.Throws<EvidenceException>(() => SourceList.Load(data.Path)).Message, StringComparison.Ordinal);
    }
}
