using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Schools;

namespace KentSufficiency.ScenariosTests.Schools;

/// <summary>The folder <c>data/schools</c> is held to its rules when it is read.</summary>
public sealed class EstateDataTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kent-schools").FullName;

    public EstateDataTests()
    {
        string from = DataFolder.Locate();
        foreach (string file in Directory.EnumerateFiles(from, "*.csv", SearchOption.AllDirectories))
        {
            string to = Path.Combine(_folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("named.csv", ",gravesham,", ",medway,", "is no district")]
    [InlineData("named.csv", ",infant,", ",nursery,", "is none of")]
    [InlineData("named.csv", ",kcc-2014-07,", ",kcc-1914-07,", "kcc-1914-07")]
    [InlineData("planning-areas.csv", ",assumed,", ",guessed,", "is none of")]
    [InlineData("baselines.csv", "2019,special-fill,0.985,", "2019,special-fill,1.2,", "between a low and a high")]
    [InlineData("baselines.csv", "2019,resource-fill,", "2019,special-fill,", "is used twice")]
    [InlineData("districts.csv", "cohort_growth", "growth", "header must be exactly")]
    public void A_row_that_breaks_a_rule_is_refused_by_name(string file, string good, string bad, string message)
    {
        string path = Path.Combine(_folder, "schools", file);
        string text = File.ReadAllText(path);
        Assert.Contains(good, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(good, bad, StringComparison.Ordinal));

        EvidenceException error = Assert.Throws<EvidenceException>(() => CountySchools.Load(_folder, EstateCounty.July2019));

        Assert.Contains($"schools/{file}", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_of_2019_do_not_reach_the_county_of_2014()
    {
        foreach (string file in Directory.EnumerateFiles(_folder, "schools-2019.csv", SearchOption.AllDirectories))
        {
            string[] lines = File.ReadAllLines(file);
            File.WriteAllLines(file, lines[..1]);
        }

        CountySchools county = CountySchools.Load(_folder, EstateCounty.January2014);

        Assert.Equal(EstateCounty.Of(2014).Estate.Schools, county.Estate.Schools);
        Assert.Equal(EstateCounty.Of(2014).Residents.Length, county.Residents.Length);
    }
}
