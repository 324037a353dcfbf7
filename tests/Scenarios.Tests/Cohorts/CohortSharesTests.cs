using KentSufficiency.Scenarios.Cohorts.Detail;
using KentSufficiency.Scenarios.Evidence;
using KentSufficiency.Scenarios.Ssda903;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Cohorts;

public sealed class CohortSharesTests
{
    private const int AnyYear = 2024;
    private static readonly CohortShares s_shares = CohortShares.Load(DataFolder.Locate());
    private static readonly CodeSets s_codes = CodeSets.Load(DataFolder.Locate());

    [Theory]
    [InlineData("ethnicity/", "ETHNIC")]
    [InlineData("sdq-reason", "SDQ_REASON")]
    [InlineData("review", "REVIEW_CODE")]
    [InlineData("missing-kind", "MISSING")]
    [InlineData("in-touch", "IN_TOUCH")]
    [InlineData("activity", "ACTIV")]
    [InlineData("accommodation/", "ACCOM")]
    [InlineData("previous-permanence", "PREV_PERM")]
    [InlineData("health/", "YES_NO")]
    public void Every_code_is_one_of_the_return(string tables, string set)
    {
        string[] names = [.. s_shares.Names.Where(name => name == tables || (tables.EndsWith('/') && name.StartsWith(tables, StringComparison.Ordinal)))];
        names.ShouldNotBeEmpty();
        names.SelectMany(name => s_shares[name].Codes).Where(code => !s_codes.IsKnown(set, code, AnyYear)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_ethnic_group_has_first_languages() =>
        s_shares.Names.Where(name => name is "ethnicity/looked-after" or "ethnicity/residents").SelectMany(name => s_shares[name].Codes)
            .Where(code => !s_shares.Names.Contains($"language/{code}")).ShouldBeEmpty();

    [Fact]
    public void Sex_and_status_of_adopters_fit_the_rules()
    {
        foreach (string[] adopters in s_shares["adopters"].Codes.Select(code => code.Split('/')))
        {
            s_codes.IsKnown("SEX_ADOPTR", adopters[0], AnyYear).ShouldBeTrue();
            s_codes.IsKnown("LS_ADOPTR", adopters[1], AnyYear).ShouldBeTrue();
        }
    }

    [Fact]
    public void Shares_are_those_of_the_weights()
    {
        ShareTable bands = s_shares["sdq-band"];
        bands.Share("concern").ShouldBe(284.0 / 740, 1e-12);
        bands.Share("none").ShouldBe(0);
        Enumerable.Range(0, 740).Count(i => bands.Sample((i + 0.5) / 740) == "concern").ShouldBeInRange(282, 286);
    }

    [Fact]
    public void Every_place_has_a_post_town_and_no_outward_code_is_of_two_places()
    {
        PostTowns towns = PostTowns.Load(DataFolder.Locate());
        Enumerable.Range(0, 18).ShouldAllBe(place => towns.Of(place).Count > 0);
        Enumerable.Range(0, 18).SelectMany(place => towns.Of(place).Select(town => town.Outcode)).ShouldBeUnique();
    }
}
