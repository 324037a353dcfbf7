using KentSufficiency.Scenarios.Evidence;

namespace KentSufficiency.ScenariosTests.Evidence;

public class KentDistrictsTests
{
    private static readonly string[] Districts = File.ReadAllLines(Path.Combine(DataFolder.Locate(), "geography/districts.csv"));
    private static readonly string[] Outside = File.ReadAllLines(Path.Combine(DataFolder.Locate(), "geography/outside.csv"));

    [Fact]
    public void A_district_too_few_is_refused()
    {
        using PlantedData data = Copy(Districts[..^1]);

        Assert.Contains("11 districts", Refusal(data).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_that_do_not_sum_to_one_are_refused()
    {
        using PlantedData data = Copy([.. Districts[..^1], Districts[^1].Replace("0.081669", "0.091669", StringComparison.Ordinal)]);

        Assert.Equal("population_share", Assert.Single(Refusal(data).Errors).Column);
    }

    [Theory]
    [InlineData("area", ",West,", ",Middle,")]
    [InlineData("population_8_19", ",17952,", ",17952.5,")]
    [InlineData("population_8_19", ",17952,", ",-1,")]
    [InlineData("population_page", ",365-378,", ",,")]
    [InlineData("population_source", ",kcc-2019-10,", ",hearsay,")]
    [InlineData("centre_kind", ",assumed,assumed,", ",guessed,assumed,")]
    [InlineData("centre_source", ",assumed,assumed,", ",assumed,hearsay,")]
    [InlineData("radius_miles", ",6.4,", ",0,")]
    [InlineData("id", "tunbridge-wells,", "thanet,")]
    public void A_wrong_district_is_refused_with_its_column(string column, string right, string wrong)
    {
        Assert.Contains(right, Districts[^1], StringComparison.Ordinal);
        using PlantedData data = Copy([.. Districts[..^1], Districts[^1].Replace(right, wrong, StringComparison.Ordinal)]);

        EvidenceError error = Assert.Single(Refusal(data).Errors);
        Assert.Equal(("geography/districts.csv", 13, column), (error.File, error.Line, error.Column));
    }

    private static PlantedData Copy(string[] districts)
    {
        PlantedData data = new PlantedData().Write("geography/districts.csv", districts).Write("geography/outside.csv", Outside);
        return data.Write("sources.csv", File.ReadAllLines(Path.Combine(DataFolder.Locate(), "sources.csv")));
    }

    private static EvidenceException Refusal(PlantedData data) =>
        Assert.Throws<EvidenceException>(() => KentDistricts.Load(data.Path));
}
