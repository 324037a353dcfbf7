using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.ScenariosTests.Evidence;

public class DataTablesTests
{
    private const string Sound = "cla/1,cla,Kent,2019-07-31,1706,children,observed,paper,290,2019-10-01,";

    [Fact]
    public void A_table_is_read_once_for_all_who_ask()
    {
        using PlantedData data = new PlantedData().Evidence(Sound);
        var tables = new DataTables(data.Path);
        tables.ReadAhead();
        Assert.Same(tables.Evidence, tables.Evidence);
        Assert.Single(tables.Evidence.All);
    }

    /// <summary>Who reads ahead tells nothing: what is wrong comes to whoever needs the table, each time with all breaches.</summary>
    [Fact]
    public void What_is_wrong_with_a_table_that_was_read_ahead_is_told_to_who_asks_for_it()
    {
        using PlantedData data = new PlantedData().Evidence(Sound, Sound);
        string expected = Assert.Throws<EvidenceException>(() => EvidenceLibrary.Load(data.Path)).Message;
        var tables = new DataTables(data.Path);
        tables.ReadAhead();
        Assert.Equal(expected, Assert.Throws<EvidenceException>(() => tables.Evidence).Message);
        Assert.Equal(expected, Assert.Throws<EvidenceException>(() => tables.Evidence).Message);
    }
}
