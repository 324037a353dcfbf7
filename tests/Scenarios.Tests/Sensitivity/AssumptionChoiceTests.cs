using KentSufficiency.Scenarios.Sensitivity;
using KentSufficiency.ScenariosTests.Levers;

namespace KentSufficiency.ScenariosTests.Sensitivity;

public sealed class AssumptionChoiceTests
{
    [Fact]
    public void Ids_and_beginnings_name_assumptions_each_once()
    {
        string[] chosen = [.. AssumptionChoice.Of(RealLevers.Catalogue.Assumptions, ["uasc/arrivals-a-year", "fostering/enquir*", "fostering/enquiries-a-year"]).Select(a => a.Id)];
        Assert.Equal(14, chosen.Length);
        Assert.Equal(chosen.Order(StringComparer.Ordinal), chosen);
        Assert.Contains("uasc/arrivals-a-year", chosen);
    }

    [Theory]
    [InlineData("fostering/enquiries-a-yeer", "No assumption is called 'fostering/enquiries-a-yeer'. Did you mean 'fostering/enquiries-a-year'?")]
    [InlineData("supply/failure-multiplier", "supply/failure-multiplier is exact: it has no range that could be screened.")]
    [InlineData("uasc/seasons/*", "No assumption begins with 'uasc/seasons/'. Did you mean 'uasc/season/*'?")]
    [InlineData("supply/failure-mult*", "No assumption that begins with 'supply/failure-mult' has a range: all are exact.")]
    public void What_cannot_be_screened_is_refused_by_name(string pattern, string expected) => Assert.Equal(
        expected,
        Assert.Throws<AssumptionChoiceException>(() => AssumptionChoice.Of(RealLevers.Catalogue.Assumptions, [pattern])).Message);
}
