using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Report;
using KentSufficiency.ScenariosTests.Levers;
using KentSufficiency.ScenariosTests.Output;

namespace KentSufficiency.ScenariosTests.Report;

/// <summary>The tile map and the limits that ship, and their rules.</summary>
public sealed class ReportDataTests
{
    [Fact]
    public void Every_district_has_one_tile_roughly_where_it_lies()
    {
        var districts = KentDistricts.Load(DataFolder.Locate()).All.ToDictionary(district => district.Name);
        Assert.Equal(districts.Keys.Order(), Reports.Data.Tiles.Select(tile => tile.District).Order());
        foreach (DistrictTile west in Reports.Data.Tiles)
        {
            Assert.All(
                Reports.Data.Tiles.Where(east => east.Row == west.Row && east.Column > west.Column),
                east => Assert.True(districts[east.District].Ground.EastMiles > districts[west.District].Ground.EastMiles, $"{west.District}, {east.District}"));
        }
    }

    [Fact]
    public void What_is_left_out_is_told() => Assert.True(Reports.Data.Limits.Count > 4);

    [Theory]
    [InlineData("Dover,1,1\nDover,2,1", "two tiles lie on each other, or one district has two")]
    [InlineData("Dover,1,1\nThanet,1,1", "two tiles lie on each other, or one district has two")]
    [InlineData("Dover,0,1", "a tile's place is a whole number from 1 to 12")]
    [InlineData("Dover,1.5,1", "a tile's place is a whole number from 1 to 12")]
    public void A_tile_that_breaks_a_rule_is_refused(string rows, string rule)
    {
        using var folder = new TemporaryFolder();
        folder.Write("geography/tiles.csv", $"district,column,row\n{rows}\n");
        folder.Write("limits.csv", "id,title,text\n");
        Assert.Contains(rule, Assert.Throws<EvidenceException>(() => ReportData.Load(RealLevers.Catalogue, folder.Path)).Message);
    }
}
