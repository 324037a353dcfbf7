using KentSufficiency.Scenarios.BackCast;
using KentSufficiency.ScenariosTests.Output;

namespace KentSufficiency.ScenariosTests.BackCast;

public sealed class ObservationFileTests : IDisposable
{
    private const string Header = "measure,geography,date,value\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rows_are_read_in_any_order_of_columns_and_others_are_passed_over()
    {
        Observations read = Read("value,remark,Date,geography,measure\n1870,\"as printed, in table 1\",2017-03-31,Kent,cla\n12.4,,2017-03-31,Kent,placed-out-of-county\n");
        Assert.Equal([("cla", 1870), ("placed-out-of-county", 12.4)], read.All.Select(o => (o.Measure.Id, o.Value!.Value)));
        Assert.EndsWith("observed.csv line 2", read.All[0].Place, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spreadsheets_mark_and_line_ends_do_not_matter() =>
        Assert.Equal(1870, Assert.Single(Read("\uFEFFmeasure,geography,date,value\r\ncla,Kent,2017-03-31,1870\r\n").All).Value);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("c")]
    [InlineData(":")]
    [InlineData("..")]
    public void A_withheld_value_is_kept_as_suppressed(string written) =>
        Assert.True(Assert.Single(Read($"{Header}cla,Kent,2017-03-31,{written}\n").All).Suppressed);

    [Fact]
    public void A_rounded_value_says_what_it_was_rounded_to()
    {
        Observations read = Read("measure,geography,date,value,rounded_to\nhouseholds,Kent,2018-03-31,725,5\ncla,Kent,2018-03-31,1870,\n");
        Assert.Equal([0, 5], read.All.Select(o => o.RoundedTo));
    }

    [Fact]
    public void Sums_that_are_compared_have_names_of_their_own() =>
        Assert.Equal("cla-ceased-by-reason/E11-E12", Assert.Single(Read($"{Header}cla-ceased-by-reason/E11-E12,Kent,2017-03-31,80\n").All).Measure.Id);

    [Theory]
    [InlineData("cla,Kent,2017-03-31,\"1,870\"", "value", "write 1870, without thousands separator")]
    [InlineData("cla,Kent,2017-03-31,1 870", "value", "write 1870, without thousands separator")]
    [InlineData("cla,Kent,2017-03-31,12.4%", "value", "write 12.4; a percentage is written without its sign")]
    [InlineData("cla,Kent,2017-03-31,~995", "value", "write 995, and in a column rounded_to")]
    [InlineData("cla,Kent,2017-03-31,<6", "value", "a bound is no value")]
    [InlineData("cla,Kent,2017-03-31,many", "value", "'many' is not a finite number")]
    [InlineData("cla,Kent,2017-03-31,NaN", "value", "'NaN' is not a finite number")]
    [InlineData("cla,Kent,2017-03-31,-", "value", "'-' is not a finite number")]
    [InlineData("cla,Kent,2017-03-31,-5", "value", "it cannot be negative")]
    [InlineData("scs19,Kent,2017-03-31,823", "value", "a percentage is 100 at most")]
    [InlineData("cla,Kent,31/03/2016,5", "date", "write 2016-03-31 if that is the day")]
    [InlineData("cla,Kent,March 2016,5", "date", "'March 2016' is not a date like 2019-07-31")]
    [InlineData("cla,Kent,2016-02-30,5", "date", "'2016-02-30' is not a date like 2019-07-31")]
    [InlineData("cla,Kent,,5", "date", "the field is empty")]
    [InlineData("cla-uacs,Kent,2017-03-31,5", "measure", "is 'cla-uasc' meant?")]
    [InlineData("cla,Ashfrd,2017-03-31,5", "geography", "is 'Ashford' meant?")]
    [InlineData("cla-uasc,Ashford,2017-03-31,5", "geography", "'Ashford' is not a geography that a run has cla-uasc for")]
    [InlineData("cla-ceased-by-reason/E11,Kent,2017-03-31,5", "measure", "Part of cla-ceased-by-reason/E11-E12")]
    [InlineData(",Kent,2017-03-31,5", "measure", "the field is empty")]
    [InlineData("cla,Kent,2017-03-31,1,870", "-", "5 fields where the header has 4; a field with a comma goes in quotation marks")]
    [InlineData("cla,Kent,2017-03-31", "-", "3 fields where the header has 4")]
    [InlineData("cla,\"Kent,2017-03-31,5", "-", "quotation mark")]
    public void A_row_that_cannot_be_used_is_refused_with_its_line_and_the_remedy(string row, string column, string message)
    {
        var refused = Refused($"{Header}cla,Kent,2015-03-31,1870\n{row}\n");
        Assert.Contains(refused.Errors, error => error.Line == 3 && error.Column == column && error.Rule.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_sign_is_allowed_where_the_measure_has_one() =>
        Assert.Equal([-120, -0.8], Read($"{Header}migration-net,Kent,2017-03-31,-120\nsurplus/primary,Kent,2017-03-31,-0.8\n").All.Select(o => o.Value!.Value));

    [Theory]
    [InlineData("-5", "above 0")]
    [InlineData("10", "725 is not a multiple of 10")]
    [InlineData("five", "'five' is not a finite number")]
    public void A_rounding_that_cannot_be_is_refused(string rounding, string message) =>
        Assert.Contains(message, Assert.Single(Refused($"measure,geography,date,value,rounded_to\nhouseholds,Kent,2018-03-31,725,{rounding}\n").Errors).Rule, StringComparison.Ordinal);

    [Fact]
    public void The_same_measure_geography_and_date_twice_is_refused()
    {
        var error = Assert.Single(Refused($"{Header}cla,Kent,2017-03-31,1898\ncla,Ashford,2017-03-31,98\ncla,Kent,2017-03-31,x\n").Errors);
        Assert.Equal((4, "date"), (error.Line, error.Column));
        Assert.Contains("line 2", error.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void All_breaches_are_told_at_once()
    {
        var refused = Refused($"{Header}claa,Kent,31/03/2017,\"1,870\"\ncla,Kent,2017-03-31,12%\n");
        Assert.Equal([(2, "measure"), (2, "date"), (2, "value"), (3, "value")], refused.Errors.Select(error => (error.Line, error.Column)));
        Assert.Contains("observed.csv line 3, value", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Very_many_breaches_are_cut_short_and_counted()
    {
        var refused = Refused(Header + string.Concat(Enumerable.Repeat("claa,Kent,2017-03-31,5\n", 300)));
        Assert.Equal(101, refused.Errors.Count);
        Assert.Contains("200 more", refused.Errors[^1].Rule, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData(Header, "a header and no row")]
    [InlineData("measure,geography,value\ncla,Kent,5\n", "the column is missing")]
    [InlineData("measure,geography,dates,value\ncla,Kent,2017-03-31,5\n", "is 'dates' meant?")]
    [InlineData("measure,geography,date,value,value\ncla,Kent,2017-03-31,5,6\n", "the column is there twice")]
    public void A_file_without_what_is_needed_is_refused(string text, string message) =>
        Assert.Contains(Refused(text).Errors, error => error.Rule.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void A_file_that_is_not_there_is_refused() =>
        Assert.Contains("cannot be read", Assert.Throws<ObservationException>(() => ObservationFile.Read(_folder.In("none.csv"), Planted.Measures())).Message, StringComparison.Ordinal);

    private Observations Read(string text) => ObservationFile.Read(_folder.Write("observed.csv", text), Planted.Measures());

    private ObservationException Refused(string text) => Assert.Throws<ObservationException>(() => Read(text));
}
