using KentSufficiency.EndToEndTests;
using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.Scenarios.Calibration;
using KentSufficiency.Scenarios.Validation;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Validation;

public sealed class ValidationPageTests
{
    private static readonly ValidationResult s_result = new(new ValidationSettings(400, CalibrationSettings.Usual, Threads: 1), []);

    [Fact]
    public void Words_stay_and_tables_are_made_anew()
    {
        const string before = "# Title\n\nWords.\n\n<!-- settings -->\nold numbers\n<!-- end -->\n\nMore words.\n";
        string after = ValidationPage.Write(before, s_result);
        after.ShouldStartWith("# Title\n\nWords.\n\n<!-- settings -->\n");
        after.ShouldEndWith("<!-- end -->\n\nMore words.\n");
        after.ShouldContain("400 futures for each origin");
        after.ShouldNotContain("old numbers");
        ValidationPage.Write(after, s_result).ShouldBe(after);
    }

    [Theory]
    [InlineData("<!-- settings -->\nno end\n", "has no '<!-- end -->'")]
    [InlineData("<!-- setings -->\n<!-- end -->\n", "a mark 'setings' that no table is called")]
    public void A_mark_that_is_wrong_is_told(string page, string told) =>
        Should.Throw<BackCastException>(() => ValidationPage.Write(page, s_result)).Message.ShouldContain(told);

    [Fact]
    public void The_page_of_the_project_has_a_mark_for_every_rolling_origin()
    {
        string page = File.ReadAllText(Repository.PathTo("docs", "validation.md"));
        foreach (DateOnly origin in ValidationStudy.RollingOrigins)
        {
            page.ShouldContain($"<!-- scores {origin:yyyy-MM-dd} -->");
        }

        page.ShouldContain("<!-- coverage -->");
        page.ShouldContain("<!-- wins -->");
    }
}
