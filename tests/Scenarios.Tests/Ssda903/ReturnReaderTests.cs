using KentSufficiency.Scenarios.Ssda903;
using KentSufficiency.ScenariosTests.Output;
using Shouldly;

namespace KentSufficiency.ScenariosTests.Ssda903;

public sealed class ReturnReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_set_that_was_written_is_read_again_in_the_order_of_the_years()
    {
        ReturnFolders.Write(_folder.Path, SmallReturn.Both);
        IReadOnlyList<AnnualReturn> read = ReturnReader.ReadSet(_folder.Path, null);
        read.Select(filed => filed.Year).ShouldBe([2023, 2024]);
        foreach ((AnnualReturn filed, AnnualReturn expected) in read.Zip(SmallReturn.Both))
        {
            filed.RowCount.ShouldBe(expected.RowCount);
            foreach (ReturnFile file in ReturnFiles.All)
            {
                filed[file].Select(row => (row.Line, string.Join(',', row.Fields))).ShouldBe(expected[file].Select(row => (row.Line, string.Join(',', row.Fields))));
            }
        }
    }

    [Fact]
    public void A_year_of_a_set_is_read_with_those_before_it()
    {
        ReturnFolders.Write(_folder.Path, SmallReturn.Both);
        ReturnReader.ReadSet(_folder.Path, 2023).Select(filed => filed.Year).ShouldBe([2023]);
        Should.Throw<ReturnException>(() => ReturnReader.ReadSet(_folder.Path, 2022)).Message.ShouldContain("it has those of 2023, 2024");
    }

    [Fact]
    public void A_single_return_has_the_year_of_its_latest_date_or_the_one_that_is_said()
    {
        ReturnFolders.WriteOne(_folder.Path, SmallReturn.Both[0]);
        ReturnReader.ReadSet(_folder.Path, null).Single().Year.ShouldBe(2023);
        ReturnReader.ReadSet(_folder.Path, 2021).Single().Year.ShouldBe(2021);
    }

    [Fact]
    public void A_return_without_a_date_needs_its_year_said()
    {
        ReturnFolders.WriteOne(_folder.Path, new AnnualReturn(2023, []));
        Should.Throw<ReturnException>(() => ReturnReader.ReadSet(_folder.Path, null)).Message.ShouldContain("--year");
        ReturnReader.ReadSet(_folder.Path, 2023).Single().RowCount.ShouldBe(0);
    }

    [Fact]
    public void What_is_no_return_is_refused()
    {
        Should.Throw<ReturnException>(() => ReturnReader.ReadSet(_folder.In("nowhere"), null)).Message.ShouldContain("There is no folder");
        Should.Throw<ReturnException>(() => ReturnReader.ReadSet(_folder.Path, null)).Message.ShouldContain("holds no return");
    }

    [Fact]
    public void A_missing_file_is_told_with_its_header()
    {
        ReturnFolders.WriteOne(_folder.Path, SmallReturn.Both[0]);
        File.Delete(_folder.In("oc3.csv"));
        string message = Should.Throw<ReturnException>(() => ReturnReader.ReadSet(_folder.Path, null)).Message;
        message.ShouldContain("oc3.csv' is missing");
        message.ShouldEndWith("CHILD,DOB,IN_TOUCH,ACTIV,ACCOM");
    }

    [Theory]
    [InlineData("CHILD,DOB,IN_TOUCH,ACCOM,ACTIV", "column 4 must be 'ACTIV', but is 'ACCOM'")]
    [InlineData("CHILD,DOB,IN_TOUCH,ACTIV", "column 5 must be 'ACCOM', but is no column")]
    [InlineData("CHILD,DOB,IN_TOUCH,ACTIV,ACCOM,MORE", "column 6 must be no column, but is 'MORE'")]
    [InlineData("", "column 1 must be 'CHILD', but is no column")]
    [InlineData("child,dob,in_touch,activ,accom\n1,2,3", "line 2: 3 fields where the header has 5")]
    [InlineData("CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n1,\"2\"x,3,4,5", "line 2: a quotation mark is out of place")]
    public void Another_header_or_a_row_of_another_length_is_refused(string text, string told)
    {
        ReturnFolders.WriteOne(_folder.Path, SmallReturn.Both[0]);
        File.WriteAllText(_folder.In("oc3.csv"), text);
        Should.Throw<ReturnException>(() => ReturnReader.ReadSet(_folder.Path, null)).Message.ShouldContain(told);
    }

    [Theory]
    [InlineData("31/03/2019", 2019, 3, 31)]
    [InlineData("1/4/2018", 2018, 4, 1)]
    [InlineData("29/02/2020", 2020, 2, 29)]
    public void Dates_are_read(string text, int year, int month, int day) => ReturnDate.Read(text).ShouldBe(new DateOnly(year, month, day));

    [Theory]
    [InlineData("")]
    [InlineData("29/02/2019")]
    [InlineData("00/01/2019")]
    [InlineData("2019-03-31")]
    [InlineData("01/13/2019")]
    [InlineData("001/1/2019")]
    [InlineData("01/01/19")]
    [InlineData("01/01/0000")]
    [InlineData("ZZ/01/2019")]
    public void What_is_no_date_is_not(string text) => ReturnDate.Read(text).ShouldBeNull();
}
